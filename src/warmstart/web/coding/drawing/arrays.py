"""Rows of values in cells, with named pointers below them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warmstart.web.coding.drawing.states import class_of, sign
from warmstart.web.coding.drawing.svg import Drawing, brief, cut, element, group, number, text, told, width_of

CELL = 34.0
SMALL = 28.0
"""Width up to which a cell has a small sign, so that its value stays to be read."""
LINE = 15.0
WIDEST = 560.0
GAP = 14.0
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Room:
    """What all frames of a visual share, so that nothing moves but what the algorithm moves.

    `cell`: width. `band`: cells a line; longer rows go on below. `before`: a pointer stands before cell 0.
    `stacked`: pointers at one place, at most, by row.
    """

    cell: float
    band: int
    before: bool
    stacked: tuple[int, ...]


def room_for(views: Iterable[View]) -> Room:
    rows = [list(enumerate(view["rows"])) for view in views]
    all_rows = [row for frame in rows for _, row in frame]
    values = [brief(value) for row in all_rows for value in row["values"]]
    names = [name for row in all_rows for name in row.get("pointers") or ()]
    cell = max([CELL, *(width_of(words) + 14 for words in values), *(width_of(name) for name in names)])
    depth = max((len(frame) for frame in rows), default=0)
    stacked = tuple(
        max((_deepest(row) for frame in rows for place, row in frame if place == at), default=0)
        for at in range(depth)
    )
    before = any(at < 0 for row in all_rows for at in (row.get("pointers") or {}).values())
    return Room(cell, max(4, int(WIDEST / cell)), before, stacked)


def _deepest(row: View) -> int:
    at = list((row.get("pointers") or {}).values())
    return max((at.count(place) for place in at), default=0)


def draw(view: View, room: Room) -> Drawing:
    """Rows below one another."""
    content, y, width = [], 0.0, 0.0
    for at, row in enumerate(view["rows"]):
        drawn = _row(row, room, room.stacked[at] if at < len(room.stacked) else 0)
        content.append(group([drawn.content], "row", transform=f"translate(0 {number(y)})"))
        y += drawn.height + GAP
        width = max(width, drawn.width)
    return Drawing("".join(content), width, max(y - GAP, CELL))


def _row(row: View, room: Room, stacked: int) -> Drawing:
    label = str(told(row, "label"))
    top = 20.0 if label else 0.0
    values = row["values"]
    places = max([len(values), *(at + 1 for at in (row.get("pointers") or {}).values())])
    height = LINE + CELL + (stacked * LINE + 6 if stacked else 2)
    bands = range(0, max(places, 1), room.band)
    content = [text(2, 9, label, "name", anchor="start")]
    for line, first in enumerate(bands):
        content.append(_band(row, room, first, top + line * height))
    left = room.cell / 2 if room.before else 0.0
    width = left + room.cell * min(room.band, max(places, 1)) + 7
    return Drawing("".join(content), max(width, width_of(label) + 4), top + height * len(bands))


def _band(row: View, room: Room, first: int, y: float) -> str:
    """Cells `first` and after it, with their places above and pointers below."""
    values, states = row["values"], row.get("states") or ()
    left = 2 + (room.cell / 2 if room.before else 0.0)
    content = []
    for at in range(first, min(first + room.band, len(values))):
        x = left + (at - first) * room.cell
        state = states[at] if at < len(states) else ""
        content.append(text(x + room.cell / 2, y + LINE / 2, str(at), "place"))
        content.append(cell(values[at], state, x, y + LINE, room.cell, CELL))
    content += _pointers(row, room, first, left, y + LINE + CELL)
    return "".join(content)


def _pointers(row: View, room: Room, first: int, left: float, y: float) -> list[str]:
    content, taken = [], dict[int, int]()
    for name, at in (row.get("pointers") or {}).items():
        if not first <= at < first + room.band and not (at < 0 and first == 0):
            continue
        x = left + (max(at, -1) - first + 0.5) * room.cell
        if at not in taken:
            content.append(element("path", d=f"M{number(x)} {number(y + 2)}l4 6h-8z", class_="pointer"))
        line = taken.get(at, 0)
        taken[at] = line + 1
        content.append(text(x, y + 15 + line * LINE, name, "name"))
    return content


def cell(
    value: object, state: str, x: float, y: float, width: float, height: float, *, under: str = ""
) -> str:
    """One box with its value, also for grids. `under`: markup between box and value."""
    box = element("rect", x=x + 1.5, y=y + 1.5, width=width - 3, height=height - 3, rx=3)
    inner = element("rect", x=x + 4, y=y + 4, width=width - 8, height=height - 8, rx=2, class_="inner")
    words = text(x + width / 2, y + height / 2, brief(value))
    return group(
        [
            box,
            under,
            inner if state == "active" else "",
            words,
            sign(state, x + width - 3, y + 3, scale=1.0 if width > SMALL else 0.7),
        ],
        class_of(state, "cell"),
        title=cut(value),
    )
