"""All that the page of one step shows."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID, uuid4

from warmstart.recall.explain import chance_sentence
from warmstart.web.review.before import memory_before
from warmstart.web.review.desk import Desk
from warmstart.web.review.ending import Ending, ending_of
from warmstart.web.review.faces import Face, face_of
from warmstart.web.review.rating import seen_of
from warmstart.web.review.ratings import Offer, offers
from warmstart.web.review.steps import Begun, Step, Wanted, begun, step_of, unrated
from warmstart.web.review.undoing import Undoable, undoables
from warmstart.web.review.wording import counted
from warmstart.web.standing.changes import Change, change_of
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.goes import Go
from warmstart.web.standing.standing import Standing

State = Literal["front", "back", "writing", "code", "after", "gone", "end"]


@dataclass(frozen=True, slots=True)
class Page:
    """`state` gone: the item cannot be read. `go`: what is rated in the state after; `once`: see `Posted`.

    `chance`: of recalling it now, as a sentence. `change`: what the go changed.
    """

    desk: Desk
    state: State
    once: UUID
    last: Undoable | None
    facts: Facts | None = None
    unlabelled: bool = False
    face: Face | None = None
    chance: str = ""
    reasons: tuple[str, ...] = ()
    minutes: float = 0.0
    then: str = ""
    offers: tuple[Offer, ...] = ()
    seen: str = ""
    begun: Begun | None = None
    go: Go | None = None
    change: tuple[str, ...] = ()
    ending: Ending | None = None

    @property
    def leaves(self) -> bool:
        """What is to be done is done on another page."""
        return self.state in ("writing", "code")

    @property
    def ended(self) -> bool:
        return self.state == "end"


def page_of(desk: Desk, wanted: Wanted) -> Page:
    standing = desk.standing
    back = undoables(standing)
    last = back[0] if back else None
    go = None if wanted.item else unrated(standing)
    if go is not None:
        return _after(desk, go, last)
    step = step_of(desk, wanted)
    if step is None:
        return Page(desk, "end", uuid4(), last, ending=ending_of(desk))
    return _before(desk, step, wanted, last)


def _before(desk: Desk, step: Step, wanted: Wanted, last: Undoable | None) -> Page:
    standing, facts = desk.standing, step.facts
    face = None if step.way == "code" else face_of(standing, facts)
    memory = standing.memories.get(str(facts.id))
    state = _state(step, face, wanted)
    return Page(
        desk=desk,
        state=state,
        once=uuid4(),
        last=last,
        facts=facts,
        unlabelled=step.unlabelled and state != "back",
        face=face,
        chance=_chance(standing, facts.id),
        reasons=step.listed.reasons if step.listed else (),
        minutes=step.listed.minutes if step.listed else facts.minutes,
        then=desk.then(step.listed),
        offers=offers(standing, memory) if state == "back" else (),
        seen=seen_of(memory),
        begun=begun(standing, facts.id) if state == "code" else None,
    )


def _state(step: Step, face: Face | None, wanted: Wanted) -> State:
    if step.way == "code":
        return "code"
    if face is None:
        return "gone"
    if step.way == "writing":
        return "writing"
    return "back" if wanted.shown else "front"


def _after(desk: Desk, go: Go, last: Undoable | None) -> Page:
    standing = desk.standing
    change = None if go.attempt is None else change_of(standing.person, go.attempt, standing.at)
    return Page(
        desk=desk,
        state="after",
        once=uuid4(),
        last=last,
        facts=standing.items.get(go.item),
        then=desk.then(None),
        offers=offers(standing, memory_before(standing, go), go.rating),
        go=go,
        change=_told(change) if change else (),
    )


def _told(change: Change) -> tuple[str, ...]:
    """What it moved, in logits, and where the skill stands now."""
    behind = counted(change.attempts, "attempt")
    return (
        f"This changed what is believed of you by {change.sentence} (in logits: +0.4 turns 50 % into 60 %).",
        f"{change.skill_title}: a medium item would now go well with {_percent(change.after)} "
        f"({_percent(change.low)} to {_percent(change.high)}, from {behind}); before it with "
        f"{_percent(change.before)}.",
    )


def _percent(chance: float) -> str:
    return f"{100 * chance:.0f} %"


def _chance(standing: Standing, item: UUID) -> str:
    return chance_sentence(standing.recall(item))
