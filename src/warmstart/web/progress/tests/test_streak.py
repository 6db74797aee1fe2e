"""The streak: days off do not end it, one missed day in seven is forgiven, and summer time costs no day."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.recall.days import study_day
from warmstart.web.progress.streak import Streak, streak

BERLIN = ZoneInfo("Europe/Berlin")


def run_of(practised: Collection[int], today: int, off: Collection[int] = ()) -> Streak:
    return streak(practised, lambda day: day in off, today)


def test_nothing_practised_is_no_run() -> None:
    found = run_of([], 10)
    assert (found.now, found.longest, found.today) == (0, 0, False)
    assert "first day" in found.sentence


def test_today_is_not_missed_before_it_is_over() -> None:
    assert run_of([7, 8, 9], 10).now == 3
    assert run_of([7, 8, 9, 10], 10).now == 4


def test_one_missed_day_is_forgiven_and_named() -> None:
    found = run_of([6, 7, 9], 10)
    assert (found.now, found.forgiven) == (3, 8)


def test_two_missed_days_in_a_row_end_the_run() -> None:
    found = run_of([5, 6, 7], 10)
    assert (found.now, found.longest, found.forgiven) == (0, 3, None)
    assert "had 3 days" in found.sentence


def test_the_run_goes_back_to_the_earlier_of_two_missed_days_in_seven() -> None:
    assert run_of([1, 2, 3, 5, 6, 8], 8).now == 3


@pytest.mark.parametrize(("apart", "days"), [(6, 6), (7, 13)])
def test_missed_days_seven_apart_are_both_forgiven(apart: int, days: int) -> None:
    missed, today = {10, 10 + apart}, 11 + apart
    assert run_of(set(range(4, today + 1)) - missed, today).now == days


def test_days_off_end_nothing_and_count_only_when_one_practises() -> None:
    assert run_of([1, 2, 20], 20, off=range(3, 20)).now == 3
    assert run_of([1, 2, 5, 20], 20, off=range(3, 20)).now == 4


def test_days_after_today_as_a_clock_set_back_leaves_them_do_not_count() -> None:
    assert run_of([8, 9, 30], 10).now == 2


def test_summer_time_neither_loses_nor_doubles_a_day() -> None:
    """Half past eight every evening over both changes of the clock, and once at half past three at night."""
    evenings = [datetime(2026, 3, 25, 20, 30, tzinfo=BERLIN) + timedelta(days=n) for n in range(250)]
    days = {study_day(at, BERLIN) for at in evenings}
    assert days == set(range(date(2026, 3, 25).toordinal(), date(2026, 3, 25).toordinal() + 250))
    assert run_of(days, max(days)).now == 250
    night = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30 in Berlin: the evening of the 28th goes on
    assert study_day(night, BERLIN) == date(2026, 3, 28).toordinal()


def test_one_flies_west_and_the_day_is_told_by_where_one_is() -> None:
    at = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
    assert study_day(at, BERLIN) == date(2026, 11, 20).toordinal()
    assert study_day(at, ZoneInfo("America/Los_Angeles")) == date(2026, 11, 19).toordinal()


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_practising_once_more_never_shortens_a_run(practised: set[int], off: set[int]) -> None:
    before, after = run_of(practised, 60, off), run_of(practised | {60}, 60, off)
    assert after.now == before.now + (60 not in practised)
    assert after.longest >= before.longest >= before.now


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 60))
def test_a_day_off_never_shortens_a_run(practised: set[int], day: int) -> None:
    assert run_of(practised, 60, {day}).now >= run_of(practised, 60).now
