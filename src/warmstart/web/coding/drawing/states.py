"""States of marks: told by edge and sign as well as by colour."""

from warmstart.web.coding.drawing.svg import element

SIGNS = {
    "done": "M-4 0L-1 3L4 -3",
    "wrong": "M-3 -3L3 3M3 -3L-3 3",
    "new": "M-4 0H4M0 -4V4",
}
"""Tick, cross and plus. "active" has a double edge, "muted" a dashed one."""

WORDS = {
    "active": "looked at now",
    "done": "done",
    "muted": "set aside",
    "wrong": "wrong",
    "new": "new",
}


def class_of(state: str, kind: str) -> str:
    """CSS classes of a mark."""
    return f"{kind} is-{state}" if state else kind


def sign(state: str, x: float, y: float, *, scale: float = 1.0) -> str:
    """The state's sign, centred at a place; nothing for states that an edge tells."""
    if state not in SIGNS:
        return ""
    moved = f"translate({x:.1f} {y:.1f})" + (f" scale({scale:g})" if scale != 1 else "")
    back = element("circle", r=6.5)
    return element("g", back + element("path", d=SIGNS[state]), class_=f"sign is-{state}", transform=moved)
