"""What one fills in where a question is not answered in prose: numbers, choices, an order.

The log and the drafts keep the fields as JSON, half-filled ones too.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.http import QueryDict

from warmstart.content.question import Question
from warmstart.judge.printable import storable

MOST = 200
"""Characters of one field."""


@dataclass(frozen=True, slots=True)
class NumberField:
    """`value`: as it was typed."""

    name: str
    label: str
    unit: str
    value: str


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """`index`: of the option in the question's file; the page shows them in another order."""

    index: int
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class StepField:
    """`place`: as it was typed; before that the place where the page shows it."""

    index: int
    text: str
    place: str


def posted_fields(question: Question, form: QueryDict) -> str:
    """The fields of the question's form as JSON; none that it has not."""
    match question.form:
        case "numbers":
            names = [wanted.name for wanted in question.forms.wanted]
            return _json({name: storable(form.get(f"number.{name}", ""))[:MOST].strip() for name in names})
        case "choices":
            indices = range(len(question.forms.options))
            return _json([index for index in indices if str(index) in form.getlist("choice")])
        case _:
            indices = range(len(question.forms.steps))
            return _json([storable(form.get(f"place.{index}", ""))[:MOST].strip() for index in indices])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def numbers_in(text: str) -> Mapping[str, str]:
    """By name, as typed."""
    found = _read(text)
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def choices_in(text: str) -> frozenset[int]:
    found = _read(text)
    given = found if isinstance(found, list) else []
    return frozenset(each for each in given if isinstance(each, int))


def places_in(text: str) -> tuple[str, ...]:
    """By step, as typed."""
    found = _read(text)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def order_in(text: str, steps: int) -> tuple[int, ...] | None:
    """Steps from first to last; None: two have one place, or some have none."""
    places = places_in(text)
    wanted = [str(place) for place in range(1, steps + 1)]
    if sorted(places) != sorted(wanted):
        return None
    return tuple(places.index(place) for place in wanted)


def _read(text: str) -> Any:
    try:
        return json.loads(text or "null")
    except ValueError:
        return None


def is_empty(question: Question, text: str) -> bool:
    """Nothing was filled in that could be graded."""
    match question.form:
        case "numbers":
            return not any(numbers_in(text).values())
        case "choices":
            return not choices_in(text)
        case _:
            return order_in(text, len(question.forms.steps)) is None


def number_fields(question: Question, text: str) -> tuple[NumberField, ...]:
    values = numbers_in(text)
    return tuple(
        NumberField(wanted.name, wanted.label, wanted.unit, values.get(wanted.name, ""))
        for wanted in question.forms.wanted
    )


def choice_fields(question: Question, text: str, seed: int) -> tuple[ChoiceField, ...]:
    """In an order that the seed decides."""
    chosen, options = choices_in(text), question.forms.options
    return tuple(
        ChoiceField(index, options[index].text, index in chosen) for index in shuffled(len(options), seed)
    )


def step_fields(question: Question, text: str, seed: int) -> tuple[StepField, ...]:
    """As they were put so far; before that in an order of the seed, and never in the right one."""
    steps, places = question.forms.steps, places_in(text)
    order: Sequence[int] = order_in(text, len(steps)) or _unsolved(len(steps), seed)
    typed = places if len(places) == len(steps) and any(places) else ()
    return tuple(
        StepField(index, steps[index].text, typed[index] if typed else str(place))
        for place, index in enumerate(order, start=1)
    )


def shuffled(count: int, seed: int) -> list[int]:
    order = list(range(count))
    Random(seed).shuffle(order)  # noqa: S311  # an order to show, no secret
    return order


def _unsolved(count: int, seed: int) -> list[int]:
    order = shuffled(count, seed)
    return order if order != sorted(order) else [*order[1:], order[0]]
