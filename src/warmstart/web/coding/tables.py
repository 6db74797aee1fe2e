"""Rows of a query as tables: what goes in, what is wanted, and which rows differ."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from warmstart.judge.literal import LiteralError, parse
from warmstart.judge.problem import FrozenCase, FrozenProblem
from warmstart.judge.structures import Raises
from warmstart.web.coding.printable import printable

MOST_ROWS = 40
"""Of one table; what comes after is counted."""
MOST_LETTERS = 200

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `sign`: "" the same on both sides, "missing", or "not wanted"."""

    cells: tuple[str, ...]
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`more`: rows that are not shown. `signed`: it tells two results apart."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    more: int = 0
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A visible case of a query: tables before it, rows that are wanted."""

    name: str
    why: str
    given: tuple[Table, ...]
    wanted: Table


def samples_of(problem: FrozenProblem) -> tuple[Sample, ...]:
    """None of a problem that asks for no query: its statement has its examples."""
    if not problem.is_query:
        return ()
    return tuple(
        Sample(case.name, case.why, given(problem, case), wanted(problem, case))
        for case in problem.cases
        if case.visible
    )


def given(problem: FrozenProblem, case: FrozenCase) -> tuple[Table, ...]:
    """The tables that a query is run on, with the names that the schema gives their columns."""
    tables = case.input if isinstance(case.input, Mapping) else {}
    names = columns_of(problem.schema)
    return tuple(_table(str(name), names.get(str(name), ()), rows) for name, rows in tables.items())


def wanted(problem: FrozenProblem, case: FrozenCase) -> Table:
    rows = () if isinstance(case.expected, Raises) else case.expected
    return _table("Expected", result_columns(problem), rows)


def differing(problem: FrozenProblem, case: FrozenCase, got: str) -> Table | None:
    """Expected rows and those that came, in one table. None: what came is no table, or was cut short."""
    try:
        came = parse(got)
    except LiteralError:
        return None
    if not isinstance(came, list) or not all(isinstance(row, tuple) for row in came):
        return None
    rows = case.expected if isinstance(case.expected, list | tuple) else ()
    lines = _aligned(rows, came) if problem.ordered else _sorted_out(rows, came)
    # Those that differ first, where not all can be shown.
    shown = lines if len(lines) <= MOST_ROWS else sorted(lines, key=lambda line: not line.sign)[:MOST_ROWS]
    wide = max((len(line.cells) for line in lines), default=0)
    columns = _fitting(result_columns(problem), wide)
    return Table("Your rows beside the expected ones", columns, tuple(shown), len(lines) - len(shown), True)


def _table(name: str, columns: Sequence[str], rows: object) -> Table:
    held = list(rows) if isinstance(rows, list | tuple) else []
    lines = tuple(Line(_cells(row)) for row in held[:MOST_ROWS])
    wide = max((len(line.cells) for line in lines), default=len(columns))
    return Table(name, _fitting(columns, wide), lines, len(held) - len(lines))


def _fitting(columns: Sequence[str], wide: int) -> tuple[str, ...]:
    """The names, where there is one for each column; else numbers."""
    return tuple(columns) if len(columns) == wide else tuple(f"column {at + 1}" for at in range(wide))


def _cells(row: object) -> tuple[str, ...]:
    return tuple(map(_cell, row)) if isinstance(row, list | tuple) else (_cell(row),)


def _cell(value: object) -> str:
    words = "NULL" if value is None else value if isinstance(value, str) else repr(value)
    shown = printable(words)
    return shown if len(shown) <= MOST_LETTERS else f"{shown[:MOST_LETTERS]}\u2026"


def _key(row: Sequence[object]) -> tuple[object, ...]:
    """Equal for rows that the judge calls equal, but for floats that differ in the tenth digit."""
    return tuple(
        f"{float(cell):.9g}" if isinstance(cell, int | float) else (type(cell).__name__, cell) for cell in row
    )


def _aligned(expected: Rows, came: Rows) -> list[Line]:
    left, right = [_key(row) for row in expected], [_key(row) for row in came]
    lines: list[Line] = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += [Line(_cells(row)) for row in expected[a:b]]
            continue
        lines += [Line(_cells(row), "missing") for row in expected[a:b]]
        lines += [Line(_cells(row), "not wanted") for row in came[c:d]]
    return lines


def _sorted_out(expected: Rows, came: Rows) -> list[Line]:
    """Rows without an order: those wanted first, then those too many."""
    have = Counter(map(_key, came))
    lines = []
    for row in expected:
        found = have[_key(row)] > 0
        have[_key(row)] -= found
        lines.append(Line(_cells(row), "" if found else "missing"))
    for row in came:
        if have[_key(row)] > 0:
            have[_key(row)] -= 1
            lines.append(Line(_cells(row), "not wanted"))
    return lines


_RESULT = re.compile(r"^--\s*Columns:\s*(.+?)\.?\s*$", re.MULTILINE)


def result_columns(problem: FrozenProblem) -> tuple[str, ...]:
    """From the line at the starter's top that tells them: `-- Columns: team, model.`"""
    found = _RESULT.search(problem.starter)
    return tuple(name.strip() for name in found[1].split(",")) if found else ()


_CREATE = re.compile(r"""CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?["`\[]?(\w+)["`\]]?\s*\(""", re.IGNORECASE)
_RULES = {"PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"}


def columns_of(schema: str) -> dict[str, tuple[str, ...]]:
    """Table name to column names, as far as its CREATE statement is plain. Nothing of it is run."""
    return {found[1]: _columns(schema[found.end() :]) for found in _CREATE.finditer(schema)}


def _columns(text: str) -> tuple[str, ...]:
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0 or (letter == "," and depth == 0):
            parts.append(text[start:at])
            start = at + 1
        if depth < 0:
            break
    words = [part.split() for part in parts]
    return tuple(each[0].strip('"`[]') for each in words if each and each[0].upper() not in _RULES)
