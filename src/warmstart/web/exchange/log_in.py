"""JSON Lines in: every line that can be taken is taken, every other one is told with its number."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from warmstart.web.accounts.models import Person
from warmstart.web.exchange.kinds import KINDS
from warmstart.web.exchange.lines import LONGEST, lines_of
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.rows import Header, Row, row_from
from warmstart.web.exchange.union import batches, unite
from warmstart.web.exchange.values import Refused


@dataclass(slots=True)
class _Told:
    """What the headers say together, and how many lines were no header."""

    rows: int = 0
    seen: int = 0


def take_log(person: Person, file: BinaryIO) -> Report:
    """`file` is read once, from where it stands; rows whose parent comes later wait on disk."""
    report, told = Report(), _Told()
    rows: Iterable[Row] = _rows(file, report, told)
    with TemporaryFile() as first, TemporaryFile() as second:
        for waiting in (first, second):
            if not _pass(person, rows, report, waiting):
                break
            rows = _again(waiting)
        else:
            for batch in batches(rows):
                _orphans(unite(person, batch, report), report)
    if told.rows > told.seen:
        report.notes.append(
            f"The file says that it has {told.rows} rows, and {told.seen} came: its end may be cut off."
        )
    return report


def _pass(person: Person, rows: Iterable[Row], report: Report, waiting: BinaryIO) -> bool:
    """Whether any row waits for its parent; those are written to `waiting`."""
    some = False
    for batch in batches(rows):
        for row in unite(person, batch, report):
            waiting.write(b"%d %s\n" % (row.line, row.raw))
            some = True
    return some


def _again(waiting: BinaryIO) -> Iterator[Row]:
    waiting.seek(0)
    for written in waiting:
        number, _, raw = written.rstrip(b"\n").partition(b" ")
        row = row_from(json.loads(raw), int(number))
        assert isinstance(row, Row)
        yield replace(row, raw=raw)


def _orphans(rows: list[Row], report: Report) -> None:
    for row in rows:
        of = KINDS[row.kind].of
        report.refuse(
            row.line, f"{row.kind} {row.id}: its {of} {row.parent} is not in this file, nor in your log"
        )


def _rows(file: BinaryIO, report: Report, told: _Told) -> Iterator[Row]:
    for number, line, ended in lines_of(file):
        if line is not None and not line.strip():
            continue
        told.seen += 1
        try:
            row = row_from(parsed(line, ended=ended), number)
        except Refused as error:
            report.refuse(number, str(error))
            continue
        if isinstance(row, Header):
            told.rows += row.rows
            told.seen -= 1
        else:
            yield replace(row, raw=line or b"")


def parsed(line: bytes | None, *, ended: bool) -> object:
    """One line as data. Refused."""
    if line is None:
        raise Refused(f"a line of at most {LONGEST // 2**20} MiB", "a longer one")
    try:
        data = json.loads(line.decode(), parse_float=_finite, parse_constant=_no_number)
        if b"\\ud" in line.lower():
            # Half a character, which JSON can spell and no database keeps.
            json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        if not ended:
            raise Refused("a whole line of JSON (this one is cut)", _start(line)) from None
        raise Refused("a line of JSON in UTF-8", _start(line)) from None
    return data


def _start(line: bytes) -> str:
    return line[:200].decode("utf-8", "backslashreplace")


def _finite(digits: str) -> float:
    found = float(digits)
    if found in (float("inf"), float("-inf")):
        raise ValueError(digits)
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)
