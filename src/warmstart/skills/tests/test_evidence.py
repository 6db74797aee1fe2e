"""What an attempt is worth."""

import pytest

from warmstart.skills.evidence import code_outcome, difficulty_of, self_rating


@pytest.mark.parametrize(
    ("tries", "hints", "revealed", "y"),
    [
        (1, 0, False, 1.0),
        (2, 0, False, 0.85),
        (4, 0, False, 0.7),
        (1, 2, False, 0.49),
        (2, 1, False, 0.595),
        (1, 0, True, 0.0),
        (None, 0, False, 0.0),
        (1000, 0, False, 0.0),
    ],
)
def test_tries_and_hints_take_their_part_of_a_solved_problem(
    tries: int | None, hints: int, revealed: bool, y: float
) -> None:
    assert code_outcome(tries, hints, revealed) == pytest.approx(y)


def test_there_is_no_zeroth_try() -> None:
    with pytest.raises(ValueError, match="from 1 on, not 0"):
        code_outcome(0, 0, False)


def test_harder_labels_are_a_logit_apart_and_none_of_them_is_certain() -> None:
    assert [difficulty_of(label) for label in ("easy", "medium", "hard")] == [
        (-1.0, 0.4),
        (0.0, 0.4),
        (1.0, 0.4),
    ]
    assert difficulty_of("unheard of") == difficulty_of("medium")


def test_a_better_rating_is_never_worth_less() -> None:
    worth = [self_rating(rating) for rating in (1, 2, 3, 4)]
    assert worth == sorted(worth)
    assert (worth[0], worth[-1]) == (0.0, 1.0)
