"""What a frame may be: every fault is told with its place, and nothing else is let through."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.content.visual import Visual, check_frames, read_visual, write_visual

VIEWS: dict[str, dict[str, Any]] = {
    "arrays": {
        "kind": "arrays",
        "rows": [{"label": "nums", "values": [1, "b", None], "states": ["", "active", "done"]}],
    },
    "grid": {"kind": "grid", "cells": [[0.5, 1], [0, None]], "heat": True, "row_labels": ["a", "b"]},
    "graph": {
        "kind": "graph",
        "nodes": [{"id": "a", "label": "a", "x": 0.1, "y": 0.5}, {"id": 2, "label": "b", "x": 1, "y": 0}],
        "edges": [{"from": "a", "to": 2, "label": "4", "state": "active"}],
        "directed": False,
    },
    "tree": {
        "kind": "tree",
        "nodes": [{"label": "5", "children": [1, None]}, {"label": "3", "children": [], "state": "new"}],
    },
    "plot": {
        "kind": "plot",
        "x": {"label": "x", "min": 0, "max": 1},
        "y": {"label": "y", "min": -1, "max": 1.5},
        "points": [{"x": 1, "y": 2, "group": 0, "shape": "dot", "label": ""}],
        "lines": [{"points": [[0, 0], [1, 1]], "style": "dashed"}],
        "field": [[0.1, 0.9], [0, 1]],
    },
}


def frames(view: object) -> list[dict[str, object]]:
    return [{"caption": "One step.", "view": view}, {"caption": "And the next.", "view": view}]


@pytest.mark.parametrize("kind", VIEWS)
def test_a_view_of_each_kind_is_let_through(kind: str) -> None:
    assert check_frames(frames(VIEWS[kind])) == []


FAULTS: list[tuple[str, tuple[str | int, ...], object, str]] = [
    ("arrays", ("kind",), "pie", "view.kind is 'pie', not one of arrays"),
    ("arrays", ("rows",), [], "view.rows has 0 entries"),
    ("arrays", ("rows", 0, "states"), [""], "3 values and 1 states"),
    ("arrays", ("rows", 0, "states", 1), "hot", "not one of '', 'active'"),
    ("arrays", ("rows", 0, "pointers"), {"lo": 9}, "'lo' points at 9"),
    ("arrays", ("rows", 0, "values", 0), float("nan"), "values[0] is nan"),
    ("arrays", ("rows", 0, "values", 0), 10**400, "an integer out of range"),
    ("arrays", ("rows", 0, "values", 0), (1, 2), "a tuple, not a text"),
    ("arrays", ("rows", 0, "values", 1), "\ud800", "cannot be shown"),
    ("arrays", ("rows", 0, "colour"), "red", "a key 'colour' that nobody reads"),
    ("grid", ("cells", 1), [1], "rows of different lengths"),
    ("grid", ("cells", 0, 0), 7, "has heat and a cell of 7"),
    ("grid", ("row_labels",), ["a"], "1 labels for 2"),
    ("grid", ("states",), [[""], [""]], "another shape"),
    ("graph", ("nodes", 1, "id"), "a", "two nodes 'a'"),
    ("graph", ("edges", 0, "to"), "z", "no node has that id"),
    ("graph", ("nodes", 0, "x"), 1.5, "not within 0 to 1"),
    ("tree", ("nodes", 0, "children"), [1, 1], "2 parents, not 1"),
    ("tree", ("nodes", 0, "children"), [2], "the child 2 of 2 nodes"),
    ("tree", ("nodes", 0, "children"), [1, 2], "the child 2 of 2 nodes"),
    ("tree", ("nodes", 1, "children"), [0], "a root with 1 parents"),
    ("plot", ("x", "max"), 0, "min must be less"),
    ("plot", ("field",), [[0.5], [0.5, 1]], "rows of different lengths"),
    ("plot", ("lines", 0, "points"), [[0, 0]], "1 entries, not 2"),
    ("plot", ("points", 0, "group"), True, "true or false, not an integer"),
]


@pytest.mark.parametrize(("kind", "place", "value", "says"), FAULTS)
def test_one_fault_is_one_sentence(kind: str, place: tuple[str | int, ...], value: object, says: str) -> None:
    view = copy.deepcopy(VIEWS[kind])
    at: Any = view
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    told = check_frames([*frames(VIEWS[kind]), {"caption": "Here.", "view": view}])
    assert told
    assert says in told[0]
    assert told[0].startswith("frames[2].view")


def test_nodes_in_a_ring_are_not_below_the_root() -> None:
    ring = [("root", []), ("a", [2]), ("b", [1])]
    view = {"kind": "tree", "nodes": [{"label": label, "children": below} for label, below in ring]}
    assert "not below node 0" in check_frames(frames(view))[0]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "null, not a list"),
        (frames(VIEWS["tree"])[:1], "1 frames, not 2 to 40"),
        (frames(VIEWS["tree"]) * 21, "42 frames"),
        ([{"caption": " ", "view": VIEWS["tree"]}] * 2, "frames[0].caption is empty"),
        ([{"view": VIEWS["tree"]}] * 2, "has no 'caption'"),
        (frames({"kind": "grid", "cells": [["x" * 40] * 30] * 30}) * 20, "bytes, more than 100000"),
        (frames({"kind": "grid", "cells": [[1] * 31] * 31}), "961 marks"),
    ],
)
def test_frames_are_few_told_and_small(value: object, says: str) -> None:
    assert says in check_frames(value)[0]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from([*VIEWS]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "rows", "cells", "nodes", "x", "caption", "view"]), inner)
    ),
)


@given(st.lists(st.fixed_dictionaries({"caption": _JSON, "view": _JSON}), max_size=3) | _JSON)
def test_whatever_a_solution_made_of_the_frames_is_told_and_never_raises(value: object) -> None:
    assert all(isinstance(told, str) for told in check_frames(value))


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    visual = Visual("A walk", ([3, 1], 2), "def frames(inp, out): ...\n", tuple(frames(VIEWS["plot"])))
    path = tmp_path / "visual.json"
    path.write_text(write_visual(visual))
    assert read_visual(path) == visual
    path.write_text(path.read_text().replace('"plot"', '"plod"'))
    assert read_visual(path) is None
    assert read_visual(tmp_path / "none") is None
