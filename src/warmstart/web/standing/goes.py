"""Goes: what of an attempt counts as practice. A graded answer is one, and a day's work on a problem.

Pure: rows of the log as values in, goes out. A problem that is not solved by the end of a study day was not
solved that day; what is done on it the next day is another go.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from warmstart.judge.verdict import Outcome
from warmstart.recall.days import real_day
from warmstart.recall.memory import Memory, Rating
from warmstart.recall.proposal import Proposal, proposed_for_code, proposed_for_share
from warmstart.skills.evidence import (
    WEIGHT_CODE,
    WEIGHT_EXACT,
    WEIGHT_PROSE,
    WEIGHT_SELF_RATED,
    code_outcome,
    self_rating,
)
from warmstart.web.attempts.models import EventKind

GIVEN = 0.7
"""Least share of the points that counts as right in tallies, as the pages of questions say good."""
LONGEST = 3 * 60 * 60
"""Seconds of one go; more means that somebody went away."""


class Sent(NamedTuple):
    """A submission with its newest verdict; `outcome` None: none yet, or cancelled."""

    at: datetime
    outcome: str | None


class Happened(NamedTuple):
    """An event: a hint shown, or given up."""

    at: datetime
    kind: str


class Answered(NamedTuple):
    """A graded answer to the question itself. `share`: of the points, with what the learner disputes."""

    at: datetime
    share: float
    seconds: int | None


class Rated(NamedTuple):
    """A rating that the learner gave a go."""

    id: UUID
    at: datetime
    rating: int
    seconds: int | None


@dataclass(slots=True)
class AttemptRows:
    """All that the log has of one attempt."""

    id: UUID
    item: UUID
    begun_at: datetime
    sent: list[Sent] = field(default_factory=list)
    events: list[Happened] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    ratings: list[Rated] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Go:
    """What was done, and what it is worth. `y` None: no evidence of a skill. `rating` None: nothing recalled.

    `id`: unique among goes, the same whenever it is told again. `proposed`: the rating that was offered for
    an attempt, with its reason; None: the learner rated at sight. `share`: how well it went, 0 to 1.
    `memory`: what is known of an item that came without its reviews; nothing was done then.
    """

    id: str
    attempt: UUID | None
    item: UUID
    kind: str
    at: datetime
    day: float
    study_day: int
    y: float | None
    weight: float
    share: float
    rating: Rating | None
    proposed: Proposal | None
    seconds: int | None
    memory: Memory | None = None

    @property
    def right(self) -> bool:
        return self.share >= GIVEN


class ItemLook(NamedTuple):
    """What of an item decides how a go at it is read. `kind`, `form` empty: the item is gone."""

    kind: str
    form: str
    minutes: float


StudyDay = Callable[[datetime], int]


def goes_of(rows: AttemptRows, look: ItemLook, study_day: StudyDay, now: int) -> Iterator[Go]:
    """`now`: the study day that is not over yet."""
    if rows.answers:
        yield from _answers(rows, look, study_day)
    elif rows.sent or any(event.kind == EventKind.GAVE_UP for event in rows.events):
        yield from _works(rows, look, study_day, now)


def _answers(rows: AttemptRows, look: ItemLook, study_day: StudyDay) -> Iterator[Go]:
    gave_up = any(event.kind == EventKind.GAVE_UP for event in rows.events)
    for number, answer in enumerate(rows.answers):
        proposed = proposed_for_share(answer.share, gave_up, answer.seconds, look.minutes)
        yield _go(
            rows,
            f"{rows.id}:{number}",
            "question",
            answer.at,
            study_day,
            y=0.0 if gave_up else answer.share,
            weight=WEIGHT_PROSE if look.form == "prose" and not gave_up else WEIGHT_EXACT,
            share=0.0 if gave_up else answer.share,
            proposed=proposed,
            seconds=answer.seconds,
        )


def _works(rows: AttemptRows, look: ItemLook, study_day: StudyDay, now: int) -> Iterator[Go]:
    """One go a study day, until the first accepted submission or until it is given up."""
    marks = sorted([*((sent.at, sent) for sent in rows.sent), *((e.at, e) for e in rows.events)], key=_when)
    tries = hints = 0
    for day, group in groupby(marks, key=lambda mark: study_day(mark[0])):
        began, last, ended = None, None, ""
        for at, mark in group:
            began, last = began or at, at
            match mark:
                case Sent(outcome=outcome) if outcome not in (None, Outcome.IE):
                    tries += 1
                    ended = "solved" if outcome == Outcome.AC else ""
                case Happened(kind=EventKind.HINT_SHOWN):
                    hints += 1
                case Happened(kind=EventKind.GAVE_UP):
                    ended = "gave up"
            if ended:
                break
        if last is None or (not ended and (day >= now or not tries)):
            continue
        yield _work(rows, look, study_day, last, ended, tries, hints, began)
        if ended:
            return


def _work(
    rows: AttemptRows,
    look: ItemLook,
    study_day: StudyDay,
    at: datetime,
    ended: str,
    tries: int,
    hints: int,
    began: datetime | None,
) -> Go:
    solved = ended == "solved"
    begun = (
        max(rows.begun_at, began) if began and study_day(rows.begun_at) != study_day(at) else rows.begun_at
    )
    seconds = min(max(0, int((at - begun).total_seconds())), LONGEST)
    y = code_outcome(tries if solved else None, hints, ended == "gave up")
    return _go(
        rows,
        f"{rows.id}:{study_day(at)}",
        "problem",
        at,
        study_day,
        y=y,
        weight=WEIGHT_CODE,
        share=y,
        proposed=proposed_for_code(solved, tries, hints, ended == "gave up", seconds, look.minutes),
        seconds=seconds,
    )


def _when(mark: tuple[datetime, object]) -> datetime:
    return mark[0]


def _go(
    rows: AttemptRows,
    id: str,
    kind: str,
    at: datetime,
    study_day: StudyDay,
    *,
    y: float,
    weight: float,
    share: float,
    proposed: Proposal,
    seconds: int | None,
) -> Go:
    """With the learner's own rating, where they gave one: the last one of the go's study day or later."""
    today = study_day(at)
    own = [rated for rated in rows.ratings if study_day(rated.at) >= today]
    rating = Rating(max(own, key=lambda rated: (rated.at, rated.id)).rating) if own else proposed.rating
    return Go(
        id=id,
        attempt=rows.id,
        item=rows.item,
        kind=kind,
        at=at,
        day=real_day(at),
        study_day=today,
        y=y,
        weight=weight,
        share=share,
        rating=rating,
        proposed=proposed,
        seconds=seconds,
    )


def sight(rated: Rated, item: UUID, look: ItemLook, study_day: StudyDay) -> Go:
    """A recall at sight: evidence by self-rating, but for cards of one's own, which only recall knows."""
    rating = Rating(rated.rating)
    outcome = self_rating(rated.rating)
    return Go(
        id=str(rated.id),
        attempt=None,
        item=item,
        kind="sight",
        at=rated.at,
        day=real_day(rated.at),
        study_day=study_day(rated.at),
        y=outcome if look.kind in ("problem", "question") else None,
        weight=WEIGHT_SELF_RATED,
        share=outcome,
        rating=rating,
        proposed=None,
        seconds=rated.seconds,
    )


def by_time(goes: Mapping[str, Go] | list[Go]) -> list[Go]:
    """The order in which everything is folded."""
    every = goes.values() if isinstance(goes, Mapping) else goes
    return sorted(every, key=lambda go: (go.day, go.id))
