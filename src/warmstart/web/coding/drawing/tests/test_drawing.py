"""Pictures of frames: well-formed, escaped, told without colour, steady from frame to frame."""

import copy
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from warmstart.content.installed import first_party_packs
from warmstart.content.visual import check_frames, read_visual
from warmstart.web.coding.drawing.frames import draw_frames, states_in
from warmstart.web.coding.drawing.tests.views import ARRAYS, GRAPH, GRID, PLOT, TREE, VIEWS, frames

SHIPPED = sorted(path for pack in first_party_packs() for path in pack.glob("problems/*/visual.json"))
HOSTILE = "</text><script>alert(1)</script>\" onload='x' \x1b[2J\u202e"


def drawn(*views: dict[str, Any]) -> list[str]:
    return [picture.svg for picture in draw_frames(frames(*views))]


def words_of(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter("text")]


def test_the_views_of_these_tests_are_such_as_a_pack_may_have() -> None:
    assert check_frames(frames(*VIEWS)) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view["kind"])
class TestEveryKind:
    def test_the_picture_is_well_formed_and_named(self, view: dict[str, Any]) -> None:
        (svg,) = drawn(view)
        root = ElementTree.fromstring(svg)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-label"] == "Step 1 of 1"

    def test_nothing_in_it_is_refused_by_the_pages_policy(self, view: dict[str, Any]) -> None:
        (svg,) = drawn(view)
        assert not re.search(r"style=|<style|<script|href=| on\w+=", svg)

    def test_no_two_pictures_share_an_id(self, view: dict[str, Any]) -> None:
        assert " id=" not in drawn(view)[0]

    def test_texts_are_escaped_wherever_they_stand(self, view: dict[str, Any]) -> None:
        svg = drawn(_with_texts(view, HOSTILE))[0]
        ElementTree.fromstring(svg)
        assert "<script" not in svg
        assert "\x1b" not in svg
        assert "\u202e" not in svg


FIXED = {"kind", "state", "shape", "style", "id", "from", "to"}
STATES = {"", "active", "done", "muted", "wrong", "new"}


def _with_texts(value: Any, text: str, key: str = "") -> Any:
    """The view with every text that an author may choose replaced."""
    if isinstance(value, dict):
        return {
            (text if key == "pointers" else name): _with_texts(part, text, name)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_with_texts(part, text, key) for part in value]
    free = isinstance(value, str) and key not in FIXED and not (key == "states" and value in STATES)
    return text if free else value


def test_a_state_is_a_class_and_a_sign() -> None:
    (svg,) = drawn(GRID)
    assert 'class="cell is-new"' in svg
    assert 'class="sign is-new"' in svg
    assert svg.count('class="sign') == 2


def test_the_active_cell_has_a_second_edge() -> None:
    assert drawn(ARRAYS)[0].count('class="inner"') == 1


def test_groups_of_points_have_outlines_of_their_own() -> None:
    points = [{"x": 0.5, "y": 0, "group": group} for group in range(6)]
    (svg,) = drawn({**PLOT, "points": points, "lines": [], "field": []})
    assert len(set(re.findall(r'class="point g\d".*?<path d="([^"]+)"', svg))) == 6


def test_pointers_of_one_place_stand_below_one_another() -> None:
    row = {"values": [1, 2], "pointers": {"lo": 1, "hi": 1}}
    (svg,) = drawn({"kind": "arrays", "rows": [row]})
    places = dict(re.findall(r'y="([\d.]+)" class="name" text-anchor="middle">(\w+)', svg))
    assert sorted(places.values()) == ["hi", "lo"]


@pytest.mark.parametrize("at", [-1, 3])
def test_a_pointer_may_stand_beside_the_row(at: int) -> None:
    (svg,) = drawn({"kind": "arrays", "rows": [{"values": [1, 2, 3], "pointers": {"end": at}}]})
    assert "end" in words_of(svg)


def test_a_long_row_goes_on_below() -> None:
    narrow = ElementTree.fromstring(drawn({"kind": "arrays", "rows": [{"values": list(range(100))}]})[0])
    assert float(narrow.attrib["width"]) < 600


def test_a_long_value_is_cut_and_whole_in_its_title() -> None:
    (svg,) = drawn({"kind": "arrays", "rows": [{"values": ["abcdefghijklmnop"]}]})
    assert "abcdefghijk\u2026" in words_of(svg)
    assert "<title>abcdefghijklmnop</title>" in svg


@pytest.mark.parametrize("value", [0, False, 0.0])
def test_what_counts_as_false_is_shown(value: object) -> None:
    (svg,) = drawn({"kind": "arrays", "rows": [{"values": [value]}]})
    assert str(value).removesuffix(".0") in words_of(svg)


