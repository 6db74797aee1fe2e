"""Nodes of graphs and trees: a round box with its label, its sign, and a note below."""

from textwrap import wrap

from warmstart.web.coding.drawing.states import class_of, sign
from warmstart.web.coding.drawing.svg import brief, cut, element, group, reading, text, width_of

LEAST = 15.0
"""Half the height of a node, and half the width of one with a short label."""
MOST_LETTERS = 10


def half_width(label: object) -> float:
    return max(LEAST, width_of(brief(label, MOST_LETTERS)) / 2 + 7)


def note_lines(note: object) -> list[str]:
    """A note as it stands below its node: two short lines at most."""
    return wrap(reading(note), 18, max_lines=2, placeholder="\u2026")


def node(label: object, state: str, note: object, x: float, y: float) -> str:
    half = half_width(label)
    sizes = {"x": x - half, "y": y - LEAST, "width": 2 * half, "height": 2 * LEAST}
    inner = element(
        "rect",
        x=x - half + 3,
        y=y - LEAST + 3,
        width=2 * half - 6,
        height=2 * LEAST - 6,
        rx=LEAST - 3,
        class_="inner",
    )
    return group(
        [
            element("rect", **sizes, rx=LEAST),
            inner if state == "active" else "",
            text(x, y, brief(label, MOST_LETTERS)),
            sign(state, x + half - 4, y - LEAST + 4),
            *(
                text(x, y + LEAST + 9 + 12 * line, words, "note")
                for line, words in enumerate(note_lines(note))
            ),
        ],
        class_of(state, "node"),
        title=cut(label, MOST_LETTERS),
    )
