"""What somebody did so far, as other programs count it: rated goes at items, and cards of one's own."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.standing import timeline
from warmstart.web.standing.gather import added
from warmstart.web.standing.goes import Go
from warmstart.web.standing.standing import Standing, standing_of

SAME = timedelta(seconds=1)
"""Nobody rates one item twice within this: a review so near to one that is there is the same one."""


@dataclass(frozen=True, slots=True)
class History:
    """`goes`: with a rating, oldest first. `times`: by item, of everything that ever was one, also undone."""

    standing: Standing
    goes: tuple[Go, ...]
    times: dict[UUID, list[datetime]]

    def has(self, item: UUID, at: datetime) -> bool:
        times = self.times.get(item, [])
        place = bisect_left(times, at - SAME)
        return place < len(times) and times[place] <= at + SAME


def history_of(person: Person, at: datetime) -> History:
    standing, found = standing_of(person, at), added(person, None)
    goes = timeline.goes(person, found, standing.decisions, standing.items, at, every=True)
    rated = tuple(go for go in goes if go.rating is not None)
    times = _times([*((go.item, go.at) for go in rated), *((item, rated.at) for item, rated in found.sights)])
    return History(standing, rated, times)


def _times(marks: Iterable[tuple[UUID, datetime]]) -> dict[UUID, list[datetime]]:
    times: dict[UUID, list[datetime]] = {}
    for item, at in sorted(marks):
        times.setdefault(item, []).append(at)
    return times


@dataclass(frozen=True, slots=True)
class Card:
    """A card of one's own as it stands, and when it was made so."""

    front: str
    back: str
    topic: str
    out: bool
    at: datetime

    def says(self, front: str, back: str, topic: str) -> bool:
        return (self.front, self.back, self.topic, self.out) == (front, back, topic, False)


def cards_of(person: Person) -> dict[UUID, Card]:
    """By item, also those that were taken out."""
    rows = Entry.objects.filter(person=person, kind=EntryKind.CARD).order_by("at", "pk")
    found: dict[UUID, Card] = {}
    for item, at, data in rows.values_list("item", "at", "data"):
        if item is not None:
            front, back, topic = (str(data.get(key, "")) for key in ("front", "back", "topic"))
            found[item] = Card(front, back, topic, bool(data.get("out")), at)
    return found
