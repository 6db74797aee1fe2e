"""What a card of one's own is called in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.web.standing.facts import line_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("capital  of\nFrance", "capital of France"),
        ("What is $\\nabla_\\theta L$ of it?", "What is \\nabla_\\theta L of it?"),
        ("$$\\frac{1}{n}$$ and $x_i$", "\\frac{1}{n} and x_i"),
        ("costs $5 and $6", "costs $5 and $6"),
        ("text\n# then\n  a heading", "text then a heading"),
        ("## The **bold** `x = 1`", "The bold x = 1"),
        ("__init__ of `a`", "init of a"),
        ("2 ** 3 ** 2 and a_b_c # no heading", "2 ** 3 ** 2 and a_b_c # no heading"),
        ("$", "$"),
        ("a" * 81, "a" * 79 + "\N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_a_line_shows_words_without_their_marks(text: str, line: str) -> None:
    assert line_of(text, 80) == line


@given(st.text(alphabet="$*_`# ab\\{1", max_size=300))
def test_no_text_makes_a_line_too_long_or_of_several_lines(text: str) -> None:
    line = line_of(text, 80)
    assert len(line) <= 80
    assert "\n" not in line
