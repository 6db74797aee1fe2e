"""Days and minutes until the interview, and what is said of them."""

from dataclasses import replace
from datetime import date

from warmstart.plan.days import study_days, study_minutes, too_near
from warmstart.plan.greedy import plan
from warmstart.plan.tests.invented import card, full, learner

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


def never(day: date) -> bool:
    return False


def test_the_day_of_the_interview_itself_is_no_study_day() -> None:
    assert study_days(MONDAY, FRIDAY, never) == 4
    assert study_days(MONDAY, MONDAY, never) == 0


def test_days_off_are_left_out() -> None:
    assert study_days(MONDAY, FRIDAY, lambda day: day.weekday() == 2) == 3


def test_a_date_that_is_past_leaves_nothing() -> None:
    assert study_days(FRIDAY, MONDAY, never) == 0
    assert study_minutes(FRIDAY, MONDAY, 45, never) == 0.0


def test_of_a_date_at_the_end_of_the_calendar_ten_years_are_looked_at() -> None:
    assert study_days(MONDAY, date.max, never) == 3660


def test_what_is_done_today_is_taken_off_but_no_more_than_today_had() -> None:
    assert study_minutes(MONDAY, FRIDAY, 45, never) == 180
    assert study_minutes(MONDAY, FRIDAY, 45, never, done=30) == 150
    assert study_minutes(MONDAY, FRIDAY, 45, never, done=300) == 135
    assert study_minutes(MONDAY, FRIDAY, 45, lambda day: day == MONDAY, done=30) == 135


def test_a_past_date_is_told_and_the_plan_goes_on() -> None:
    found = plan(full(left=-3.0), 20.0)
    assert "past" in (found.too_near or "")
    assert found.items


def test_the_eve_is_told() -> None:
    assert "so near" in (plan(full(left=1.0), 20.0).too_near or "")


def test_minutes_that_cannot_meet_half_of_what_is_new_are_told() -> None:
    made = learner(tuple(card(f"c{n}") for n in range(100)))
    assert "100 items that are new to you takes about 120 minutes" in (
        too_near(replace(made, capacity=50.0)) or ""
    )
    assert too_near(replace(made, capacity=61.0)) is None
    assert too_near(made) is None


def test_one_item_and_one_minute_are_counted_as_such() -> None:
    made = learner((card("c"),))
    assert (too_near(replace(made, capacity=0.55)) or "").startswith(
        "Meeting the one item that is new to you takes about 1 minute; about 1 minute is left."
    )


def test_many_minutes_are_told_in_hours() -> None:
    made = replace(learner(tuple(card(f"c{n}") for n in range(1000))), capacity=315.0)
    assert "takes about 20 hours; about 5 hours are left." in (too_near(made) or "")


def test_another_date_makes_another_plan() -> None:
    assert plan(full(left=40.0), 45.0) != plan(full(left=2.0), 45.0)
