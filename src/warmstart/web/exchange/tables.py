"""CSV as RFC 4180 has it: rows with their lines in, and cells that no spreadsheet takes for formulas out."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import Any, BinaryIO

from warmstart.web.exchange.report import Report

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "'")
"""A spreadsheet may run what begins so. The quote itself is here so that taking it off again is exact."""


def guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(DANGEROUS) else cell


def write_table(out: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Rows written."""
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer, count = csv.writer(text), 0
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
        count += 1
    text.detach()
    return count


def read_table(file: BinaryIO, header: Sequence[str], report: Report) -> Iterator[tuple[int, list[str]]]:
    """(line on which it begins, cells in the order of `header`); what is no such row is told in `report`."""
    text = TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _rows(csv.reader(text, strict=True), header, report)
    finally:
        text.detach()


def _rows(reader: Any, header: Sequence[str], report: Report) -> Iterator[tuple[int, list[str]]]:
    places: list[int] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            report.refuse(line, f"want a row of CSV, got one that is none ({error})")
            continue
        if not cells:
            continue
        if places is None:
            places = _places([cell.strip().lower() for cell in cells], header, report, line)
            width = len(cells)
            if not places:
                return
        elif len(cells) != width:
            report.refuse(line, f"want {width} cells as in the header, got {len(cells)}")
        elif not all(map(_is_text, cells)):
            report.refuse(line, "want UTF-8, got other bytes")
        else:
            yield line, [unguarded(cells[place]) for place in places]


def _places(found: list[str], header: Sequence[str], report: Report, line: int) -> list[int]:
    missing = [name for name in header if name not in found]
    if missing:
        report.refuse(line, f"want a header with {','.join(header)}, got none with {', '.join(missing)}")
        return []
    return [found.index(name) for name in header]


def _is_text(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True
