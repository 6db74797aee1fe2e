"""An answer's text cut where the words begin and end that findings rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from warmstart.judge.printable import printable


@dataclass(frozen=True, slots=True)
class Span:
    """Words that one finding rests on. `id`: of its point or misconception; `label`: its number."""

    id: str
    label: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same spans throughout; `opens`, `closes`: those that begin and end with it."""

    text: str
    under: tuple[Span, ...] = ()
    opens: tuple[Span, ...] = ()
    closes: tuple[Span, ...] = ()

    @property
    def kind(self) -> str:
        """Of the shortest span: the words there are most its own."""
        return min(self.under, key=lambda span: span.end - span.start).kind if self.under else ""

    @property
    def ids(self) -> str:
        return " ".join(span.id for span in self.under)


def pieces_of(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The whole text, in order; spans outside of it, or empty ones, are left out."""
    inside = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    cuts = sorted({0, len(text), *(s.start for s in inside), *(s.end for s in inside)})
    return tuple(_piece(text, inside, start, end) for start, end in pairwise(cuts))


def _piece(text: str, spans: list[Span], start: int, end: int) -> Piece:
    under = tuple(span for span in spans if span.start <= start and end <= span.end)
    return Piece(
        visible(text[start:end]),
        under,
        tuple(span for span in under if span.start == start),
        tuple(span for span in under if span.end == end),
    )


def visible(text: str) -> str:
    """Control characters as pictures. What joins emoji stays: it is the learner's own text."""
    return "".join(printable(each, pictures=True) if each < " " or each == "\x7f" else each for each in text)
