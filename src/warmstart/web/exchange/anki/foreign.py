"""A note of a package as its reader printed it, looked at value by value: what is odd is told, not taken."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from warmstart.web.exchange.anki.values import Rated
from warmstart.web.exchange.values import FIRST, Refused

AHEAD = timedelta(days=1)
BY_HAND = frozenset({4, 5})
"""Types of rows that say that somebody, or Anki, moved a card without a review."""
SUSPENDED = -1
OURS_AND_ANKIS = frozenset({"leech", "marked"})
GUID = 200


@dataclass(frozen=True, slots=True)
class Learned:
    """FSRS's state of a card as Anki has it. `last`: None where it does not say."""

    stability: float
    difficulty: float
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Taken:
    """The reviews of a card by Anki's ids, what was told of the others, and how many were no reviews."""

    reviews: tuple[tuple[int, Rated], ...]
    refused: tuple[str, ...]
    by_hand: int


def guid_in(note: Mapping[str, Any]) -> str:
    """Refused."""
    guid = note.get("guid")
    if not isinstance(guid, str) or not 0 < len(guid) <= GUID:
        raise Refused(f"a note with a GUID of 1 to {GUID} letters", guid)
    return guid


def seconds_in(value: object, now: datetime) -> datetime:
    """When a note or card was changed; what cannot be is now."""
    if isinstance(value, int) and 0 <= value <= (now - FIRST).total_seconds():
        return FIRST + timedelta(seconds=value)
    return now


def topic_in(tags: object) -> str:
    """The first tag that is a topic, with dots between its levels."""
    words = tags[:1000].split() if isinstance(tags, str) else []
    topics = [
        word for word in words if word.lower() not in OURS_AND_ANKIS and not word.startswith("warmstart::")
    ]
    return topics[0].replace("::", ".") if topics else ""


def reviews_in(rows: Iterable[list[Any]], now: datetime) -> Taken:
    """`rows`: id, ease, time, type, as in the table `revlog`."""
    taken, refused, by_hand = [], [], 0
    latest = (now + AHEAD - FIRST) // timedelta(milliseconds=1)
    for id, ease, time, kind in rows:
        if kind in BY_HAND or ease == 0:
            by_hand += 1
        elif type(id) is not int or not 0 < id <= latest:
            refused.append(f"want a review between 1970 and tomorrow, got one at {id} ms")
        elif type(ease) is not int or not 1 <= ease <= 4:
            refused.append(f"want a rating from 1 to 4, got {ease}")
        else:
            took = round(time / 1000) if type(time) is int and time > 0 else 0
            taken.append((id, Rated(FIRST + timedelta(milliseconds=id), ease, took)))
    return Taken(tuple(sorted(taken, key=lambda pair: pair[0])), tuple(refused), by_hand)


def learned_in(card: Mapping[str, Any]) -> Learned | None:
    """None: Anki has no state of FSRS's for it, or none that can be."""
    try:
        data = json.loads(card.get("data") or "{}")
        stability, difficulty = float(data["s"]), float(data["d"])
        last = data.get("lrt")
        at = FIRST + timedelta(seconds=int(last)) if last is not None else None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    inside = 0.001 <= stability <= 36500 and 1 <= difficulty <= 10
    return Learned(stability, difficulty, at) if inside else None


def last_review(card: Mapping[str, Any], learned: Learned, start: object, now: datetime) -> datetime | None:
    """Of a card without its reviews: as it says, else by its due day and interval. None: nobody can tell."""
    at = learned.last
    values = (start, card.get("due"), card.get("ivl"))
    if at is None and all(type(value) is int and abs(value) < 10**11 for value in values):
        crt, due, days = (int(value) for value in values)  # type: ignore[arg-type]
        with suppress(OverflowError):
            at = FIRST + timedelta(seconds=crt, days=due - days)
    return at if at is not None and FIRST <= at <= now else None
