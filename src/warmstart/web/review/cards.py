"""Cards of one's own: reading them from the log, and what stands against taking one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from warmstart.judge.printable import storable
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind

MOST_FRONT, MOST_BACK, MOST_TOPIC = 4_000, 20_000, 100
"""Characters. A card that holds more is not recalled, it is read."""


@dataclass(frozen=True, slots=True)
class Card:
    """The last text of a card. `topic`: id of a skill, or free. `out`: taken out; it may come back."""

    id: UUID
    front: str
    back: str
    topic: str
    out: bool
    at: datetime

    @property
    def title(self) -> str:
        """The front, as one line of a list."""
        words = " ".join(self.front.split())
        return words if len(words) <= 120 else f"{words[:119]}…"


def cards_of(person: Person) -> dict[UUID, Card]:
    """All of them, those taken out too; the one written last is the last."""
    found: dict[UUID, Card] = {}
    for row in Entry.objects.filter(person=person, kind=EntryKind.CARD).order_by("at", "pk"):
        if row.item is not None:
            found.pop(row.item, None)
            found[row.item] = _card(row.item, row)
    return found


def card_of(person: Person, card: UUID) -> Card | None:
    """None: there is none of that id that is this person's own."""
    rows = Entry.objects.filter(person=person, kind=EntryKind.CARD, item=card)
    row = rows.order_by("at", "pk").last()
    return None if row is None else _card(card, row)


def _card(id: UUID, row: Entry) -> Card:
    front, back, topic = (str(row.data.get(key, "")) for key in ("front", "back", "topic"))
    return Card(id, front, back, topic, bool(row.data.get("out")), row.at)


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands against a card. `field`: name of what to mend."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Written:
    """A card as it was posted."""

    front: str
    back: str
    topic: str

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Empty: it can be kept."""
        found = []
        if not self.front.strip():
            found.append(Fault("front", "The front is empty: write what you want to be asked."))
        if not self.back.strip():
            found.append(Fault("back", "The back is empty: write what you want to recall."))
        limits = (
            ("front", self.front, MOST_FRONT),
            ("back", self.back, MOST_BACK),
            ("topic", self.topic, MOST_TOPIC),
        )
        found += [_too_long(name, len(text), most) for name, text, most in limits if len(text) > most]
        return tuple(found)


def _too_long(name: str, length: int, most: int) -> Fault:
    sentence = f"The {name} has {length:,} characters; at most {most:,} are kept. Make two cards of it."
    return Fault(name, sentence if name != "topic" else sentence.replace(" Make two cards of it.", ""))


def posted_card(request: HttpRequest) -> Written:
    """Line ends as typed; what no database takes is escaped."""
    front, back, topic = (_text(request, name) for name in ("front", "back", "topic"))
    return Written(front, back, " ".join(topic.split()))


def _text(request: HttpRequest, name: str) -> str:
    return storable(request.POST.get(name, "").replace("\r\n", "\n").replace("\r", "\n"))
