"""Submitting: the row first, the judge after it is saved."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

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


@dataclass(frozen=True, slots=True)
class Standing:
    """A submission now: a panel once judged, else progress; neither: cancelled, or left for a new start."""

    submission: Submission
    panel: Panel | None
    progress: Progress | None

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
        transaction.on_commit(partial(runner.add, submission.pk))
    return submission


def standing(submission: Submission, *, seen: int | None = None, seconds: float = 0.0) -> Standing:
    """How it is doing, after news or `seconds`."""
    progress = runner.progress(submission.pk, seen=seen, seconds=seconds)
    row = VerdictRow.objects.filter(submission=submission).order_by("judged_at").last()
    if row is not None:
        return Standing(
            submission, panel_of(content_by_id(submission.attempt.item).frozen, row.verdict), None
        )
    submission.refresh_from_db(fields=["cancelled_at"])
    return Standing(submission, None, progress if submission.cancelled_at is None else None)


def cancel_submission(submission: Submission, at: datetime) -> None:
    """Too late is fine: the verdict then stands."""
    if cancel(submission, at):
        runner.cancel(submission.pk)
