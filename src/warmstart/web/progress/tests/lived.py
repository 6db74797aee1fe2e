"""Writing a log as if it had been lived."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, add_verdict, begin_attempt
from warmstart.web.attempts.models import Attempt
from warmstart.web.attempts.practice_log import add_review

NOW = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=1)
"""Yesterday noon: nothing happens in the future, and study days do not depend on when the tests run."""


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def solved(person: Person, item: UUID, at: datetime, *outcomes: Outcome, minutes: float = 12) -> Attempt:
    """Begun `minutes` before its last submission; no outcomes: right at once."""
    attempt = begin_attempt(person, item, 1, at - timedelta(minutes=minutes))
    for n, outcome in enumerate(reversed(outcomes or (Outcome.AC,))):
        sent = add_submission(attempt, b"...", at - timedelta(seconds=20 * n))
        add_verdict(sent, 1, Verdict(outcome, ()), at - timedelta(seconds=20 * n))
    return attempt


def recalled(person: Person, item: UUID, at: datetime, rating: int = 3) -> None:
    add_review(person, item, rating, at, seconds=15)
