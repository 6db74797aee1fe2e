"""The first questions tell most, and never the same twice."""

from dataclasses import replace
from math import exp, pi, sqrt

import pytest

from warmstart.skills.bank import Bank, Evidence, Share
from warmstart.skills.placement import ASKED, expected_fall, next_item

AREAS = ("cs", "ml", "dl")


def candidates() -> list[Evidence]:
    return [
        Evidence(f"{area}-{n}-{d}", 0.0, (Share(f"{area}.{n}", area, 1.0),), None, float(d), 0.5)
        for area in AREAS
        for n in range(6)
        for d in (-1, 0, 1)
    ]


def asked_in_a_row() -> list[str]:
    bank = Bank.fresh()
    asked: list[str] = []
    by_id = {each.id: each for each in candidates()}
    for _ in range(ASKED):
        found = next_item(bank, by_id.values(), 0.0, frozenset(asked))
        assert found is not None
        asked.append(found)
        bank.update(by_id[found])
    return asked


def test_twelve_items_are_of_twelve_skills_in_all_areas() -> None:
    asked = asked_in_a_row()
    assert len({id.rpartition("-")[0] for id in asked}) == ASKED
    assert {id.partition("-")[0] for id in asked} == set(AREAS)


def test_the_choice_does_not_depend_on_the_order_of_the_candidates() -> None:
    bank = Bank.fresh()
    assert next_item(bank, candidates(), 0.0) == next_item(bank, reversed(candidates()), 0.0)


def test_there_is_none_left_when_all_were_asked() -> None:
    every = candidates()
    assert next_item(Bank.fresh(), every, 0.0, {each.id for each in every}) is None


def told(asked: Evidence, mean: float, variance: float) -> float:
    """The chance of a right answer, guesses included: a mean of sigmoids as the probit has it, nearly."""
    x = (mean - asked.difficulty) / sqrt(1.0 + pi / 8.0 * variance)
    return asked.guess + (1.0 - asked.guess) / (1.0 + exp(-x))


@pytest.mark.parametrize("guess", [0.0, 0.25])
@pytest.mark.parametrize("difficulty", [-1.5, 0.0, 2.0])
def test_an_answer_takes_from_each_skill_what_a_kalman_step_takes_from_its_path(
    guess: float, difficulty: float
) -> None:
    bank, sizes = Bank.fresh(), {"cs": 2, "ml": 5}
    asked = Evidence("a", 0.0, (Share("ml.1", "ml", 1.0),), None, difficulty, 0.5, 0.8, 0.3, guess)
    mean, *path = bank.spread("ml.1", "ml", 0.0)
    variance = sum(path) + asked.difficulty_variance
    p, h = told(asked, mean, variance), 1e-5
    slope = (told(asked, mean + h, variance) - told(asked, mean - h, variance)) / (2.0 * h)
    noise = p * (1.0 - p) / (asked.weight * slope * slope)
    root, area, skill = (each - 1.0 / (1.0 / each + 1.0 / (noise + variance - each)) for each in path)
    wanted = root * 7 + area * 5 + skill
    assert expected_fall(bank, asked, sizes, 0.0) == pytest.approx(wanted, rel=1e-6)


def test_what_can_be_guessed_tells_less() -> None:
    bank, plain = Bank.fresh(), candidates()[0]
    sizes = dict.fromkeys(AREAS, 6)
    guessed = replace(plain, guess=0.25)
    assert expected_fall(bank, guessed, sizes, 0.0) < expected_fall(bank, plain, sizes, 0.0)
