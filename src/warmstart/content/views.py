"""What a frame of a visual may show: the five kinds of view, key by key.

`faults(place, view)` tells all that is wrong with one; what it lets through can be drawn blindly.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from warmstart.content.shape import (
    boolean,
    integer,
    is_number,
    items,
    kind,
    mapping,
    mark,
    maybe,
    number,
    one_of,
    table,
    text,
)

STATES = ("", "active", "done", "muted", "wrong", "new")
MOST_CELLS = 900
"""Marks of one frame: more cannot be read, and 40 such frames would not fit the page."""

_STATE = one_of(*STATES)
_LABEL = text(60)
_NOTE = text(80)
_SHARE = number(0, 1)
_ID = mark
_GROUP = integer(0, 5)
_AXIS = table({"label": _LABEL, "min": number(), "max": number()}, {})

_ROW = table(
    {"label": _LABEL, "values": items(mark)},
    {"states": items(_STATE), "pointers": mapping(integer(-1, 400))},
)
_NODE = table({"id": _ID, "label": _LABEL, "x": _SHARE, "y": _SHARE}, {"state": _STATE, "note": _NOTE})
_EDGE = table({"from": _ID, "to": _ID}, {"label": _LABEL, "state": _STATE})
_BRANCH = table(
    {"label": _LABEL, "children": items(maybe(integer(0, 399)), most=40)}, {"state": _STATE, "note": _NOTE}
)
_POINT = table(
    {"x": number(), "y": number()},
    {"group": _GROUP, "shape": one_of("dot", "cross", "ring", "square"), "label": _LABEL},
)
_LINE = table(
    {"points": items(items(number(), 2, 2), least=2)},
    {"label": _LABEL, "style": one_of("solid", "dashed"), "group": _GROUP},
)
_KIND = {"kind": one_of("arrays", "grid", "graph", "tree", "plot")}

VIEWS = {
    "arrays": table({**_KIND, "rows": items(_ROW, 1, 40)}, {}),
    "grid": table(
        {**_KIND, "cells": items(items(mark, 1, 60), 1, 60)},
        {
            "states": items(items(_STATE)),
            "heat": boolean,
            "row_labels": items(_LABEL),
            "column_labels": items(_LABEL),
        },
    ),
    "graph": table(
        {**_KIND, "nodes": items(_NODE, 1, 100), "edges": items(_EDGE)},
        {"directed": boolean},
    ),
    "tree": table({**_KIND, "nodes": items(_BRANCH, 1, 200)}, {}),
    "plot": table(
        {**_KIND, "x": _AXIS, "y": _AXIS},
        {
            "points": items(_POINT),
            "lines": items(_LINE, most=60),
            "field": items(items(_SHARE, 1, 60), 1, 60),
        },
    ),
}

View = dict[str, Any]


def faults(place: str, view: object) -> Iterator[str]:
    """Sentences; what relates entries to one another is looked at where each entry is right."""
    if type(view) is not dict:
        yield f"{place} is {kind(view)}, not an object"
        return
    name = view.get("kind")
    if type(name) is not str or name not in VIEWS:
        yield f"{place}.kind is {str(name)[:40]!r}, not one of {', '.join(VIEWS)}"
        return
    told = list(VIEWS[name](place, view))
    yield from told if told else _RELATIONS[name](place, view)


def _arrays(place: str, view: View) -> Iterator[str]:
    for index, row in enumerate(view["rows"]):
        here, length = f"{place}.rows[{index}]", len(row["values"])
        if len(row.get("states", row["values"])) != length:
            yield f"{here} has {length} values and {len(row['states'])} states"
        for name, at in row.get("pointers", {}).items():
            if at > length:
                yield f"{here}.pointers: {name!r} points at {at}, past the end of {length} values"
    yield from _many(place, sum(len(row["values"]) for row in view["rows"]))


def _grid(place: str, view: View) -> Iterator[str]:
    cells = view["cells"]
    yield from _ragged(f"{place}.cells", cells)
    if "states" in view and [len(row) for row in view["states"]] != [len(row) for row in cells]:
        yield f"{place}.states has another shape than cells"
    for key, want in (("row_labels", len(cells)), ("column_labels", len(cells[0]))):
        if len(view.get(key, range(want))) != want:
            yield f"{place}.{key} has {len(view[key])} labels for {want}"
    if view.get("heat"):
        hot = [value for row in cells for value in row if is_number(value) and not 0 <= value <= 1]
        if hot:
            yield f"{place} has heat and a cell of {hot[0]}: scale its numbers to 0..1"
    yield from _many(place, sum(len(row) for row in cells))


def _graph(place: str, view: View) -> Iterator[str]:
    ids = [node["id"] for node in view["nodes"]]
    yield from (f"{place} has two nodes {name!r}" for name, count in Counter(ids).items() if count > 1)
    for index, edge in enumerate(view["edges"]):
        for end in ("from", "to"):
            if edge[end] not in ids:
                yield f"{place}.edges[{index}].{end} is {edge[end]!r}, and no node has that id"


def _tree(place: str, view: View) -> Iterator[str]:
    nodes = view["nodes"]
    parents: Counter[int] = Counter()
    for index, node in enumerate(nodes):
        for child in node["children"]:
            if child is not None and child >= len(nodes):
                yield f"{place}.nodes[{index}] has the child {child} of {len(nodes)} nodes"
            elif child is not None:
                parents[child] += 1
    for index in range(len(nodes)):
        want = 0 if index == 0 else 1
        if parents[index] != want:
            what = "root" if index == 0 else "node"
            yield f"{place}.nodes[{index}] is a {what} with {parents[index]} parents, not {want}"
    if parents == Counter(range(1, len(nodes))) and len(_reached(nodes)) < len(nodes):
        yield f"{place}: some nodes are not below node 0"


def _reached(nodes: list[View]) -> set[int]:
    seen, waiting = {0}, [0]
    while waiting:
        children = nodes[waiting.pop()]["children"]
        below = {child for child in children if child is not None and child < len(nodes)} - seen
        seen |= below
        waiting += below
    return seen


def _plot(place: str, view: View) -> Iterator[str]:
    for axis in ("x", "y"):
        if not view[axis]["min"] < view[axis]["max"]:
            yield f"{place}.{axis} goes from {view[axis]['min']} to {view[axis]['max']}: min must be less"
    if "field" in view:
        yield from _ragged(f"{place}.field", view["field"])
    lines = sum(len(line["points"]) for line in view.get("lines", []))
    yield from _many(place, len(view.get("points", [])) + lines)


def _ragged(place: str, rows: list[list[object]]) -> Iterator[str]:
    if len({len(row) for row in rows}) > 1:
        yield f"{place} has rows of different lengths"


def _many(place: str, count: int) -> Iterator[str]:
    if count > MOST_CELLS:
        yield f"{place} has {count} marks, more than {MOST_CELLS}"


_RELATIONS = {"arrays": _arrays, "grid": _grid, "graph": _graph, "tree": _tree, "plot": _plot}
