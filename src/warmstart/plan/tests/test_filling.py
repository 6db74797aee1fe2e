"""What fits on a list, in which order, and what is told of the rest."""

from dataclasses import replace

import pytest

from warmstart.plan.fallback import fallback
from warmstart.plan.greedy import Planned, in_order, plan
from warmstart.plan.left_out import LONG, TOLD
from warmstart.plan.tests.invented import SKILLS, TODAY, block, card, full, learner, memory
from warmstart.plan.worth import Worth


def planned(id: str, minutes: float, gain: float) -> Planned:
    return Planned("practice", id, "alpha", minutes, gain, ())


def test_within_a_kind_what_gains_most_a_minute_stands_first() -> None:
    short, long = planned("short", 10.0, 0.02), planned("long", 30.0, 0.03)
    assert sorted((long, short), key=in_order) == [short, long]


def test_a_day_has_one_long_block_and_no_second_one() -> None:
    blocks = (block("a", "gamma", 32.0), block("b", "delta", 32.0))
    made = learner((), blocks)
    assert [item.id for item in plan(made, 90.0).items] == ["a"]
    assert plan(replace(made, long_block_done=True), 90.0).items == ()


def test_a_long_block_that_is_no_code_is_taken_as_well() -> None:
    design = replace(block("design", "gamma", 32.0), is_coding=False)
    assert [item.id for item in plan(learner((), (design,)), 90.0).items] == ["design"]


def test_a_skill_whose_card_is_on_the_list_is_not_called_practised() -> None:
    made = learner((card("a", "gamma", memory(0.5, 3.0)),), (block("b", "gamma", 32.0),), left=2.0)
    found = plan(made, 10.0)
    assert [item.id for item in found.items] == ["a"]
    assert [each.reason for each in found.left_out] == [
        "It takes 32 minutes, and 9.8 are left once better items are done."
    ]


def test_what_is_kept_for_reviews_is_not_overdrawn() -> None:
    """Six minutes of sixty, and a review of four: a second one would make it eight."""
    lapsed = tuple(replace(card(f"lapsed{n}", seen=memory(0.3, 1.0)), minutes=4.0) for n in range(9))
    news = tuple(card(f"new{n}", "beta") for n in range(90))
    items = plan(learner((*lapsed, *news), left=20.0), 60.0).items
    assert sum(item.minutes for item in items if item.kind == "review") == 4.0


def test_an_item_teaches_each_skill_by_its_share() -> None:
    half = replace(block("b", "gamma"), shares={"gamma": 0.5, "delta": 0.5})
    weak = replace(block("b", "gamma"), mult=0.5 * half.mult)
    risen = []
    for each in (half, weak):
        worth = Worth(learner((), (each,)))
        before = worth.z_then.copy()
        worth.take_block(0)
        risen.append(float((worth.z_then - before)[worth.skills.at["gamma"]]))
    assert risen[0] == pytest.approx(risen[1])
    assert risen[0] > 0


def test_practising_an_item_that_is_also_a_card_counts_what_is_recalled_of_it() -> None:
    cards = (card("a", "gamma"), card("b", "gamma"))
    alone = Worth(learner(cards, (block("a", "gamma"),)))
    both = Worth(learner(cards, (replace(block("a", "gamma"), card="a"),)))
    assert both.card_gain[0] > 0
    assert both.block_gain[0] == pytest.approx(alone.block_gain[0] + both.card_gain[0])


def test_what_is_left_out_is_told_by_what_it_is_and_once_a_kind_and_skill() -> None:
    found = plan(full(), 0.5).left_out
    kinds = {each.id: each.kind for each in found}
    by_card = {each.id: "new" if each.memory is None else "review" for each in full().cards}
    assert kinds == {id: by_card.get(id, "practice") for id in kinds}
    assert {"new", "review"} <= set(kinds.values())
    assert len({(each.kind, each.skill) for each in found}) == len(found) == TOLD


def test_a_review_says_by_how_many_points_it_raises_the_chance_on_the_day() -> None:
    made = learner((card("a", seen=memory(5.0, 5.0)),), left=3.0)
    (item,) = plan(made, 10.0).items
    rise = float(Worth(made).rise[0])
    assert item.reasons[1] == f"A review now raises that by {round(100 * rise)} points."
    assert rise > 0.05


@pytest.mark.parametrize(
    ("difficulty", "told"),
    [(-6.0, "You will probably succeed"), (-1.0, "where one learns most"), (6.0, "It is hard for you now")],
)
def test_practice_says_how_likely_it_is_to_succeed(difficulty: float, told: str) -> None:
    (item,) = plan(learner((), (block("a", "gamma", difficulty=difficulty),)), 30.0).items
    assert told in item.reasons[0]


def test_the_fallback_fills_the_minutes_to_the_last_and_has_one_long_block() -> None:
    due = card("due", seen=memory(0.5, 3.0))
    assert [item.id for item in fallback(learner((due,)), due.minutes).items] == ["due"]
    blocks = tuple(block(f"{skill}-long", skill, LONG) for skill in SKILLS)
    assert len(fallback(learner((), blocks), 3 * LONG).items) == 1
    assert due.memory is not None
    assert due.memory.last < TODAY
