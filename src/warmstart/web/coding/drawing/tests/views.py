"""One small view of each kind, and frames made of them."""

from typing import Any

ARRAYS: dict[str, Any] = {
    "kind": "arrays",
    "rows": [
        {
            "label": "nums",
            "values": [1, 3, 5],
            "states": ["done", "active", ""],
            "pointers": {"lo": 1, "hi": 3},
        }
    ],
}
GRID: dict[str, Any] = {
    "kind": "grid",
    "cells": [[0.25, 1], [0, "x"]],
    "states": [["new", ""], ["", "wrong"]],
    "heat": True,
    "row_labels": ["the", "cat"],
    "column_labels": ["sat", "mat"],
}
GRAPH: dict[str, Any] = {
    "kind": "graph",
    "nodes": [
        {"id": "a", "label": "a", "x": 0, "y": 0, "note": "d=0"},
        {"id": "b", "label": "b", "x": 1, "y": 1, "state": "muted"},
    ],
    "edges": [{"from": "a", "to": "b", "label": "4"}, {"from": "b", "to": "a"}, {"from": "b", "to": "b"}],
    "directed": True,
}
TREE: dict[str, Any] = {
    "kind": "tree",
    "nodes": [
        {"label": "5", "children": [None, 1], "state": "active"},
        {"label": "8", "children": [], "note": "new"},
    ],
}
PLOT: dict[str, Any] = {
    "kind": "plot",
    "x": {"label": "x", "min": 0, "max": 1},
    "y": {"label": "y", "min": -2, "max": 2},
    "points": [{"x": 0.5, "y": 1, "group": 2}, {"x": 0.1, "y": 0, "shape": "cross", "label": "centre"}],
    "lines": [{"points": [[0, 0], [1, 1]], "style": "dashed", "label": "fit"}],
    "field": [[0.1, 0.9], [0.1, 0.2]],
}
VIEWS = (ARRAYS, GRID, GRAPH, TREE, PLOT)


def frames(*views: dict[str, Any]) -> list[dict[str, Any]]:
    """A frame for each view, with captions that count."""
    return [{"caption": f"Step number {step}.", "view": view} for step, view in enumerate(views, 1)]
