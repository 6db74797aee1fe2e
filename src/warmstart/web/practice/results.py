"""Folds of the log that lists tell: how somebody's last answer to each question did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.disputes import Disputes, all_disputes, effective
from warmstart.web.attempts.models import GradeRow
from warmstart.web.attempts.record import record_from_json

GOOD, PART = 0.7, 0.4
"""Least share of the points of a good answer, and of one that is right in part."""


class Result(StrEnum):
    """How an answer did, by its expected share of the points."""

    GOOD = "good"
    PART = "in part"
    LITTLE = "little"


def result_of(share: float) -> Result:
    return Result.GOOD if share >= GOOD else Result.PART if share >= PART else Result.LITTLE


@dataclass(frozen=True, slots=True)
class Last:
    """The last answer to a question. `disputed`: some finding of it."""

    answer: UUID
    at: datetime
    result: Result
    disputed: bool


@dataclass(slots=True)
class _Seen:
    answer: UUID
    at: datetime
    share: float
    grade: UUID


def last_results(person: Person) -> Mapping[UUID, Last]:
    """By question. Two queries, and one more where something is disputed."""
    rows = GradeRow.objects.filter(answer__attempt__person=person, answer__part=0)
    seen = {
        item: _Seen(answer, at, share, grade)
        for item, answer, at, share, grade in rows.order_by("answer__answered_at", "graded_at").values_list(
            "answer__attempt__item", "answer", "answer__answered_at", "share", "pk"
        )
    }
    disputed = all_disputes(person)
    _put_right(seen, disputed)
    return {
        item: Last(last.answer, last.at, result_of(last.share), last.answer in disputed)
        for item, last in seen.items()
    }


def _put_right(seen: Mapping[UUID, _Seen], disputed: Mapping[UUID, Disputes]) -> None:
    """What was disputed counts as the learner says."""
    wanted = {last.grade: last for last in seen.values() if last.answer in disputed}
    for pk, data in GradeRow.objects.filter(pk__in=wanted).values_list("pk", "data"):
        last = wanted[pk]
        last.share = effective(record_from_json(data), disputed[last.answer]).share
