import numpy as np
import pytest
from hypothesis import given

from warmstart.judge.compare import Tolerance, compare
from warmstart.judge.literal import LiteralError, parse, show
from warmstart.judge.structures import Chain, Graph
from warmstart.judge.tests.test_value import values


@given(values.filter(lambda v: "j" not in show(v)))
def test_what_is_shown_parses_back(value: object) -> None:
    assert compare(value, parse(show(value)), Tolerance(0, 0)) is None


def test_structures_parse_back() -> None:
    for value in (Chain((1, 2), 0), Graph(2, True, ((0, 1, None),))):
        assert parse(show(value)) == value


def test_a_float32_shows_the_digits_that_it_has() -> None:
    assert show(np.array([0.1], dtype=np.float32)) == "array([0.1], dtype=float32)"
    assert show(np.float64(1.5)) == "1.5"


def test_a_large_value_is_shown_in_part_without_walking_the_rest() -> None:
    assert show([[1, 2]] * 10**6, most=20) == "[[1, 2], [1, 2], [1," + "..."
    assert show([1, 2], most=20) == "[1, 2]"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 +",
        "f(1)",
        "__import__('os')",
        "[x for x in y]",
        "lambda: 1",
        "a.b",
        "array([[1], [2, 3]])",
        "array(['a'])",
        "array([1], dtype=object)",
        "array([1], dtype='V8')",
        "zeros((10, 10))",
        "Chain(1)",
        "Chain(values=3)",
        "Tree(rows=5)",
        "Tree(rows=((1, 5, 7),))",
        "Raises(name=3)",
        "array([1], dtype=U400000000)",
        "zeros((3,), dtype=U400000000)",
        "Chain(nothing=1)",
        "{[1]: 2}",
        "{**a}",
        "-'a'",
        "...",
        "(" * 5000,
        "-" * 100_000 + "1",
        "\0",
        "1" * 300_000,
    ],
)
def test_text_that_is_no_value_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(LiteralError) as caught:
        parse(text)
    assert str(caught.value)
