"""Nodes where the author put them, edges between them as lines or arrows."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warmstart.web.coding.drawing.nodes import LEAST, half_width, node
from warmstart.web.coding.drawing.states import class_of, sign
from warmstart.web.coding.drawing.svg import Drawing, brief, element, group, number, text, told

WIDTH, HEIGHT = 520.0, 330.0
MARGIN = 34.0
HEAD = 8.0
"""Length of an arrow's head."""
BEND = 16.0
"""How far two edges between the same nodes keep from the straight line."""
View = Mapping[str, Any]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """`margin`: from the picture's sides, wide enough for the widest node."""

    margin: float


def room_for(views: Iterable[View]) -> Room:
    labels = [told(each, "label") for view in views for each in view["nodes"]]
    return Room(max([MARGIN, *(half_width(label) + 4 for label in labels)]))


def draw(view: View, room: Room) -> Drawing:
    """Edges first, so that nodes lie on them."""
    places = {each["id"]: _place(each, room) for each in view["nodes"]}
    halves = {each["id"]: half_width(_label(each)) for each in view["nodes"]}
    edges = [edge for edge in view.get("edges") or () if edge["from"] in places and edge["to"] in places]
    pairs = {(edge["from"], edge["to"]) for edge in edges}
    content = [
        _edge(edge, places, halves, bool(view.get("directed")), (edge["to"], edge["from"]) in pairs)
        for edge in edges
    ]
    content += [
        node(_label(each), each.get("state") or "", told(each, "note"), *places[each["id"]])
        for each in view["nodes"]
    ]
    return Drawing("".join(content), WIDTH, HEIGHT)


def _label(each: View) -> object:
    return each["id"] if each.get("label") is None else each["label"]


def _place(each: View, room: Room) -> Place:
    x, y = (min(max(float(each[axis]), 0.0), 1.0) for axis in ("x", "y"))
    return room.margin + x * (WIDTH - 2 * room.margin), MARGIN + y * (HEIGHT - 2 * MARGIN - 8)


def _edge(
    edge: View, places: Mapping[str, Place], halves: Mapping[str, float], directed: bool, back: bool
) -> str:
    start, end = places[edge["from"]], places[edge["to"]]
    state, label = edge.get("state") or "", brief(told(edge, "label"))
    if edge["from"] == edge["to"]:
        return _loop(start, label, state, directed)
    middle = _middle(start, end, BEND if directed and back else 0.0)
    tip = _towards(end, middle, halves[edge["to"]] + 2)
    line = element(
        "path", d=f"M{_at(start)}Q{_at(middle)} {_at(_towards(tip, middle, HEAD if directed else 0))}"
    )
    content = [line, _head(middle, tip) if directed else "", *_words(start, middle, end, label, state)]
    return group(content, class_of(state, "edge"))


def _words(start: Place, middle: Place, end: Place, label: str, state: str) -> list[str]:
    """Label and sign, where the curve is halfway."""
    x = (start[0] + 2 * middle[0] + end[0]) / 4
    y = (start[1] + 2 * middle[1] + end[1]) / 4
    across = 4.2 * len(label) + 9 if label else 0.0
    return [text(x, y, label, "weight"), sign(state, x + across, y)]


def _middle(start: Place, end: Place, bend: float) -> Place:
    length = math.dist(start, end) or 1.0
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return x + bend * 2 * (start[1] - end[1]) / length, y + bend * 2 * (end[0] - start[0]) / length


def _towards(place: Place, goal: Place, distance: float) -> Place:
    length = math.dist(place, goal) or 1.0
    share = min(distance / length, 0.9)
    return place[0] + share * (goal[0] - place[0]), place[1] + share * (goal[1] - place[1])


def _head(before: Place, tip: Place) -> str:
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    sides = [
        (tip[0] - HEAD * math.cos(angle + turn), tip[1] - HEAD * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    return element("path", d=f"M{_at(tip)}L{_at(sides[0])}L{_at(sides[1])}Z", class_="head")


def _loop(place: Place, label: str, state: str, directed: bool) -> str:
    x, y = place[0], place[1] - LEAST
    path = element(
        "path", d=f"M{_at((x - 8, y + 2))}C{_at((x - 26, y - 26))} {_at((x + 26, y - 26))} {_at((x + 8, y))}"
    )
    head = _head((x + 15, y - 12), (x + 8, y + 1)) if directed else ""
    return group([path, head, text(x, y - 24, label, "weight")], class_of(state, "edge"))


def _at(place: Place) -> str:
    return f"{number(place[0])} {number(place[1])}"
