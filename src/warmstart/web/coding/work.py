"""One person's work on one problem: what its page shows, told from content and log."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from warmstart.content.starter import CLOSE, OPEN
from warmstart.judge.verdict import Outcome
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of
from warmstart.web.attempts.models import Attempt, Event, EventKind, Origin, Submission, VerdictRow
from warmstart.web.catalogue.content import Content, content_of
from warmstart.web.catalogue.models import IndexedProblem, IndexedSkill
from warmstart.web.coding.tables import Sample, samples_of


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history. `outcome` None: waiting, or cancelled."""

    submission: UUID
    at: datetime
    outcome: Outcome | None
    cancelled: bool
    terminal: bool


@dataclass(frozen=True, slots=True)
class Work:
    """`text`: what the editor begins with, `revision`: of the draft (0: none).

    `hints`: those that were shown in this attempt. `skills`: primary first.
    """

    row: IndexedProblem
    content: Content
    skills: tuple[IndexedSkill, ...]
    text: str
    saved_at: datetime | None
    revision: int
    hints: tuple[str, ...]
    hints_left: int
    solved: bool
    gave_up: bool
    history: tuple[Past, ...]
    left_drafts: tuple[Event, ...]

    @property
    def reference(self) -> str:
        """The reference without the marks that cut the starter out of it."""
        lines = self.content.frozen.reference.splitlines(keepends=True)
        return "".join(line for line in lines if line.strip() not in (OPEN, CLOSE))

    @property
    def open(self) -> bool:
        """Explanation and reference may be read."""
        return self.solved or self.gave_up

    @property
    def samples(self) -> tuple[Sample, ...]:
        """Visible cases of a query as tables."""
        return samples_of(self.content.frozen)

    @property
    def language(self) -> str:
        """Of what one writes, as the editor calls it."""
        return "sql" if self.content.frozen.is_query else "python"

    @property
    def debugging(self) -> bool:
        """The starter is a faulty module, to be mended."""
        return self.content.frozen.kind == "debug"

    @property
    def sees_run(self) -> bool:
        """The visual may be played: it gives the idea away, so one tries first, or gives up."""
        return self.content.visual is not None and (self.open or bool(self.history))

    @property
    def saved_ms(self) -> int:
        """When the draft was saved, in milliseconds since 1970; 0: never."""
        return 0 if self.saved_at is None else int(self.saved_at.timestamp() * 1000)


def work_of(person: Person, row: IndexedProblem) -> Work:
    """ContentGone: the problem's files cannot be read."""
    content = content_of(row)
    draft = draft_of(person, row.pk)
    log = _log_of(person, row)
    shown = min(_hints_shown(log), len(content.problem.hints))
    return Work(
        row=row,
        content=content,
        skills=tuple(trained.skill for trained in row.training_set.select_related("skill")),
        text=content.frozen.starter if draft is None else draft.text,
        saved_at=None if draft is None else draft.saved_at,
        revision=0 if draft is None else draft.revision,
        hints=content.problem.hints[:shown],
        hints_left=len(content.problem.hints) - shown,
        solved=any(past.outcome is Outcome.AC for past in log.history),
        gave_up=any(event.kind == EventKind.GAVE_UP for event in log.events),
        history=log.history,
        left_drafts=tuple(event for event in log.events if event.kind == EventKind.LEFT_DRAFT),
    )


@dataclass(frozen=True, slots=True)
class _Log:
    """What a person did on one problem; `current`: the attempt in the browser."""

    current: UUID | None = None
    history: tuple[Past, ...] = ()
    events: tuple[Event, ...] = ()


def _log_of(person: Person, row: IndexedProblem) -> _Log:
    own = Attempt.objects.filter(person=person, item=row.pk).order_by("-begun_at")
    attempts: dict[UUID, str] = dict(own.values_list("pk", "origin"))
    if not attempts:
        return _Log()
    current = next((pk for pk, origin in attempts.items() if origin == Origin.WEB), None)
    events = Event.objects.filter(attempt__in=attempts, kind__in=_SHOWN)
    return _Log(current, _history_of(attempts), tuple(events))


_SHOWN = (EventKind.HINT_SHOWN, EventKind.GAVE_UP, EventKind.LEFT_DRAFT)
"""Events that the page tells of; the code of runs stays in the log."""


def _hints_shown(log: _Log) -> int:
    """A blank page begins without hints again."""
    own = (event for event in log.events if event.attempt_id == log.current)
    return max((event.number or 0 for event in own if event.kind == EventKind.HINT_SHOWN), default=0)


def _history_of(attempts: dict[UUID, str]) -> tuple[Past, ...]:
    """Every submission, newest first, with what its newest verdict says."""
    newest = VerdictRow.objects.filter(submission=OuterRef("pk")).order_by("-judged_at")
    found = (
        Submission.objects.filter(attempt__in=attempts)
        .annotate(newest_outcome=Subquery(newest.values("outcome")[:1]))
        .order_by("-created_at")
        .values_list("pk", "attempt_id", "created_at", "cancelled_at", "newest_outcome")
    )
    return tuple(
        Past(
            submission=pk,
            at=at,
            outcome=None if letters is None else Outcome(letters),
            cancelled=cancelled_at is not None,
            terminal=attempts[attempt] == Origin.TERMINAL,
        )
        for pk, attempt, at, cancelled_at, letters in found
    )