def test_none_is_an_empty_cell() -> None:
    assert words_of(drawn({"kind": "grid", "cells": [[None, 1]]})[0]) == ["1"]


def test_an_edge_of_weight_zero_says_so() -> None:
    edges = [{"from": "a", "to": "b", "label": 0}]
    assert "0" in words_of(drawn({**GRAPH, "edges": edges})[0])


def test_an_empty_left_place_keeps_the_right_child_right() -> None:
    (svg,) = drawn(TREE)
    lines = re.findall(r'<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"', svg)
    assert all(float(child) > float(parent) for parent, child in lines)
    assert lines


@pytest.mark.parametrize("children", [[0], [1, 1], [7], [-1]])
def test_a_tree_that_is_none_is_drawn_as_far_as_it_goes(children: list[int]) -> None:
    nodes = [{"label": "root", "children": children}, {"label": "leaf", "children": [0]}]
    assert "root" in words_of(drawn({"kind": "tree", "nodes": nodes})[0])


def test_the_boundary_of_a_field_is_a_line() -> None:
    (svg,) = drawn({**PLOT, "points": [], "lines": []})
    (border,) = re.findall(r'<path d="([^"]+)" class="border"', svg)
    assert border.count("v") == 1
    assert border.count("h") == 1


def test_a_fine_field_is_few_marks() -> None:
    field = [[x / 39 for x in range(40)] for _ in range(40)]
    assert drawn({**PLOT, "field": field})[0].count("<rect") <= 40 * 17


def test_an_axis_without_length_is_drawn() -> None:
    assert drawn({**PLOT, "x": {"label": "x", "min": 2, "max": 2}})


@pytest.mark.parametrize(
    "view",
    [
        {"kind": "arrays", "rows": []},
        {"kind": "arrays", "rows": [{"values": []}]},
        {"kind": "grid", "cells": []},
        {"kind": "graph", "nodes": []},
        {"kind": "tree", "nodes": []},
        {"kind": "plot", "x": {"min": 0, "max": 1}, "y": {"min": 0, "max": 1}},
    ],
)
def test_nothing_to_draw_is_an_empty_picture(view: dict[str, Any]) -> None:
    ElementTree.fromstring(drawn(view)[0])


def test_cells_keep_their_size_from_frame_to_frame() -> None:
    wide = copy.deepcopy(ARRAYS)
    wide["rows"][0]["values"] = [1, 100000, 5]
    first, second = (ElementTree.fromstring(svg).attrib["viewBox"] for svg in drawn(ARRAYS, wide))
    assert first == second


def test_the_key_tells_the_states_that_are_there() -> None:
    assert [state for state, _ in states_in(frames(ARRAYS, TREE))] == ["active", "done"]
    assert [state for state, _ in states_in(frames(GRID))] == ["wrong", "new"]
    assert states_in(frames({"kind": "arrays", "rows": [{"values": ["new"]}]})) == ()


def test_a_picture_is_no_larger_than_it_must_be() -> None:
    assert len(drawn(GRAPH)[0]) < 20 * len(json.dumps(GRAPH))


def test_a_long_note_has_two_lines_and_a_tree_keeps_notes_apart() -> None:
    note = "12 rows, error 66.12"
    leaves = [{"label": str(n), "children": [], "note": note} for n in range(3)]
    (svg,) = drawn(
        {"kind": "tree", "nodes": [{"label": "root", "children": [1, 2, 3], "note": note}, *leaves]}
    )
    assert "12 rows, error" in words_of(svg)
    assert "66.12" in words_of(svg)
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)" y="[\d.]+" class="note"[^>]*>12', svg)]
    assert min(b - a for a, b in pairwise(sorted(places)[:2])) >= 6 * len("12 rows, error")


def test_one_long_name_does_not_widen_every_column() -> None:
    cells = [[0] * 7]
    names = ["0", "1", "2", "break used", "0", "1", "2"]
    width = float(
        ElementTree.fromstring(drawn({"kind": "grid", "cells": cells, "column_labels": names})[0]).attrib[
            "width"
        ]
    )
    assert width < 7 * 60


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_visual_that_comes_along_can_be_drawn(path: Path) -> None:
    visual = read_visual(path)
    assert visual is not None
    for picture in draw_frames(visual.frames):
        ElementTree.fromstring(picture.svg)


def test_only_a_wide_picture_scrolls_on_a_phone() -> None:
    wide = {"kind": "grid", "cells": [["abcdefghi"] * 8]}
    assert [picture.wide for picture in draw_frames(frames(wide, ARRAYS))] == [True, False]
