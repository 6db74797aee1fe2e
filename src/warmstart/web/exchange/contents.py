"""Rows of the log made from what other programs write: the same contents make the same ids, everywhere."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid5

from warmstart.web.attempts.models import EntryKind
from warmstart.web.attempts.practice_log import MOST_SECONDS
from warmstart.web.exchange.rows import Row

SPACE = UUID("5a1f5a0e-9a35-4f0e-8f0a-6f5d5f1c2b77")


def named(*parts: object) -> UUID:
    """An id from contents. Parts are kept apart, whatever is in them."""
    digest = sha256()
    for part in parts:
        written = str(part).encode()
        digest.update(b"%d:%s" % (len(written), written))
    return uuid5(SPACE, digest.hexdigest())


def item_of(text: str, program: str) -> UUID:
    """An id of ours as it is; what another program calls its card, under a name of ours."""
    try:
        item = UUID(text)
    except ValueError:
        return named(program, "card", text)
    return item if str(item) == text else named(program, "card", text)


def review_row(id: UUID, item: UUID, at: datetime, rating: int, seconds: float | None, line: int = 0) -> Row:
    kept = None if seconds is None or seconds < 0 else min(round(seconds), MOST_SECONDS)
    fields = {"item": item, "attempt": None, "rating": rating, "reviewed_at": at, "seconds": kept, "zone": ""}
    return Row("review", id, fields, line, named=True)


def entry_row(
    id: UUID, kind: EntryKind, item: UUID, at: datetime, data: dict[str, object] | None = None, line: int = 0
) -> Row:
    return Row("entry", id, {"kind": kind, "at": at, "item": item, "data": data or {}}, line, named=True)


def card_row(id: UUID, item: UUID, at: datetime, front: str, back: str, topic: str, line: int = 0) -> Row:
    data: dict[str, object] = {"front": front, "back": back, "topic": topic, "out": False}
    return entry_row(id, EntryKind.CARD, item, at, data, line)
