"""JSON Lines out: everything that the log has of one person, ordered by time, then id."""

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from heapq import merge
from typing import Any, BinaryIO
from uuid import UUID

from django.db import connection, models

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Draft
from warmstart.web.exchange.kinds import DRAFT, KINDS, Kind
from warmstart.web.exchange.rows import FORMAT, HEADER, VERSION

CHUNK = 2000
Line = tuple[datetime, str, str]
"""When, id, and the line itself."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=str).encode


def write_log(person: Person, out: BinaryIO) -> int:
    """Rows written. Memory does not grow with the log."""
    with snapshot():
        counts = {name: rows.count() for name, rows in _all(person).items()}
        head = {FORMAT: VERSION, "row": HEADER, "rows": sum(counts.values()), "counts": counts}
        out.write(_encode(head).encode() + b"\n")
        for _, _, line in merge(*_streams(person)):
            out.write(line.encode() + b"\n")
    return sum(counts.values())


def snapshot() -> AbstractContextManager[None]:
    """Everything that is read inside is read as of one moment; others may write meanwhile."""
    return nullcontext() if connection.in_atomic_block else _reading()


@contextmanager
def _reading() -> Iterator[None]:
    # Django's own transactions are for writing here (IMMEDIATE) and would keep everybody else waiting.
    isolated = " ISOLATION LEVEL REPEATABLE READ" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN{isolated}")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _all(person: Person) -> dict[str, models.QuerySet[Any]]:
    rows = {name: kind.model._default_manager.filter(**{kind.person: person}) for name, kind in KINDS.items()}
    return rows | {DRAFT: Draft.objects.filter(person=person)}


def _streams(person: Person) -> Iterator[Iterator[Line]]:
    for name, rows in _all(person).items():
        yield _drafts(rows) if name == DRAFT else _lines(KINDS[name], rows)


def _lines(kind: Kind, rows: models.QuerySet[Any]) -> Iterator[Line]:
    names = [f"{name}_id" if name == kind.parent else name for name in kind.fields]
    keys, time = tuple(kind.fields), list(kind.fields).index(kind.time)
    ordered = rows.order_by(kind.time, "pk").values_list("pk", *names)
    for pk, *values in ordered.iterator(chunk_size=CHUNK):
        id = str(pk)
        found = {FORMAT: VERSION, "row": kind.name, "id": id}
        found.update(zip(keys, map(_plain, values), strict=True))
        yield values[time], id, _encode(found)


def _drafts(rows: models.QuerySet[Any]) -> Iterator[Line]:
    ordered = rows.order_by("saved_at", "item").values_list("item", "saved_at", "text")
    for item, at, text in ordered.iterator(chunk_size=CHUNK):
        id = str(item)
        found = {FORMAT: VERSION, "row": DRAFT, "id": id, "text": text, "saved_at": at.isoformat()}
        yield at, id, _encode(found)


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case UUID():
            return str(value)
        case bytes() | memoryview():
            return _text_or_base64(bytes(value))
    return value


def _text_or_base64(source: bytes) -> object:
    try:
        return source.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(source).decode()}
