"""What `warmstart judge` and `warmstart work` add to the log of a data folder."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from warmstart.judge.verdict import Verdict
from warmstart.web.accounts.local import the_local_person
from warmstart.web.attempts.log import add_submission, add_verdict, attempt_at
from warmstart.web.attempts.models import Origin, Submission


def record_terminal_attempt(
    problem: UUID, version: int, source: bytes, verdict: Verdict, at: datetime
) -> Submission:
    """Add what the terminal judged to the local person's log, as finished: nobody judges it again."""
    with transaction.atomic():
        attempt = attempt_at(the_local_person(), problem, version, at, Origin.TERMINAL)
        submission = add_submission(attempt, source, at)
        add_verdict(submission, version, verdict, at)
    return submission
