import math

import numpy as np
import pytest

from warmstart.judge.compare import Tolerance, compare
from warmstart.judge.structures import Graph, Tree

USUAL = Tolerance()


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (1, 1),
        (1.0, 1),
        (0.1 + 0.2, 0.3),
        (math.nan, math.nan),
        (math.inf, math.inf),
        (0.0, -0.0),
        ([1, (2.0, "a")], [1, (2.0, "a")]),
        ({"a": 1.0, 2: [3]}, {2: [3], "a": 1.0 + 1e-12}),
        ({1, 2}, {2, 1}),
        (np.array([1.0, np.nan, np.inf]), np.array([1.0 + 1e-12, np.nan, np.inf])),
        (np.zeros((0, 3)), np.zeros((0, 3))),
        (2.5, np.array(2.5)),
        (Tree(((1.0, -1, -1),)), Tree(((1.0 + 1e-12, -1, -1),))),
        (np.array([60000], dtype=np.float16), np.array([60000], dtype=np.float16)),
    ],
)
def test_equal_within_tolerance(expected: object, got: object) -> None:
    assert compare(expected, got, USUAL) is None


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (1, True),
        (True, 1),
        (1, 1.0),
        (0.0, False),
        (1.0, "1.0"),
        (None, 0),
        ([1], (1,)),
        ([1, 2], [1]),
        ([], None),
        (1.0, math.nan),
        (math.nan, 1.0),
        (math.inf, -math.inf),
        (math.inf, 10**400),
        (1.0, 10**400),
        (1.0, 1.0 + 1e-6),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": 1, "b": 2}, {"a": 1}),
        ({"a": 1}, {"a": True}),
        (np.array([1.0]), [1.0]),
        (np.array([1.0]), np.array([1.0], dtype=np.float32)),
        (np.array([1.0]), np.array([[1.0]])),
        (np.array([1.0, 2.0]), np.array([1.0, np.nan])),
        (np.array([np.inf]), np.array([1e308])),
        (np.array([True]), np.array([False])),
        (1.0, np.array([1.0])),
        (Graph(2, False, ()), Graph(2, True, ())),
    ],
)
def test_different(expected: object, got: object) -> None:
    assert compare(expected, got, USUAL) is not None


def test_the_sentence_names_the_place() -> None:
    mismatch = compare({"a": [1, [2, 3]]}, {"a": [1, [2, 4]]}, USUAL)
    assert mismatch is not None
    assert mismatch.sentence == "at ['a'][1][1]: want 3, got 4"


def test_the_first_entry_that_differs_is_named_and_the_others_counted() -> None:
    mismatch = compare(np.zeros((2, 2)), np.array([[0.0, 0.0], [5.0, 6.0]]), USUAL)
    assert mismatch is not None
    assert mismatch.sentence == "at [1, 0]: want 0.0, got 5.0 (2 of 4 entries differ)"


def test_only_sentences_without_expected_values_may_be_told_of_hidden_cases() -> None:
    by_type = compare([1], (1,), USUAL)
    by_value = compare(1, 2, USUAL)
    assert by_type is not None
    assert by_type.telling
    assert by_value is not None
    assert not by_value.telling
