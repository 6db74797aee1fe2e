"""Where two laid-out values part: which lines differ, and what in them."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

AROUND = 40
MOST = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A line in three: what is the same, what differs (empty: nothing), what is the same again."""

    before: str
    different: str = ""
    after: str = ""


def differences(expected: list[str], got: list[str]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Both sides with what differs marked."""
    left: list[Line] = []
    right: list[Line] = []
    for kind, a, b, c, d in SequenceMatcher(None, expected, got, autojunk=False).get_opcodes():
        if kind == "equal":
            left += map(Line, expected[a:b])
            right += map(Line, got[c:d])
            continue
        for one, other in zip_longest(expected[a:b], got[c:d]):
            left += [_marked(one, other)] if one is not None else []
            right += [_marked(other, one)] if other is not None else []
    return tuple(left), tuple(right)


def _marked(text: str, other: str | None) -> Line:
    """`text` with what `other`, in its place on the other side, has not."""
    if other is None:
        return Line("", _cut_middle(text))
    start = _shared(text, other)
    end = _shared(text[start:][::-1], other[start:][::-1])
    stop = len(text) - end
    different = _cut_middle(text[start:stop]) or "\u2205"  # the other has something here, this has not
    return Line(_cut_left(text[:start]), different, _cut_right(text[stop:]))


def _shared(one: str, other: str) -> int:
    """Length of the common beginning of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut_left(text: str) -> str:
    return text if len(text) <= MOST else "\u2026" + text[-AROUND:]


def _cut_right(text: str) -> str:
    return text if len(text) <= MOST else text[:AROUND] + "\u2026"


def _cut_middle(text: str) -> str:
    return text if len(text) <= MOST else f"{text[: MOST // 2]} \u2026 {text[-MOST // 2 :]}"
