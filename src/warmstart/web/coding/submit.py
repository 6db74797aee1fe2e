"""Submitting: the row first, the judge after it is saved."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import BoundedSemaphore
from uuid import UUID

from django.db import transaction

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import Seen, keep_draft
from warmstart.web.attempts.jobs import cancel
from warmstart.web.attempts.log import add_submission, attempt_at
from warmstart.web.attempts.models import Submission, VerdictRow
from warmstart.web.catalogue.content import content_by_id
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.coding.panel import Panel, panel_of
from warmstart.web.coding.runner import runner
from warmstart.web.coding.waiting import Progress

AT_ONCE = 0.4
"""Seconds that a submit waits for its verdict before it shows that it is waiting."""
FOLLOW = 10.0
"""Seconds that a following page waits for news."""
SEATS = 12
"""Requests that may wait at once: each holds a thread, and other pages need threads too."""
AGAIN_MS, AGAIN_MS_A_PLACE, MOST_AGAIN_MS = 500, 100, 10_000
"""After how long a page that may not wait asks again, by its place in the line."""
_seats = BoundedSemaphore(SEATS)


@dataclass(frozen=True, slots=True)
class Standing:
    """A submission now: a panel once judged, else progress; neither: cancelled, or left for a new start.

    `again`: milliseconds after which a page that follows asks again.
    """

    submission: Submission
    panel: Panel | None
    progress: Progress | None
    again: int = 20

    @property
    def cancelled(self) -> bool:
        return self.submission.cancelled_at is not None

    @property
    def follow(self) -> bool:
        """News will come."""
        return self.progress is not None and not self.progress.trouble


def submit(
    person: Person, row: IndexedProblem, text: str, at: datetime, seen: Seen | None = None
) -> Submission:
    """Save code and draft, then have it judged. NotJudging: this server cannot."""
    keep_draft(person, row.pk, text, at, seen)
    runner.check()
    with transaction.atomic():
        attempt = attempt_at(person, row.pk, row.version, at)
        submission = add_submission(attempt, text.encode("utf-8", "surrogatepass"), at)
        transaction.on_commit(partial(runner.add, submission.pk, person.pk))
    return submission


def standing(submission: Submission, *, seen: int | None = None, seconds: float = 0.0) -> Standing:
    """How it is doing, after news or `seconds`; at once while it is far from its turn, or nobody may wait."""
    progress, waited = _progress(submission.pk, seen, seconds)
    row = VerdictRow.objects.filter(submission=submission).order_by("judged_at").last()
    if row is not None:
        return Standing(
            submission, panel_of(content_by_id(submission.attempt.item).frozen, row.verdict), None
        )
    submission.refresh_from_db(fields=["cancelled_at"])
    if submission.cancelled_at is not None or progress is None:
        return Standing(submission, None, None)
    return Standing(submission, None, progress, 20 if waited else _again(progress))


def _progress(submission: UUID, seen: int | None, seconds: float) -> tuple[Progress | None, bool]:
    """How it is doing, and whether the request could wait for it."""
    now = runner.progress(submission)
    if now is None or not now.near or not _seats.acquire(blocking=False):
        return now, False
    try:
        return runner.progress(submission, seen=seen, seconds=seconds), True
    finally:
        _seats.release()


def _again(progress: Progress) -> int:
    return min(MOST_AGAIN_MS, AGAIN_MS + AGAIN_MS_A_PLACE * (progress.ahead or 0))


def cancel_submission(submission: Submission, at: datetime) -> None:
    """Too late is fine: the verdict then stands."""
    if cancel(submission, at):
        runner.cancel(submission.pk)
