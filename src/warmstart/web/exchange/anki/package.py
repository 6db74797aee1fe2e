"""Our writer of packages: a collection that every Anki reads, with what was learned in it."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from hashlib import sha1
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from warmstart.web.exchange.anki.schema import DECK, MODEL, TABLES, collection_row
from warmstart.web.exchange.anki.values import Calendar, Note, Rated, State, guid_of, tag_of

FIRST_ID = 1_600_000_000_000
SPREAD = 10**11
NEW, REVIEW, SUSPENDED = 0, 2, -1
UNSENT = -1
EASE = 2500
LONGEST = 60_000
"""Milliseconds of one review that Anki shows; it caps its own at the same."""


def write_package(out: BinaryIO, notes: Iterable[Note], calendar: Calendar, at: datetime) -> int:
    """Notes written. `out` is written from where it stands."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(TABLES)
            database.execute("BEGIN")
            count = _fill(database, notes, calendar, int(at.timestamp()))
            database.execute("COMMIT")
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            _put(archive, path.name, path.read_bytes())
            _put(archive, "media", b"{}")
    return count


def _put(archive: ZipFile, name: str, content: bytes) -> None:
    """Without the time of day: the same log makes the same package."""
    archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)


def _fill(database: sqlite3.Connection, notes: Iterable[Note], calendar: Calendar, made: int) -> int:
    _insert(database, "col", [collection_row(calendar, made)])
    logged: list[tuple[datetime, int, Rated, bool]] = []
    taken: set[int] = set()
    for place, note in enumerate(notes, 1):
        id = _id(note, taken)
        _insert(database, "notes", [_note(note, id, made)])
        _insert(database, "cards", [_card(note, id, place, calendar, made)])
        reviews = sorted(note.reviews, key=lambda review: review.at)
        logged += [(review.at, id, review, n == 0) for n, review in enumerate(reviews)]
    _insert(database, "revlog", _logged(sorted(logged, key=_when)))
    return len(taken)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        database.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)  # noqa: S608


def _id(note: Note, taken: set[int]) -> int:
    """From the item, so that the next package has the same; no two are alike in one."""
    id = FIRST_ID + note.item.int % SPREAD
    while id in taken:
        id += 1
    taken.add(id)
    return id


def _note(note: Note, id: int, made: int) -> tuple[object, ...]:
    first = unescape(re.sub(r"<[^>]*>", "", note.front)).strip()
    digest = int(sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = (
        f" {tag_of(f'warmstart.{note.kind}')} {tag_of(note.topic)} "
        if note.topic
        else f" warmstart::{note.kind} "
    )
    fields = f"{_field(note.front)}\x1f{_field(note.back)}"
    return (id, guid_of(note.item), MODEL, made, UNSENT, tags, fields, first, digest, 0, "")


def _field(html: str) -> str:
    return html.replace("\x1f", " ")


def _card(note: Note, id: int, place: int, calendar: Calendar, made: int) -> tuple[object, ...]:
    state = note.state
    lapses = sum(review.rating == 1 for review in note.reviews[1:])
    kind = NEW if state is None else REVIEW
    due, days = (place, 0) if state is None else _due(state, calendar)
    queue = SUSPENDED if note.suspended else kind
    data = {} if state is None else _data(state, calendar)
    ease = 0 if state is None else EASE
    head = (id, id, DECK, 0, made, UNSENT, kind, queue, due, days, ease)
    return (*head, len(note.reviews), lapses, 0, 0, 0, 0, json.dumps(data, separators=(",", ":")))


def _due(state: State, calendar: Calendar) -> tuple[int, int]:
    due = calendar.day(state.due)
    return due, max(due - calendar.day(state.last), 1)


def _data(state: State, calendar: Calendar) -> dict[str, float]:
    return {
        "s": round(state.stability, 4),
        "d": round(state.difficulty, 3),
        "dr": calendar.wanted,
        "decay": calendar.decay,
        "lrt": int(state.last.timestamp()),
    }


def _when(mark: tuple[datetime, int, Rated, bool]) -> tuple[datetime, int]:
    return mark[:2]


def _logged(marks: list[tuple[datetime, int, Rated, bool]]) -> Iterator[tuple[int, ...]]:
    """Ids are the milliseconds; of two reviews in the same one the later takes the next."""
    last = 0
    before: dict[int, datetime] = {}
    for at, card, review, first in marks:
        last = max(last + 1, int(at.timestamp() * 1000))
        gap = 0 if first else max((at - before[card]).days, 0)
        before[card] = at
        took = min(review.seconds * 1000, LONGEST)
        yield (last, card, UNSENT, review.rating, gap, gap, 0 if first else EASE, took, 0 if first else 1)
