"""Submissions as durable jobs: claimed by one, judged again after a crash."""

from datetime import datetime
from uuid import UUID

from warmstart.web.attempts.models import Submission


def claim(submission: UUID, at: datetime) -> bool:
    """True: this caller judges it. Otherwise another does, or it was cancelled."""
    waiting = Submission.objects.filter(pk=submission, claimed_at=None, cancelled_at=None)
    return waiting.update(claimed_at=at) == 1


def cancel(submission: Submission, at: datetime) -> bool:
    """False: too late, it has its verdict or was cancelled before."""
    unfinished = Submission.objects.filter(pk=submission.pk, cancelled_at=None, verdicts=None)
    return unfinished.update(cancelled_at=at) == 1


def release_unfinished() -> list[tuple[UUID, UUID]]:
    """Submissions without a verdict and whose they are, oldest first, free to be claimed again.

    Only for the holder of the data folder's lock, before it judges anything.
    """
    unfinished = Submission.objects.filter(verdicts=None, cancelled_at=None).order_by("created_at")
    found = list(unfinished.values_list("pk", "attempt__person"))
    Submission.objects.filter(pk__in=[pk for pk, _ in found]).update(claimed_at=None)
    return found
