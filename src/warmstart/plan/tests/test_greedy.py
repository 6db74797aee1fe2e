"""Today's list."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.plan.fallback import fallback
from warmstart.plan.greedy import Plan, plan
from warmstart.plan.learner import Card, Learner, SkillState
from warmstart.plan.ledger import practised
from warmstart.plan.tests.invented import SKILLS, TODAY, block, card, full, learner, learners, memory
from warmstart.plan.worth import Worth
from warmstart.recall.memory import Rating, after
from warmstart.skills.readiness import ability


def ids(found: Plan) -> list[str]:
    return [item.id for item in found.items]


def done(made: Learner, found: Plan) -> Learner:
    """As if the first item had been done; what was done today is offered no more."""
    item = found.items[0]
    cards = tuple(_reviewed(each) if each.id == item.id else each for each in made.cards)
    blocks = tuple(each for each in made.blocks if each.id != item.id)
    after_it = replace(made, cards=cards, blocks=blocks)
    return after_it if item.kind != "practice" else _practised(after_it, made, item.id)


def _practised(after_it: Learner, made: Learner, id: str) -> Learner:
    chosen = next(each for each in made.blocks if each.id == id)
    states = dict(made.skills)
    for skill, share in chosen.shares.items():
        old = states[skill]
        kept = practised(old.ledger, made.today, chosen.mult * share, ability(old.z, 0.3))
        states[skill] = SkillState(old.z + 0.1, old.known, kept)
    return replace(
        after_it,
        skills=states,
        practised=made.practised | {chosen.skill},
        long_block_done=made.long_block_done or chosen.minutes >= 20,
        coding_block_done=made.coding_block_done or chosen.is_coding,
    )


def _reviewed(each: Card) -> Card:
    return replace(each, memory=after(each.memory, Rating.GOOD, TODAY, int(TODAY)), held=True)


@given(learners(), st.floats(0.0, 180.0))
def test_a_plan_never_exceeds_its_minutes_by_more_than_three(made: Learner, minutes: float) -> None:
    for found in (plan(made, minutes), fallback(made, minutes)):
        assert found.minutes == pytest.approx(sum(item.minutes for item in found.items))
        assert found.minutes <= minutes + 3.0 + 1e-6


@given(learners(), st.floats(0.0, 90.0))
def test_the_order_of_the_input_does_not_matter(made: Learner, minutes: float) -> None:
    turned = replace(
        made,
        rounds=made.rounds[::-1],
        skills=dict(reversed(list(made.skills.items()))),
        cards=made.cards[::-1],
        blocks=made.blocks[::-1],
    )
    assert plan(turned, minutes) == plan(made, minutes)
    assert fallback(turned, minutes) == fallback(made, minutes)


@given(learners(), st.floats(5.0, 90.0))
def test_nothing_is_listed_twice_nor_a_skill_practised_twice_nor_two_long_blocks(
    made: Learner, minutes: float
) -> None:
    for found in (plan(made, minutes), fallback(made, minutes)):
        practice = [item for item in found.items if item.kind == "practice"]
        assert len(set(ids(found))) == len(found.items)
        assert len({item.skill for item in practice} | made.practised) == len(practice) + len(made.practised)
        assert sum(item.minutes >= 20 for item in practice) <= 1 - made.long_block_done


@given(learners(), st.floats(0.0, 90.0))
def test_what_was_reviewed_today_or_is_put_off_has_no_value(made: Learner, minutes: float) -> None:
    held = {each.id for each in made.cards if each.held}
    assert not held & set(ids(plan(made, minutes))) | held & set(ids(fallback(made, minutes)))


@given(learners(), st.floats(1.0, 90.0))
def test_replanning_after_the_first_item_does_not_bring_it_back(made: Learner, minutes: float) -> None:
    first = plan(made, minutes)
    if first.items:
        left = minutes - first.items[0].minutes
        again = plan(done(made, first), left)
        assert first.items[0].id not in ids(again)
        assert again.minutes <= max(left, 0.0) + 3.0 + 1e-6


def test_replanning_after_each_item_ends_with_nearly_the_same_day() -> None:
    made, left = full(), 45.0
    first, lived = plan(made, left), list[str]()
    while left >= 0.2 and (now := plan(made, left)).items:
        lived.append(now.items[0].id)
        made, left = done(made, now), left - now.items[0].minutes
    assert len(set(lived) & set(ids(first))) >= 0.7 * len(first.items)


@given(learners(), st.floats(1.0, 90.0))
def test_nothing_on_the_list_lowers_the_expected_score(made: Learner, minutes: float) -> None:
    assert all(item.gain > 0 for item in plan(made, minutes).items)


def test_practice_is_not_charged_for_meeting_what_one_would_have_known_anyway() -> None:
    """One that is known already fades once it is met; never met it counts as known on the day too."""
    made = learner((card("a"),), (replace(block("a", minutes=5.0), card="a"),), left=300.0)
    made = replace(made, skills=dict(made.skills) | {"alpha": SkillState(-0.3, 1.0)})
    alone = plan(replace(made, blocks=(block("a", minutes=5.0),)), 5.0)
    assert plan(made, 5.0).items[0].gain == pytest.approx(alone.items[0].gain)


def test_the_same_state_gives_the_same_plan() -> None:
    assert plan(full(), 45.0) == plan(full(), 45.0)


def test_equals_are_taken_by_their_ids() -> None:
    cards = tuple(card(id) for id in ("c", "a", "b"))
    assert sorted(ids(plan(learner(cards), 2.5))) == ["a", "b"]


def test_no_minutes_give_no_list_and_a_sentence() -> None:
    found = plan(full(), 0.0)
    assert (found.items, found.minutes, found.expected_gain) == ((), 0.0, 0.0)
    assert any("nothing is lost" in sentence for sentence in found.sentences)
    assert plan(full(), float("nan")).items == ()


def test_ten_minutes_are_filled() -> None:
    found = plan(full(), 10.0)
    assert 9.0 <= found.minutes <= 13.0
    assert found.expected_gain > 0


def test_a_day_of_45_minutes_has_one_coding_block_and_reviews() -> None:
    found = plan(full(left=8.0), 45.0)
    coding = {each.id for each in full().blocks if each.is_coding}
    assert len(coding & set(ids(found))) >= 1
    assert any(item.kind == "review" for item in found.items)


def test_what_lapsed_comes_back_although_the_eve_would_do_for_it() -> None:
    cards = (card("lapsed", seen=memory(0.3, 1.0)), *(card(f"new{n}", "beta") for n in range(60)))
    made = learner(cards, left=20.0)
    assert Worth(made).card_gain[0] < 0
    assert "lapsed" in ids(plan(made, 45.0))


def test_the_tenth_for_reviews_is_one_of_the_day_however_often_it_is_planned_anew() -> None:
    """Reviews stand first; each is done and the rest planned anew, as a session does."""
    lapsed = tuple(card(f"lapsed{n}", seen=memory(0.3, 1.0)) for n in range(60))
    made, left = learner((*lapsed, *(card(f"new{n}", "beta") for n in range(60))), left=20.0), 45.0
    while left >= 0.2 and (item := next(iter(plan(made, left).items), None)) is not None:
        spent = item.minutes if item.kind == "review" else 0.0
        made = replace(
            done(made, plan(made, left)), done=45.0 - left + item.minutes, reviewed=made.reviewed + spent
        )
        left -= item.minutes
    assert made.reviewed == pytest.approx(4.5, abs=0.26)


def test_a_coding_block_is_reserved_once_a_day() -> None:
    blocks = (block("quiz", "alpha", 5.0), block("code", "gamma", 12.0, difficulty=9.0))
    cards = tuple(card(f"c{n}", "alpha") for n in range(60))
    assert "code" in ids(plan(learner(cards, blocks), 45.0))
    assert "code" not in ids(plan(replace(learner(cards, blocks), coding_block_done=True), 45.0))


def test_the_reserved_block_is_done_although_the_list_is_made_anew_after_each_item() -> None:
    """It gains least by the minute: were it last, quizzes would take its place as the minutes run out."""
    quizzes = tuple(block(f"quiz{n}", SKILLS[n % 2], 5.0) for n in range(4))
    code = block("code", "gamma", 15.0, difficulty=6.0)
    cards = tuple(card(f"c{n}", "beta", memory(2.0, 3.0)) for n in range(60))
    made, left, lived = learner(cards, (*quizzes, code), left=3.0), 27.0, list[str]()
    while left >= 0.2 and (now := plan(made, left)).items:
        lived.append(now.items[0].id)
        made, left = done(made, now), left - now.items[0].minutes
        made = replace(made, done=27.0 - left)
    assert "code" in lived
    practice = [id for id in lived if not id.startswith("c") or id == "code"]
    assert practice[0] == "code"


def test_ten_minutes_asked_for_late_on_a_day_are_not_taken_by_what_is_reserved() -> None:
    made = replace(learner((), (block("quiz", "alpha", 5.0), block("code", "gamma", 12.0, 9.0))), done=30.0)
    assert ids(plan(made, 10.0)) == ["quiz"]
    assert "code" in ids(plan(made, 15.0))


def test_a_fresh_memory_waits_far_from_the_day_and_is_reviewed_on_the_eve() -> None:
    seen = memory(60.0, 1.0)
    cards = (card("fresh", seen=seen),)
    assert plan(learner(cards, left=60.0), 10.0).items == ()
    assert ids(plan(learner(cards, left=1.0), 10.0)) == ["fresh"]


def test_an_item_that_also_trains_what_nobody_asks_for_is_planned_for_what_is_asked() -> None:
    """As where a design round is all there is, and its questions train machine learning beside it."""
    beside = replace(block("b", "gamma"), shares={"gamma": 0.6, "elsewhere": 0.4})
    alone = replace(beside, shares={"gamma": 0.6})
    found, same = (plan(learner((), (each,)), 20.0) for each in (beside, alone))
    assert ids(found) == ["b"]
    assert found == same
    unasked = replace(beside, shares={"elsewhere": 0.6, "gamma": 0.4})
    assert plan(learner((), (unasked,)), 20.0).items == ()


def test_a_heavier_skill_is_practised_first() -> None:
    blocks = tuple(block(skill, skill, 12.0) for skill in SKILLS[2:])
    made = learner((), blocks)
    concepts, coding = made.rounds
    heavy = replace(coding, skills={"gamma": 0.2, "delta": 0.8})
    assert ids(plan(replace(made, rounds=(concepts, heavy)), 12.0)) == ["delta"]


def test_what_was_never_met_is_lifted_where_minutes_run_short() -> None:
    made = full()
    kinds = {
        capacity: sum(item.kind == "new" for item in plan(replace(made, capacity=capacity), 20.0).items)
        for capacity in (1e6, 20.0)
    }
    assert kinds[20.0] >= kinds[1e6]


def test_the_fallback_takes_what_is_due_and_claims_no_gain() -> None:
    cards = (card("due", seen=memory(2.0, 9.0)), card("fresh", seen=memory(50.0, 1.0)))
    found = fallback(learner(cards), 10.0)
    assert ids(found) == ["due"]
    assert found.expected_gain == 0.0


@pytest.mark.serial
def test_six_hundred_cards_and_ninety_skills_take_fifty_milliseconds() -> None:
    skills = [f"s{n:02d}" for n in range(90)]
    cards = tuple(
        card(f"c{n}", skills[n % 90], memory(1.0 + n % 40, 1.0 + n % 13) if n % 3 else None)
        for n in range(600)
    )
    blocks = tuple(
        block(f"{skill}-{minutes:g}", skill, minutes) for skill in skills for minutes in (5, 12, 20, 32)
    )
    made = learner()
    even = dict.fromkeys(skills, 1 / 90)
    rounds = tuple(replace(each, skills=even) for each in made.rounds)
    states = {skill: SkillState(-0.3, 0.2) for skill in skills}
    made = replace(made, rounds=rounds, skills=states, cards=cards, blocks=blocks)
    plan(made, 45.0)
    spent = []
    for _ in range(5):
        started = time.process_time()
        plan(made, 45.0)
        spent.append(time.process_time() - started)
    assert min(spent) <= 0.05
