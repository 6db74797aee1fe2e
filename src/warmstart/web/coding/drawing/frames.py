"""Frames of one visual as pictures that keep their places from frame to frame."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warmstart.web.coding.drawing import arrays, graph, grid, plot, tree
from warmstart.web.coding.drawing.states import WORDS
from warmstart.web.coding.drawing.svg import Drawing, element

_KINDS: dict[str, tuple[Callable[..., Any], Callable[..., Drawing]]] = {
    "arrays": (arrays.room_for, arrays.draw),
    "grid": (grid.room_for, grid.draw),
    "graph": (graph.room_for, graph.draw),
    "tree": (tree.room_for, tree.draw),
    "plot": (plot.room_for, plot.draw),
}
Frame = Mapping[str, Any]
LEGIBLE = 480
"""px to which a wider picture is shrunk at most: the sheet's own figure, too."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One step. `svg` is safe markup; `caption` is not. `wide`: on a phone it scrolls, to stay legible."""

    svg: str
    caption: str
    wide: bool


def draw_frames(frames: Sequence[Frame]) -> tuple[Picture, ...]:
    """`frames` were checked: kinds, lists and numbers are what they should be; texts may say anything."""
    views = [frame["view"] for frame in frames]
    kinds = {view["kind"] for view in views}
    rooms = {kind: _KINDS[kind][0](view for view in views if view["kind"] == kind) for kind in kinds}
    drawings = [_KINDS[view["kind"]][1](view, rooms[view["kind"]]) for view in views]
    return tuple(
        Picture(
            _svg(drawing, f"Step {step} of {len(frames)}"), str(frame["caption"]), drawing.width > LEGIBLE
        )
        for step, (frame, drawing) in enumerate(zip(frames, drawings, strict=True), 1)
    )


def _svg(drawing: Drawing, name: str) -> str:
    """The caption beside it says what there is to see; the picture's own name says which one it is."""
    width, height = round(drawing.width), round(drawing.height)
    return element(
        "svg",
        drawing.content,
        class_="drawing wide" if drawing.width > LEGIBLE else "drawing",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=name,
    )


def swatch(state: str) -> str:
    """An empty cell in that state, for a key."""
    cell = arrays.cell("", state, 0, 4, 26, 22)
    return element(
        "svg", cell, class_="drawing", viewBox="0 0 34 28", width=30, height=25, aria_hidden="true"
    )


def states_in(frames: Sequence[Frame]) -> tuple[tuple[str, str], ...]:
    """(state, words) of the states that some frame uses, for a key."""
    used = {state for frame in frames for state in _states(frame["view"])}
    return tuple((state, words) for state, words in WORDS.items() if state in used)


def _states(value: object) -> set[str]:
    """Whatever stands under `state` or `states`, at any depth."""
    match value:
        case dict():
            own = {str(value["state"])} if isinstance(value.get("state"), str) else set()
            listed = _texts(value.get("states"))
            return own.union(listed, *(_states(part) for key, part in value.items() if key != "states"))
        case list() | tuple():
            return set[str]().union(*(_states(part) for part in value))
    return set()


def _texts(value: object) -> set[str]:
    match value:
        case str():
            return {value}
        case list() | tuple():
            return set[str]().union(*map(_texts, value))
    return set()
