"""Whether the rows of a query are the expected ones: as a multiset, unless their order is asked for.

A number equals a number of the same value, integer or float: SQL tells them apart only where the
statement of a problem does. NULL equals NULL.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from warmstart.judge.compare import Mismatch, Tolerance, compare

Row = tuple[object, ...]

MOST_TRIES = 50_000
"""Pairs of rows that are tried before they count as different: floats a hair apart must be looked for."""

_RANKS: dict[type, int] = {type(None): 0, int: 1, float: 1, str: 2, bytes: 3}


def compare_rows(expected: object, got: object, tolerance: Tolerance, *, ordered: bool) -> Mismatch | None:
    """None: equal. Otherwise where they part. `got` came from a sandbox and may be anything."""
    if not _is_table(got):
        return Mismatch("", "want rows of numbers, text, blobs and NULL", telling=True)
    assert isinstance(expected, list | tuple)
    assert isinstance(got, list)
    want, have = [_plain(row) for row in expected], got
    if want and have and len(want[0]) != len(have[0]):
        what = f"want rows of {len(want[0])} columns, got {len(have[0])}"
        return Mismatch("", what, telling=True)
    if len(want) != len(have):
        return Mismatch("", f"want {len(want)} rows, got {len(have)}")
    if not ordered:
        return _multiset(want, have, tolerance)
    return _in_order(want, have, tolerance)


def _is_table(got: object) -> bool:
    return isinstance(got, list) and all(
        type(row) is tuple and len(row) == len(got[0]) and all(type(cell) in _RANKS for cell in row)
        for row in got
    )


def _plain(row: Sequence[object]) -> Row:
    """As SQLite holds it, which has no truth values."""
    return tuple(int(cell) if isinstance(cell, bool) else cell for cell in row)


def _in_order(want: list[Row], have: list[Row], tolerance: Tolerance) -> Mismatch | None:
    for number, (row, other) in enumerate(zip(want, have, strict=True), 1):
        if not _same(row, other, tolerance):
            if _multiset(want, have, tolerance) is None:
                return Mismatch("", "the rows are right, their order is not", telling=True)
            return Mismatch(f"row {number}", f"want {_brief(row)}, got {_brief(other)}")
    return None


def _multiset(want: list[Row], have: list[Row], tolerance: Tolerance) -> Mismatch | None:
    exact = Counter(want) & Counter(have)
    rest = _without(have, exact)
    tries = MOST_TRIES
    for row in _without(want, exact):
        found = (n for n, other in enumerate(islice(rest, tries)) if _same(row, other, tolerance))
        partner = next(found, None)
        if partner is None:
            return Mismatch("", f"the row {_brief(row)} is missing")
        tries -= partner
        del rest[partner]
    return None


def _without(rows: list[Row], gone: Counter[Row]) -> list[Row]:
    """Sorted, so that a row's partner in the other list stands near the front."""
    return sorted((Counter(rows) - gone).elements(), key=lambda row: tuple(map(_key, row)))


def _key(cell: object) -> tuple[int, object]:
    return _RANKS[type(cell)], 0 if cell is None else cell


def _same(row: Row, other: Row, tolerance: Tolerance) -> bool:
    return len(row) == len(other) and all(
        compare(want, have, tolerance) is None for want, have in _cells(row, other)
    )


def _cells(row: Row, other: Row) -> Iterator[tuple[object, object]]:
    for want, have in zip(row, other, strict=True):
        yield (float(want) if isinstance(want, int) and isinstance(have, float) else want), have


def _brief(row: Row) -> str:
    text = repr(row)
    return text if len(text) <= 80 else text[:77] + "..."
