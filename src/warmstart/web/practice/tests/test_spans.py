"""The whole text comes back, cut only where findings begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from warmstart.web.practice.spans import Span, pieces_of, visible


def span(label: str, start: int, end: int) -> Span:
    return Span(f"p-{label}", label, "covered", start, end)


def test_spans_that_overlap_are_cut_and_each_ends_once() -> None:
    pieces = pieces_of("abcdef", [span("1", 0, 4), span("2", 2, 6)])
    assert [(piece.text, [s.label for s in piece.under]) for piece in pieces] == [
        ("ab", ["1"]),
        ("cd", ["1", "2"]),
        ("ef", ["2"]),
    ]
    assert [s.label for piece in pieces for s in piece.closes] == ["1", "2"]


def test_spans_outside_of_the_text_are_left_out() -> None:
    assert [piece.under for piece in pieces_of("ab", [span("1", 1, 9), span("2", 1, 1)])] == [()]
    assert pieces_of("", [span("1", 0, 1)]) == ()


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_nothing_of_the_text_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    spans = [span(str(n), *place) for n, place in enumerate(places)]
    assert "".join(piece.text for piece in pieces_of(text, spans)) == visible(text)


def test_controls_show_and_joined_emoji_stay_whole() -> None:
    assert visible("a\x1b[2J\n👩\u200d🔬") == "a␛[2J\n👩\u200d🔬"
