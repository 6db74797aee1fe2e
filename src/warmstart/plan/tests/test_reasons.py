"""Why now, and why not today."""

from dataclasses import replace

import pytest

from warmstart.plan.greedy import Plan, plan
from warmstart.plan.learner import SkillState
from warmstart.plan.reasons import KEPT_FOR_CODING, KEPT_FOR_DUE, too_long
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


def test_a_card_that_does_not_fit_says_so_where_nothing_better_took_the_minutes() -> None:
    found = plan(learner((card("new"),)), 1.0)
    assert (found.items, reason(found, "new")) == (
        (),
        "It takes 1.2 minutes, and 1 is left once better items are done.",
    )


@pytest.mark.parametrize(
    ("minutes", "left", "told"),
    [(1.0, 0.3, "1 minute, and 0.3 are left"), (32.0, -1.5, "32 minutes, and 0 are left")],
)
def test_minutes_are_counted_as_they_are_said(minutes: float, left: float, told: str) -> None:
    assert told in too_long(minutes, left)


def test_what_was_never_practised_says_so() -> None:
    (item,) = plan(learner((), (block("a", "gamma"),)), 12.0).items
    assert item.reasons[1].endswith("of the interview, and you have not practised it yet.")


def test_what_is_met_within_a_day_of_the_interview_promises_no_days_to_repeat_it() -> None:
    (item,) = plan(learner((card("new"),), left=0.6), 5.0).items
    assert item.reasons == ("You have not met it yet.",)


def test_what_is_on_the_list_for_a_place_that_is_kept_says_so() -> None:
    lapsed = tuple(card(f"lapsed{n}", seen=memory(0.3, 1.0)) for n in range(9))
    blocks = (block("quiz", "beta", 5.0), block("code", "gamma", 12.0, difficulty=9.0))
    cards = (*lapsed, *(card(f"new{n}", "beta") for n in range(60)))
    found = {item.id: item.reasons[2:] for item in plan(learner(cards, blocks, left=20.0), 45.0).items}
    assert found["code"] == (KEPT_FOR_CODING,)
    assert found["quiz"] == ()
    assert [found[id] for id in found if id.startswith("lapsed")] == [(KEPT_FOR_DUE,)] * 9
    on_the_eve = plan(learner(cards, left=1.0), 45.0).items
    assert not any(KEPT_FOR_DUE in item.reasons for item in on_the_eve)


def test_no_recall_is_certain_and_no_rise_is_of_no_points() -> None:
    (item,) = plan(learner((card("a", seen=memory(9000.0, 1.0)),), left=1.0), 5.0).items
    assert "with a chance of over 99%, on the day with over 99%" in item.reasons[0]
    assert item.reasons[1] == "A review now raises that by less than a point."


def test_a_card_that_is_new_is_met_and_not_reviewed() -> None:
    made = learner((card("new"),), left=365.0)
    made = replace(made, skills=dict(made.skills) | {"alpha": SkillState(0.0, 1.0)})
    assert reason(plan(made, 5.0), "new") == "Meeting it now would not raise what you recall on the day."
