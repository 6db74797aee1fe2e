"""What goes into a package and what comes out of one, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

OURS = "warmstart-"
"""Begins the GUID of a note that was made of one of our items."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One review. `rating`: 1 to 4. `seconds`: it took, 0 where nobody knows."""

    at: datetime
    rating: int
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """FSRS's memory. `due`, `last`: instants."""

    stability: float
    difficulty: float
    last: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """One item as a note with one card. `front`, `back`: HTML. `topic`: words with dots between levels."""

    item: UUID
    front: str
    back: str
    topic: str
    kind: str
    state: State | None = None
    reviews: tuple[Rated, ...] = ()
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """How Anki counts days. `start`: the instant at which day 0 begins. `west`: minutes west of UTC then."""

    start: datetime
    west: int
    wanted: float
    decay: float

    def day(self, at: datetime) -> int:
        return (at - self.start).days


def guid_of(item: UUID) -> str:
    return f"{OURS}{item.hex}"


def item_of_guid(guid: str) -> UUID | None:
    """None: the note is not ours."""
    name = guid.removeprefix(OURS)
    if name == guid or len(name) != 32:
        return None
    try:
        return UUID(hex=name)
    except ValueError:
        return None


def tag_of(topic: str) -> str:
    """A tag has no spaces; Anki shows `::` as levels."""
    return "_".join(topic.replace(".", "::").split())
