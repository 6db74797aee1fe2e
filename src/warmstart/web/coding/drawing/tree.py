"""A tree from its root down: leaves side by side, parents over the middle of their children."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warmstart.web.coding.drawing.nodes import LEAST, half_width, node, note_lines
from warmstart.web.coding.drawing.states import class_of
from warmstart.web.coding.drawing.svg import Drawing, element, told

BETWEEN = 8.0
DOWN = 64.0
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Room:
    """`slot`: width of the place of a leaf. `slots`, `levels`: of the largest frame."""

    slot: float
    slots: float
    levels: int


@dataclass(slots=True)
class _Layout:
    """Places in slots and levels. `free`: the next slot without a leaf."""

    nodes: list[View]
    places: dict[int, tuple[float, int]]
    free: float = 0.0

    def put(self, at: int, level: int) -> float:
        """Give node `at` and all below it their places; its slot. No node is put twice."""
        self.places[at] = (0.0, level)
        children = self.nodes[at].get("children") or ()
        slots = (
            [self._child(child, level + 1) for child in children]
            if any(c is not None for c in children)
            else []
        )
        slot = sum((slots[0], slots[-1])) / 2 if slots else self._take()
        self.places[at] = (slot, level)
        return slot

    def _child(self, child: int | None, level: int) -> float:
        """An empty place keeps its slot, so that left stays left."""
        known = child is not None and 0 <= child < len(self.nodes) and child not in self.places
        return self.put(child, level) if known and child is not None else self._take()

    def _take(self) -> float:
        self.free += 1
        return self.free - 1


def _layout(view: View) -> _Layout:
    layout = _Layout(list(view["nodes"]), {})
    if layout.nodes:
        layout.put(0, 0)
    return layout


def room_for(views: Iterable[View]) -> Room:
    seen = [(view, _layout(view)) for view in views]
    halves = [half_width(told(each, "label")) for view, _ in seen for each in view["nodes"]]
    notes = [
        6.8 * len(line)
        for view, _ in seen
        for each in view["nodes"]
        for line in note_lines(told(each, "note"))
    ]
    slot = max([2 * LEAST, *(2 * half for half in halves), *notes]) + BETWEEN
    levels = [level for _, layout in seen for _, level in layout.places.values()]
    return Room(slot, max((layout.free for _, layout in seen), default=1.0), max(levels, default=0) + 1)


def draw(view: View, room: Room) -> Drawing:
    """What the root does not reach is not drawn."""
    layout = _layout(view)
    places = {
        at: ((slot + 0.5) * room.slot, LEAST + 4 + level * DOWN)
        for at, (slot, level) in layout.places.items()
    }
    content = []
    for at, (x, y) in places.items():
        for child in layout.nodes[at].get("children") or ():
            if child is not None and child in places and places[child][1] > y:
                state = layout.nodes[child].get("state") or ""
                line = element("line", x1=x, y1=y, x2=places[child][0], y2=places[child][1])
                content.append(element("g", line, class_=class_of(state, "edge")))
    for at, (x, y) in places.items():
        each = layout.nodes[at]
        content.append(node(told(each, "label"), each.get("state") or "", told(each, "note"), x, y))
    height = (room.levels - 1) * DOWN + 2 * LEAST + 34
    return Drawing("".join(content), max(room.slots, 1) * room.slot, height)
