"""What is asked after the answer, and what its answer is held against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warmstart.content.question import Question
from warmstart.grading.rubric import Point, Rubric


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`rubric` without points: nothing is graded, one compares with `look_for`."""

    ask: str
    look_for: str
    rubric: Rubric


def follow_ups_of(question: Question) -> tuple[FollowUp, ...]:
    """In their order, which climbs."""
    return tuple(_follow_up(question.rubric.question, each) for each in question.table.tables("followups"))


def _follow_up(asked_before: str, given: Mapping[str, Any]) -> FollowUp:
    ask, points = str(given.get("ask", "")), given.get("points", ())
    rubric = Rubric(f"{ask} {asked_before}", tuple(_points(points)))
    return FollowUp(ask, str(given.get("look_for", "")), rubric)


def _points(given: Sequence[Mapping[str, Any]]) -> list[Point]:
    return [_point(chr(ord("a") + number), each) for number, each in enumerate(given)]


def _point(id_: str, given: Mapping[str, Any]) -> Point:
    return Point(id_, 1, str(given.get("claim", "")), tuple(map(str, given.get("accept", ()))))
