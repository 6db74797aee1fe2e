"""Cards of one's own: the text of each, and what stands against taking one."""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.http import HttpRequest

from warmstart.judge.printable import storable
from warmstart.web.standing.decisions import OwnCard
from warmstart.web.standing.facts import line_of
from warmstart.web.standing.standing import Standing

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

    @property
    def key(self) -> str:
        """Of the text: a form that brings another one shows what was changed since."""
        text = "\0".join((self.front, self.back, self.topic, "out" if self.out else ""))
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def title(self) -> str:
        """The front, as one line of a list."""
        return line_of(self.front, 120)


def cards_of(standing: Standing) -> list[Card]:
    """Those that are not taken out; the newest first."""
    found = (_card(card, own) for card, own in reversed(standing.decisions.cards.items()))
    return [card for card in found if not card.out]


def card_of(standing: Standing, card: UUID) -> Card | None:
    """Taken out ones too. None: there is none of that id that is this person's own."""
    own = standing.decisions.cards.get(card)
    return None if own is None else _card(card, own)


def _card(id: UUID, own: OwnCard) -> Card:
    return Card(id, own.front, own.back, own.topic, own.out)


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
