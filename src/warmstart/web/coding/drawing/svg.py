"""SVG written down: elements, texts, and how a value reads in a small place.

No `style` attribute, which the pages' policy forbids: classes and presentation attributes only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from warmstart.web.coding.printable import printable

MOST_LETTERS = 12
"""Of a value in a cell or node; what is longer is cut, and whole in the element's title."""
LETTER = 8.4
"""Width of one letter of 14 px in the house's monospaced faces, generously."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture's inside, and its size in px at full width."""

    content: str
    width: float
    height: float


def number(value: float) -> str:
    """At most one decimal: more cannot be seen, and pictures are sent by the dozen."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """`class_` is class, `_` is `-`; None leaves an attribute out. `content` is markup."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_attribute(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _attribute(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def text(x: float, y: float, words: str, class_: str = "", *, anchor: str = "middle") -> str:
    """`y` is the middle of the line."""
    if not words:
        return ""
    held = None if anchor == "start" else anchor
    return element(
        "text", escape(printable(words)), x=float(x), y=float(y), class_=class_ or None, text_anchor=held
    )


def group(content: Iterable[str], class_: str, *, title: str = "", transform: str | None = None) -> str:
    """`title`: what a pointer resting on it is told."""
    name = element("title", escape(printable(title))) if title else ""
    return element("g", name + "".join(content), class_=class_ or None, transform=transform)


def reading(value: object) -> str:
    """A value as a small place shows it, whole; None is an empty one."""
    if isinstance(value, float):
        return f"{value:.4g}"
    return "" if value is None else str(value)


def brief(value: object, most: int = MOST_LETTERS) -> str:
    """`reading`, cut where it is long."""
    words = reading(value)
    return words if len(words) <= most else f"{words[: most - 1]}\u2026"


def told(mark: Mapping[str, Any], key: str) -> object:
    """What a mark may leave out: 0 is something, None and nothing are not."""
    value = mark.get(key)
    return "" if value is None else value


def cut(value: object, most: int = MOST_LETTERS) -> str:
    """The whole reading where `brief` cuts it, for a title; else nothing."""
    words = reading(value)
    return words if len(words) > most else ""


def width_of(words: str) -> float:
    return LETTER * len(words)
