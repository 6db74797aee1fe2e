"""Rounds of an interview: what is asked, and what may not be asked."""

import pytest

from warmstart.skills.target import ALPHA, ROLES, TITLES, BadWeights, SkillNode, rounds_of

MAP = [
    SkillNode("cs.hash", "cs", "S", True),
    SkillNode("al.dp", "al", "A", True),
    SkillNode("ml.leak", "ml", "M", False),
    SkillNode("dl.attention", "dl", "S", True),
    SkillNode("sy.serving", "sy", "M", True),
    SkillNode("be.conflict", "be", "S", False),
]


def skills_of(id: str) -> dict[str, float]:
    return dict(next(each for each in rounds_of(MAP) if each.id == id).skills)


@pytest.mark.parametrize("role", ROLES)
def test_weights_of_rounds_and_of_their_skills_sum_to_one(role: str) -> None:
    rounds = rounds_of(MAP, role)
    assert {each.id: each.alpha for each in rounds} == ALPHA
    assert sum(each.weight for each in rounds) == pytest.approx(1)
    assert [sum(each.skills.values()) for each in rounds] == pytest.approx([1] * len(TITLES))


def test_each_round_asks_for_its_own_areas() -> None:
    assert set(skills_of("coding")) == {"cs.hash", "al.dp", "dl.attention"}
    assert set(skills_of("concepts")) == {"cs.hash", "al.dp", "ml.leak", "dl.attention"}
    assert set(skills_of("design")) == {"sy.serving"}
    assert set(skills_of("behavioural")) == {"be.conflict"}


def test_a_mark_weighs_three_two_or_one_before_half_of_it_is_made_uniform() -> None:
    """Coding: hash S 3, dp A 1, attention S but beside its area 1.5."""
    assert skills_of("coding")["cs.hash"] == pytest.approx(0.5 * 3 / 5.5 + 0.5 / 3)
    assert skills_of("coding")["al.dp"] == pytest.approx(0.5 * 1 / 5.5 + 0.5 / 3)


def test_a_sourced_weight_stands_and_a_guessed_one_is_pulled_half_way_to_uniform() -> None:
    weights = {"coding": 3.0, "design": 1.0}
    sourced, guessed = (rounds_of(MAP, weights=weights, sourced=each) for each in (True, False))
    assert {each.id: each.weight for each in sourced} == pytest.approx({"coding": 0.75, "design": 0.25})
    assert {each.id: each.weight for each in guessed} == pytest.approx({"coding": 0.625, "design": 0.375})


def test_a_round_that_no_skill_serves_leaves_its_weight_to_the_others() -> None:
    rounds = rounds_of([node for node in MAP if node.area != "be"], sourced=True)
    assert "behavioural" not in {each.id for each in rounds}
    assert sum(each.weight for each in rounds) == pytest.approx(1)


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"chess": 1.0}, "no round 'chess'"),
        ({"coding": -1.0}, "weight of Coding is -1"),
        ({"coding": float("nan")}, "weight of Coding is nan"),
        ({"coding": float("inf")}, "weight of Coding is inf"),
        ({"coding": 0.0}, "All rounds have the weight 0"),
        ({}, "All rounds have the weight 0"),
    ],
)
def test_weights_that_cannot_be_used_are_named(weights: dict[str, float], said: str) -> None:
    with pytest.raises(BadWeights, match=said):
        rounds_of(MAP, weights=weights)
