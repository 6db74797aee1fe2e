"""Logs for tests: invented ones as lines, and what a person's log is as text."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.record import Record
from warmstart.web.exchange.log_in import take_log
from warmstart.web.exchange.log_out import write_log
from warmstart.web.exchange.report import Report

SPACE = UUID("7d1cb14d-4a27-4a06-8f5b-0a52a3b3f5c0")
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def person(name: str) -> Person:
    return Person.objects.get_or_create(username=name)[0]


def id_of(name: str) -> str:
    return str(uuid5(SPACE, name))


def at(minutes: float) -> str:
    return (NOON + timedelta(minutes=minutes)).isoformat()


def line(row: str, name: str, **fields: Any) -> dict[str, Any]:
    return {"warmstart": 1, "row": row, "id": id_of(name), **fields}


def attempt(name: str, minutes: float = 0, item: str = "item") -> dict[str, Any]:
    fields = {"item": id_of(item), "version": 1, "origin": "web", "seed": None}
    return line("attempt", name, begun_at=at(minutes), **fields)


def submission(name: str, of: str, minutes: float = 1, source: Any = "print()\n") -> dict[str, Any]:
    fields = {"attempt": id_of(of), "source": source, "cancelled_at": None}
    return line("submission", name, created_at=at(minutes), **fields)


def verdict(name: str, of: str, minutes: float = 2) -> dict[str, Any]:
    data = Verdict(Outcome.AC, ()).as_json()
    fields = {"submission": id_of(of), "version": 1, "outcome": "AC", "data": data}
    return line("verdict", name, judged_at=at(minutes), **fields)


def event(name: str, of: str, minutes: float = 1, kind: str = "hint_shown", text: str = "") -> dict[str, Any]:
    return line("event", name, attempt=id_of(of), kind=kind, at=at(minutes), number=1, text=text)


def answer(name: str, of: str, minutes: float = 1, text: str = "Überanpassung") -> dict[str, Any]:
    fields = {"attempt": id_of(of), "part": 0, "text": text, "confidence": 70, "seconds": None}
    return line("answer", name, answered_at=at(minutes), **fields)


def grade(name: str, of: str, minutes: float = 2, **other: Any) -> dict[str, Any]:
    """`other`: what of its data is otherwise."""
    empty: dict[str, Any] = {"lines": [], "wrongs": [], "flags": [], "notes": []}
    data = Record((), (), 0.0, 0.5, 1.0, 1, 0.5).as_json() | empty | other
    fields = {"answer": id_of(of), "version": 1, "grader": "words 2", "share": 0.5, "data": data}
    return line("grade", name, graded_at=at(minutes), **fields)


def review(name: str, minutes: float = 3, of: str | None = None, rating: int = 3) -> dict[str, Any]:
    fields = {"item": id_of("item"), "rating": rating, "seconds": 9, "zone": "Europe/Vienna"}
    return line("review", name, reviewed_at=at(minutes), attempt=None if of is None else id_of(of), **fields)


def entry(name: str, when: float = 4, kind: str = "pace", **data: Any) -> dict[str, Any]:
    return line("entry", name, kind=kind, at=at(when), item=None, data=data or {"minutes": 30})


def draft(item: str, minutes: float = 5, text: str = "half a thought") -> dict[str, Any]:
    return line("draft", item, text=text, saved_at=at(minutes))


WHOLE = [
    attempt("a"),
    event("e", "a"),
    submission("s", "a"),
    submission("bytes", "a", 1.5, {"base64": "/wD+"}),
    verdict("v", "s"),
    attempt("b", 1, "question"),
    answer("w", "b", 2),
    grade("g", "w", 3),
    review("r", 4, "b"),
    review("sight", 5),
    entry("p"),
    draft("item"),
]
"""One row of every kind, and two more."""


def packed(rows: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def take(name: str, rows: Iterable[dict[str, Any]] | bytes) -> Report:
    return take_log(person(name), BytesIO(rows if isinstance(rows, bytes) else packed(rows)))


def log_of(name: str) -> bytes:
    out = BytesIO()
    write_log(person(name), out)
    return out.getvalue()


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(each) for each in log_of(name).splitlines()[1:]]
