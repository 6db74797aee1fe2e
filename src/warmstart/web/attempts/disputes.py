"""What a learner says otherwise than a grade: events in the log, the last one of each point counts."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from warmstart import WarmstartError
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_event
from warmstart.web.attempts.models import Answer, Event, EventKind
from warmstart.web.attempts.record import Record, scored


class Says(StrEnum):
    """What the learner says of a point, or of a misconception (then only UNSAID: "I do not hold this")."""

    SAID = "said"
    UNSAID = "unsaid"


class NotDisputable(WarmstartError):
    """The grade has nothing by that name, or nobody can say that of it."""

    status = 422


Disputes = Mapping[str, Says]
"""Id of a point or misconception to what the learner says of it."""


def dispute(answer: Answer, record: Record, on: str, says: str, at: datetime) -> None:
    """`says` empty: the dispute is withdrawn. NotDisputable."""
    points = set() if record.exact else {line.id for line in record.lines}
    wrongs = {wrong.id for wrong in record.wrongs}
    allowed = {"", *Says} if on in points else {"", Says.UNSAID} if on in wrongs else set()
    if says not in allowed:
        raise NotDisputable("This grade has no such finding, so it cannot be disputed.")
    text = json.dumps({"answer": str(answer.pk), "on": on, "says": says})
    add_event(answer.attempt, EventKind.DISPUTED, at, text=text)


def disputes_of(attempt: UUID) -> Mapping[UUID, Disputes]:
    """By answer, those of one attempt that stand."""
    events = Event.objects.filter(attempt=attempt, kind=EventKind.DISPUTED)
    return standing_disputes(events.values_list("text", flat=True))


def all_disputes(person: Person) -> Mapping[UUID, Disputes]:
    """By answer, all of a person's that stand."""
    events = Event.objects.filter(attempt__person=person, kind=EventKind.DISPUTED)
    return standing_disputes(events.order_by("at").values_list("text", flat=True))


def standing_disputes(texts: Iterable[str]) -> dict[UUID, Disputes]:
    """By answer, from the texts of the events in the order of their times."""
    last: dict[UUID, dict[str, str]] = {}
    for event in map(json.loads, texts):
        last.setdefault(UUID(event["answer"]), {})[event["on"]] = event["says"]
    kept = {answer: {on: Says(says) for on, says in given.items() if says} for answer, given in last.items()}
    return {answer: given for answer, given in kept.items() if given}


def effective(record: Record, disputes: Disputes) -> Record:
    """The grade with what the learner says: this is the result that counts."""
    if not disputes:
        return record
    points = {line.id for line in record.lines}
    said = {on: says is Says.SAID for on, says in disputes.items() if on in points}
    return scored(record, said, frozenset(disputes.keys() - points))
