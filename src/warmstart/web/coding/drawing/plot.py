"""Points, lines and a field on two axes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

from warmstart.web.coding.drawing.field import draw_field
from warmstart.web.coding.drawing.glyphs import glyph
from warmstart.web.coding.drawing.svg import Drawing, brief, element, group, number, reading, text, told

WIDTH, HEIGHT = 460.0, 330.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 444.0, 12.0, 282.0
MOST_TICKS = 6
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Axis:
    """From values to places: `low` is at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Values outside are put a little outside the box, where the box cuts them off."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(max(share, -0.05), 1.05) * (self.end - self.start)

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    @property
    def ticks(self) -> tuple[float, ...]:
        """Round values, at most seven."""
        raw = (self.high - self.low) / MOST_TICKS
        size = 10.0 ** floor(log10(raw))
        step = next(m * size for m in (1, 2, 5, 10) if m * size >= raw * 0.999)
        first = ceil(self.low / step - 1e-9)
        return tuple(k * step for k in range(first, floor(self.high / step + 1e-9) + 1))


def room_for(views: Iterable[View]) -> None:
    """The axes say it all: every frame has its own, and the box is the same."""


def draw(view: View, room: None) -> Drawing:
    across = _axis(view["x"], LEFT, RIGHT)
    up = _axis(view["y"], BOTTOM, TOP)
    box = (LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP)
    content = [
        draw_field(view["field"], box) if view.get("field") else "",
        *_scales(view, across, up),
        *(_line(line, across, up) for line in view.get("lines") or ()),
        *(_point(point, across, up) for point in view.get("points") or ()),
    ]
    return Drawing("".join(content), WIDTH, HEIGHT)


def _axis(given: View, start: float, end: float) -> Axis:
    low, high = float(given["min"]), float(given["max"])
    return Axis(low, high if high > low else low + 1.0, start, end)


def _scales(view: View, across: Axis, up: Axis) -> list[str]:
    grid = [f"M{number(across.at(value))} {number(TOP)}V{number(BOTTOM)}" for value in across.ticks]
    grid += [f"M{number(LEFT)} {number(up.at(value))}H{number(RIGHT)}" for value in up.ticks]
    words = [text(across.at(value), BOTTOM + 12, f"{value:.4g}", "place") for value in across.ticks]
    words += [text(LEFT - 6, up.at(value), f"{value:.4g}", "place", anchor="end") for value in up.ticks]
    middle = (TOP + BOTTOM) / 2
    upright = f"rotate(-90 12 {number(middle)})"
    return [
        element("path", d="".join(grid), class_="grid"),
        element("path", d=f"M{number(LEFT)} {number(TOP)}V{number(BOTTOM)}H{number(RIGHT)}", class_="axis"),
        *words,
        text((LEFT + RIGHT) / 2, BOTTOM + 32, reading(told(view["x"], "label")), "name"),
        group([text(12, middle, reading(told(view["y"], "label")), "name")], "", transform=upright),
    ]


def _line(line: View, across: Axis, up: Axis) -> str:
    points: Sequence[Sequence[float]] = line["points"]
    if not points:
        return ""
    places = [(across.at(float(x)), up.at(float(y))) for x, y in points]
    drawn = element("polyline", points=" ".join(f"{number(x)},{number(y)}" for x, y in places))
    dashed = " dashed" if line.get("style") == "dashed" else ""
    words = brief(told(line, "label"), 24)
    x, y = places[-1]
    label = text(min(x, RIGHT) - 4, max(y - 9, TOP + 6), words, "weight", anchor="end")
    return group([drawn, label], f"line g{_group(line)}{dashed}")


def _point(point: View, across: Axis, up: Axis) -> str:
    x, y = float(point["x"]), float(point["y"])
    if not (across.holds(x) and up.holds(y)):
        return ""
    label = told(point, "label")
    words = brief(label, 10)
    title = label or f"({x:.4g}, {y:.4g})"
    moved = f"translate({number(across.at(x))} {number(up.at(y))})"
    content = [glyph(point.get("shape") or "dot", _group(point)), text(0, -13, words, "weight")]
    return group(content, f"point g{_group(point)}", title=str(title), transform=moved)


def _group(mark: View) -> int:
    return int(mark.get("group") or 0) % 6
