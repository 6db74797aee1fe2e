"""A field over a plot: two colours that fade towards one half, and the line where one half is crossed."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from warmstart.web.coding.drawing.svg import element, number

LEVELS = 8
"""Steps of colour on each side of one half: fields are large, and runs of one step are one mark."""
STRONGEST = 0.42
Box = tuple[float, float, float, float]
"""x, y, width, height."""


def draw_field(field: Sequence[Sequence[float]], box: Box) -> str:
    """Row 0 is at the bottom."""
    rows = [[min(max(float(value or 0.0), 0.0), 1.0) for value in row] for row in field]
    if not rows or not rows[0]:
        return ""
    x, y, width, height = box
    tall = height / len(rows)
    runs = [
        _run(
            level, x + width * first / len(row), y + height - (up + 1) * tall, width * count / len(row), tall
        )
        for up, row in enumerate(rows)
        for level, first, count in _runs(row)
        if level
    ]
    border = element("path", d="".join(_border(rows, box)), class_="border")
    return "".join(runs) + border


def _runs(row: Sequence[float]) -> Iterator[tuple[int, int, int]]:
    """(level, first, count); level below 0: towards 0."""
    at = 0
    for level, same in groupby(round((value - 0.5) * 2 * LEVELS) for value in row):
        count = len(list(same))
        yield level, at, count
        at += count


def _run(level: int, x: float, y: float, width: float, height: float) -> str:
    opacity = f"{STRONGEST * abs(level) / LEVELS:.2f}"
    side = "low" if level < 0 else "high"
    # A hair too large, so that no seam shows between neighbours.
    return element(
        "rect", x=x, y=y, width=width + 0.3, height=height + 0.3, class_=side, fill_opacity=opacity
    )


def _border(rows: Sequence[Sequence[float]], box: Box) -> Iterator[str]:
    """Edges between cells on different sides of one half: the boundary of a classifier, without colour."""
    x, y, width, height = box
    tall = height / len(rows)
    for up, row in enumerate(rows):
        foot, wide = y + height - up * tall, width / len(row)
        for at, (left, right) in enumerate(pairwise(row), 1):
            if (left >= 0.5) != (right >= 0.5):
                yield f"M{number(x + at * wide)} {number(foot)}v{number(-tall)}"
        above = rows[up + 1] if up + 1 < len(rows) else row
        for at, (low, high) in enumerate(zip(row, above, strict=False)):
            if (low >= 0.5) != (high >= 0.5):
                yield f"M{number(x + at * wide)} {number(foot - tall)}h{number(wide)}"
