"""The table that is shipped, and how words find their rows."""

import numpy as np
import pytest

from warmstart.grading.table import pieces, table


def cosine(one: str, two: str) -> float:
    a, b = (sum(table().vector(word) for word in text.split()) for text in (one, two))
    return float(np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b)))


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("king", "queen"), ("king", "softmax")),
        (("variance of scores", "spread of values"), ("variance", "dinner")),
    ],
)
def test_words_of_like_meaning_lie_nearer_than_others(near: tuple[str, str], far: tuple[str, str]) -> None:
    assert cosine(*near) > cosine(*far) + 0.1


def test_a_word_is_cut_into_its_longest_known_pieces() -> None:
    rows = {"soft": 0, "so": 1, "##max": 2, "##m": 3}
    assert pieces("softmax", rows) == [0, 2]
    assert pieces("softer", rows) == []


def test_a_word_without_pieces_has_no_direction() -> None:
    assert not table().vector("\U0001f600").any()


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    assert table().weight("the") == 0 < table().weight("model") < table().weight("variance") <= 1


def test_every_row_has_a_word() -> None:
    assert len(table().rows) == len(table().vectors) == len(table().scales)
