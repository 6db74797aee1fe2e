"""What somebody answered to one question before."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.disputes import Disputes, all_disputes, effective
from warmstart.web.attempts.models import Answer
from warmstart.web.attempts.record import record_from_json
from warmstart.web.practice.results import Result, result_of


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history. `result`: with what the learner says; None: not graded yet."""

    answer: UUID
    at: datetime
    result: Result | None


def past_of(person: Person, item: UUID) -> tuple[Past, ...]:
    """Every answer to the question itself, newest first, as its newest grade found it."""
    own = Answer.objects.filter(attempt__person=person, attempt__item=item, part=0)
    rows = own.order_by("answered_at", "grades__graded_at").values_list(
        "pk", "answered_at", "grades__share", "grades__data"
    )
    newest = {answer: (at, share, data) for answer, at, share, data in rows}
    disputes = all_disputes(person) if newest else {}
    found = [
        Past(answer, at, _result(share, data, disputes.get(answer, {})))
        for answer, (at, share, data) in newest.items()
    ]
    return tuple(reversed(found))


def _result(share: float | None, data: dict[str, Any] | None, disputes: Disputes) -> Result | None:
    if share is None or data is None:
        return None
    return result_of(effective(record_from_json(data), disputes).share if disputes else share)
