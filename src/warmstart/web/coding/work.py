"""One person's work on one problem: what its page shows, told from content and log."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from warmstart.judge.verdict import Outcome
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of
from warmstart.web.attempts.log import current_attempt
from warmstart.web.attempts.models import Attempt, Event, EventKind, Submission, VerdictRow
from warmstart.web.catalogue.content import Content, content_of
from warmstart.web.catalogue.models import IndexedProblem


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history; `outcome` None: waiting, or cancelled."""

    submission: Submission
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Work:
    """`text`: what the editor begins with. `hints`: those that were shown in this attempt."""

    row: IndexedProblem
    content: Content
    text: str
    saved_at: datetime | None
    hints: tuple[str, ...]
    hints_left: int
    solved: bool
    gave_up: bool
    history: tuple[Past, ...]
    left_drafts: tuple[Event, ...]

    @property
    def open(self) -> bool:
        """Explanation and reference may be read."""
        return self.solved or self.gave_up

    @property
    def saved_ms(self) -> int:
        """When the draft was saved, in milliseconds since 1970; 0: never."""
        return 0 if self.saved_at is None else int(self.saved_at.timestamp() * 1000)


def work_of(person: Person, row: IndexedProblem) -> Work:
    """ContentGone: the problem's files cannot be read."""
    content = content_of(row)
    draft = draft_of(person, row.pk)
    history = history_of(person, row)
    events = list(Event.objects.filter(attempt__person=person, attempt__item=row.pk))
    shown = _hints_shown(current_attempt(person, row.pk), events)
    return Work(
        row=row,
        content=content,
        text=content.frozen.starter if draft is None else draft.text,
        saved_at=None if draft is None else draft.saved_at,
        hints=content.problem.hints[:shown],
        hints_left=max(0, len(content.problem.hints) - shown),
        solved=any(past.outcome is Outcome.AC for past in history),
        gave_up=any(event.kind == EventKind.GAVE_UP for event in events),
        history=history,
        left_drafts=tuple(event for event in events if event.kind == EventKind.LEFT_DRAFT),
    )


def _hints_shown(attempt: Attempt | None, events: list[Event]) -> int:
    """A blank page begins without hints again."""
    if attempt is None:
        return 0
    return max(
        (e.number or 0 for e in events if e.attempt_id == attempt.pk and e.kind == EventKind.HINT_SHOWN),
        default=0,
    )


def history_of(person: Person, row: IndexedProblem) -> tuple[Past, ...]:
    """Every submission, newest first, with what its newest verdict says."""
    own = Submission.objects.filter(attempt__person=person, attempt__item=row.pk).select_related("attempt")
    return tuple(
        _past(submission) for submission in _with_outcome(own).order_by("-created_at").defer("source")
    )


def _with_outcome(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    newest = VerdictRow.objects.filter(submission=OuterRef("pk")).order_by("-judged_at")
    return submissions.annotate(newest_outcome=Subquery(newest.values("outcome")[:1]))


def _past(submission: Submission) -> Past:
    letters = getattr(submission, "newest_outcome", None)
    return Past(submission, None if letters is None else Outcome(letters))
