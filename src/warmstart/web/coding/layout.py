"""Values over lines for reading: a part a line where they are long, arrays with shape and dtype."""

import numpy as np

from warmstart.judge.literal import LiteralError, parse, show

WIDTH = 64
MOST_LINES = 80
_STEP = "  "


def layout(value: object) -> list[str]:
    """Lines that read like Python; keys of long dicts in order, so that two layouts can be compared."""
    lines = _lines(value, "", "", "")
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[:MOST_LINES], f"\u2026 {len(lines) - MOST_LINES} more lines"]


def layout_of_text(text: str) -> list[str]:
    """The layout of what a text writes down; the text itself where it is cut short or no value."""
    try:
        return layout(parse(text))
    except LiteralError:
        return text.split("\n")


def _lines(value: object, indent: str, lead: str, end: str) -> list[str]:
    note = f"  # {value.shape} {value.dtype.name}" if isinstance(value, np.ndarray) else ""
    line = f"{indent}{lead}{show(value)}{end}{note}"
    if len(line) <= WIDTH or not _parts(value):
        return [line]
    opening, closing = _brackets(value)
    inner = [
        text
        for key, part in _parts(value)
        for text in _lines(part, indent + _STEP, f"{key}: " if key else "", ",")
    ]
    return [f"{indent}{lead}{opening}", *_packed(inner), f"{indent}{closing}{end}{note}"]


def _parts(value: object) -> list[tuple[str, object]]:
    """What a value is made of, with its key in a dict; nothing: it stays on its line."""
    match value:
        case dict():
            return sorted((show(key), part) for key, part in value.items())
        case list() | tuple():
            return [("", part) for part in value]
        case np.ndarray() if value.ndim:
            return [("", _row(part)) for part in value]
    return []


def _row(part: object) -> object:
    """Rows of an array read as lists: its dtype is told once, at its end."""
    return part.tolist() if isinstance(part, np.ndarray) else part


def _brackets(value: object) -> tuple[str, str]:
    match value:
        case dict():
            return "{", "}"
        case tuple():
            return "(", ")"
        case np.ndarray():
            return "array([", "])"
    return "[", "]"


def _packed(lines: list[str]) -> list[str]:
    """Short entries of a flat list share lines, eight to a line, so that places can be counted."""
    if any(len(line) > 2 + WIDTH // 8 or line.lstrip()[0] in "[({" for line in lines):
        return lines
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    groups = [lines[at : at + 8] for at in range(0, len(lines), 8)]
    return [indent + " ".join(line.strip() for line in group) for group in groups]
