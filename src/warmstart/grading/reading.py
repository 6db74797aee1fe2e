"""What a language model is to answer, one finding a point, and how its text is read."""

import json
import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from warmstart.grading.rubric import Rubric

MOST_CHARACTERS = 40_000
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)


class BadReading(ValueError):
    """The model's text is not the object that was asked for."""


class PointReading(BaseModel):
    """`quote` comes before `verdict`, so that a model finds its evidence before it judges."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(max_length=20)
    quote: str = Field("", max_length=2_000)
    verdict: Literal["covered", "partly", "missing", "contradicted"]
    why: str = Field("", max_length=2_000)


class WrongReading(BaseModel):
    """A misconception that the model found in the answer."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(max_length=20)
    quote: str = Field("", max_length=2_000)


class Reading(BaseModel):
    """The whole reply. It holds no total: that is computed here."""

    model_config = ConfigDict(extra="ignore")

    points: list[PointReading] = Field(max_length=50)
    misconceptions: list[WrongReading] = Field(default_factory=list, max_length=50)


def schema(rubric: Rubric) -> dict[str, Any]:
    """The JSON schema of a Reading of this rubric: every key required, ids listed, nothing else allowed."""
    verdicts = ["covered", "partly", "missing", "contradicted"]
    point = _object(
        id={"type": "string", "enum": [each.id for each in rubric.points]},
        quote={"type": "string"},
        verdict={"type": "string", "enum": verdicts},
        why={"type": "string"},
    )
    ids = [each.id for each in rubric.misconceptions]
    wrong = _object(
        id={"type": "string", "enum": ids} if ids else {"type": "string"}, quote={"type": "string"}
    )
    return _object(points={"type": "array", "items": point}, misconceptions={"type": "array", "items": wrong})


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    required = list(properties)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def read(text: str, rubric: Rubric) -> Reading:
    """Raises BadReading. Words around the object, as models like to write them, are forgiven."""
    found = _OBJECT.search(text[:MOST_CHARACTERS])
    if found is None:
        raise BadReading("the reply holds no JSON object")
    try:
        reading = Reading.model_validate(json.loads(found[0]))
    except (ValidationError, ValueError, RecursionError) as error:
        raise BadReading("the reply is not the object that was asked for") from error
    given = [each.id for each in reading.points]
    if sorted(given) != sorted(point.id for point in rubric.points):
        raise BadReading("the reply does not name every point once")
    return reading
