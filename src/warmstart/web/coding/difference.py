"""Where two long texts part: what they share is cut short, what differs is marked."""

from dataclasses import dataclass

LONG = 60
"""Texts up to this length are compared by eye."""
AROUND = 40
MOST = 400


@dataclass(frozen=True, slots=True)
class Side:
    """One text: what leads up to the difference, the difference, what follows it."""

    before: str
    different: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """`at`: characters that both share at the beginning."""

    expected: Side
    got: Side
    at: int


def difference(expected: str, got: str) -> Difference | None:
    """None: they are the same, or short enough to be compared by eye."""
    if expected == got or max(len(expected), len(got)) <= LONG:
        return None
    start = _shared(expected, got)
    end = _shared(expected[start:][::-1], got[start:][::-1])
    return Difference(_side(expected, start, end), _side(got, start, end), start)


def _shared(one: str, other: str) -> int:
    """Length of the common beginning of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _side(text: str, start: int, end: int) -> Side:
    stop = len(text) - end
    return Side(
        before=_cut_left(text[:start]), different=_cut_middle(text[start:stop]), after=_cut_right(text[stop:])
    )


def _cut_left(text: str) -> str:
    return text if len(text) <= AROUND else "\u2026" + text[-AROUND:]


def _cut_right(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND] + "\u2026"


def _cut_middle(text: str) -> str:
    return text if len(text) <= MOST else f"{text[: MOST // 2]} \u2026 {text[-MOST // 2 :]}"
