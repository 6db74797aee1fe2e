"""Adding to the log. Times come from the caller; rows that exist are left alone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from warmstart.judge.verdict import Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import (
    Answer,
    Attempt,
    Event,
    EventKind,
    GradeRow,
    LogHead,
    Origin,
    Submission,
    VerdictRow,
)


def grown(person: UUID, rows: int = 1) -> None:
    """Count rows that were just added: every writer of the log calls it, within its own transaction."""
    if not LogHead.objects.filter(person=person).update(length=F("length") + rows):
        LogHead.objects.get_or_create(person_id=person, defaults={"length": rows})


def current_attempt(person: Person, item: UUID, origin: str = Origin.WEB) -> Attempt | None:
    """The last one begun; None: the person never tried the item there."""
    own = Attempt.objects.filter(person=person, item=item, origin=origin)
    return own.order_by("-begun_at").first()


def attempt_at(person: Person, item: UUID, version: int, at: datetime, origin: str = Origin.WEB) -> Attempt:
    """The current attempt; a new one where there is none, or where the item has changed its meaning since."""
    with transaction.atomic():
        found = current_attempt(person, item, origin)
        if found is not None and found.version == version:
            return found
        return begin_attempt(person, item, version, at, origin)


def begin_attempt(
    person: Person,
    item: UUID,
    version: int,
    at: datetime,
    origin: str = Origin.WEB,
    *,
    seed: int | None = None,
) -> Attempt:
    with transaction.atomic():
        grown(person.pk)
        return Attempt.objects.create(
            person=person, item=item, version=version, begun_at=at, origin=origin, seed=seed
        )


def add_event(
    attempt: Attempt, kind: EventKind, at: datetime, *, number: int | None = None, text: str = ""
) -> Event:
    with transaction.atomic():
        grown(attempt.person_id)
        return Event.objects.create(attempt=attempt, kind=kind, at=at, number=number, text=text)


def add_submission(attempt: Attempt, source: bytes, at: datetime) -> Submission:
    with transaction.atomic():
        grown(attempt.person_id)
        return Submission.objects.create(attempt=attempt, source=source, created_at=at)


def add_verdict(submission: Submission, version: int, verdict: Verdict, at: datetime) -> VerdictRow:
    """Judging again adds another row; what was said before stays. `version`: of the item's cases."""
    with transaction.atomic():
        grown(submission.attempt.person_id)
        return VerdictRow.objects.create(
            submission=submission,
            judged_at=at,
            version=version,
            outcome=str(verdict.outcome),
            data=verdict.as_json(),
        )


def add_answer(
    attempt: Attempt,
    text: str,
    at: datetime,
    *,
    part: int = 0,
    confidence: int | None = None,
    seconds: int | None = None,
) -> Answer:
    """See `Answer` for what the fields hold."""
    with transaction.atomic():
        grown(attempt.person_id)
        return Answer.objects.create(
            attempt=attempt, text=text, answered_at=at, part=part, confidence=confidence, seconds=seconds
        )


def add_grade(
    answer: Answer, version: int, grader: str, share: float, data: dict[str, Any], at: datetime
) -> GradeRow:
    """Grading again adds another row; what was said before stays."""
    with transaction.atomic():
        grown(answer.attempt.person_id)
        return GradeRow.objects.create(
            answer=answer, version=version, grader=grader, share=share, data=data, graded_at=at
        )
