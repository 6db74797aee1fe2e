"""Cells in two dimensions, with the names of rows and columns; heat as colour beneath the number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from warmstart.web.coding.drawing.arrays import cell
from warmstart.web.coding.drawing.svg import Drawing, brief, element, text, width_of

HEIGHT = 32.0
SMALL = 24.0
LINE = 20.0
MARGIN = 4.0
"""For the signs of cells at the picture's edge."""
STRONGEST = 0.45
"""Opacity of heat 1: ink stays legible on it, in light and in dark."""
LETTERS = 12.0
"""Room beside the letters of a cell."""
LONGEST_NAME = 14
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Room:
    """Sizes that all frames of a visual share. `left`, `top`: for names."""

    width: float
    height: float
    left: float
    top: float


def room_for(views: Iterable[View]) -> Room:
    seen = list(views)
    letters = [brief(value) for view in seen for row in view["cells"] for value in row]
    columns = [brief(name, LONGEST_NAME) for view in seen for name in view.get("column_labels") or ()]
    rows = [brief(name, LONGEST_NAME) for view in seen for name in view.get("row_labels") or ()]
    longest = max((len(words) for words in letters), default=0)
    many = max((len(row) for view in seen for row in view["cells"]), default=0)
    small = longest <= 2 and many > 10
    width = SMALL if small else max(HEIGHT, LETTERS + longest * 8.4)
    return Room(
        max([width, *_wanted(columns)]),
        SMALL if small else HEIGHT,
        max((width_of(name) + 8 for name in rows), default=0.0),
        LINE if columns else MARGIN,
    )


def _wanted(names: Iterable[str]) -> Iterator[float]:
    """Widths at which neighbouring names keep apart; one long name among short ones may stand over both."""
    for left, right in pairwise(names):
        yield 7.2 * (len(left) + len(right)) / 2 + 8


def draw(view: View, room: Room) -> Drawing:
    cells = view["cells"]
    content = [
        *_column_names(view.get("column_labels") or (), room),
        *_row_names(view.get("row_labels") or (), room),
    ]
    for down, row in enumerate(cells):
        y = room.top + down * room.height
        for across, value in enumerate(row):
            x = room.left + across * room.width
            heat = _heat(value, x, y, room) if view.get("heat") else ""
            state = _state(view, down, across)
            content.append(cell(value, state, x, y, room.width, room.height, under=heat))
    columns = max((len(row) for row in cells), default=0)
    return Drawing(
        "".join(content), room.left + columns * room.width + MARGIN, room.top + len(cells) * room.height + 2
    )


def _state(view: View, down: int, across: int) -> str:
    states = view.get("states") or ()
    if down < len(states) and across < len(states[down]):
        return str(states[down][across] or "")
    return ""


def _heat(value: object, x: float, y: float, room: Room) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    strength = STRONGEST * min(max(float(value), 0.0), 1.0)
    sizes = {"x": x + 1.5, "y": y + 1.5, "width": room.width - 3, "height": room.height - 3}
    return element("rect", **sizes, class_="heat", fill_opacity=f"{strength:.2f}")


def _column_names(names: Iterable[object], room: Room) -> list[str]:
    return [
        text(room.left + (at + 0.5) * room.width, LINE / 2, brief(name, LONGEST_NAME), "name")
        for at, name in enumerate(names)
    ]


def _row_names(names: Iterable[object], room: Room) -> list[str]:
    return [
        text(
            room.left - 6,
            room.top + (at + 0.5) * room.height,
            brief(name, LONGEST_NAME),
            "name",
            anchor="end",
        )
        for at, name in enumerate(names)
    ]
