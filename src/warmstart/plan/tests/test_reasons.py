"""Why now, and why not today."""

from dataclasses import replace

from warmstart.plan.greedy import Plan, plan
from warmstart.plan.tests.invented import block, card, full, learner, memory


def reason(found: Plan, id: str) -> str:
    return next(each.reason for each in found.left_out if each.id == id)


def test_every_item_says_why_now_in_sentences() -> None:
    for item in plan(full(), 45.0).items:
        assert item.reasons
        assert all(each[0].isupper() and each.endswith(".") for each in item.reasons)


def test_a_review_tells_the_chance_today_and_on_the_day() -> None:
    found = plan(learner((card("a", seen=memory(5.0, 5.0)),), left=1.0), 10.0)
    assert "today with a chance of 90%" in found.items[0].reasons[0]


def test_what_is_remembered_well_waits_for_a_better_day() -> None:
    found = plan(learner((card("a", seen=memory(60.0, 1.0)),), left=60.0), 10.0)
    assert "nearer to the interview is worth more" in reason(found, "a")


def test_a_second_long_block_waits_for_tomorrow() -> None:
    blocks = (block("a", "gamma", 32.0), block("b", "delta", 32.0, difficulty=2.5))
    assert "long block a day" in reason(plan(learner((), blocks), 90.0), "b")


def test_a_skill_that_was_practised_today_waits_for_tomorrow() -> None:
    made = replace(learner((), (block("a", "gamma"),)), practised=frozenset({"gamma"}))
    assert "its practice today already" in reason(plan(made, 30.0), "a")


def test_what_is_longer_than_the_minutes_says_so() -> None:
    assert "takes 32 minutes" in reason(plan(learner((), (block("a", "gamma", 32.0),)), 10.0), "a")
