"""Points of plots: groups differ by outline, so that colour only repeats it."""

from warmstart.web.coding.drawing.svg import element

_OUTLINES = (
    "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z",
    "M0 -6L5.5 4H-5.5Z",
    "M0 -6.2L6.2 0L0 6.2L-6.2 0Z",
    "M0 6L5.5 -4H-5.5Z",
    "M-4.7 -4.7H4.7V4.7H-4.7Z",
    "M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
)
"""Circle, triangle, diamond, triangle upside down, square, plus."""
_CROSS = "M-8 -8L8 8M8 -8L-8 8"
_SQUARE = "M-8 -8H8V8H-8Z"


def glyph(shape: str, group: int) -> str:
    """dot: the group's outline filled; ring: hollow; cross, square: around a hollow one, and larger."""
    hollow = element("path", d=_OUTLINES[group], class_="hollow")
    match shape:
        case "ring":
            return hollow
        case "cross":
            return hollow + element("path", d=_CROSS, class_="stroke")
        case "square":
            return element("path", d=_SQUARE, class_="hollow") + element("path", d=_OUTLINES[group])
    return element("path", d=_OUTLINES[group])
