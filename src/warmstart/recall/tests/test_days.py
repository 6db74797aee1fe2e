"""Study days across summer time, zones and the ends of the calendar."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.recall.days import moment, real_day, start_of, study_day
from warmstart.recall.memory import Rating, after

BERLIN, KIRITIMATI, SAMOA = (
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("Pacific/Kiritimati"),
    ZoneInfo("Pacific/Pago_Pago"),
)
ZONES = [
    UTC,
    BERLIN,
    KIRITIMATI,
    SAMOA,
    *map(ZoneInfo, ("America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")),
]
moments = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))


@given(moments)
def test_a_real_day_and_its_moment_are_one(at: datetime) -> None:
    assert abs(moment(real_day(at)) - at) < timedelta(microseconds=3)


@given(moments, st.sampled_from(ZONES))
def test_a_study_day_begins_before_what_happens_on_it_and_ends_after(at: datetime, zone: ZoneInfo) -> None:
    today = study_day(at, zone)
    assert start_of(today, zone) <= at < start_of(today + 1, zone)


@given(moments, st.sampled_from(ZONES))
def test_a_study_day_begins_at_four_by_the_clock_on_the_wall(at: datetime, zone: ZoneInfo) -> None:
    begins = start_of(study_day(at, zone), zone)
    assert (begins.astimezone(zone).hour, begins.astimezone(zone).minute) == (4, 0)


@pytest.mark.parametrize(("month", "day", "hours"), [(3, 28, 23), (10, 24, 25), (6, 1, 24)])
def test_the_study_day_over_which_the_clock_jumps_is_as_long_as_it_is(
    month: int, day: int, hours: int
) -> None:
    noon = datetime(2026, month, day, 12, tzinfo=BERLIN)
    today = study_day(noon, BERLIN)
    assert start_of(today + 1, BERLIN) - start_of(today, BERLIN) == timedelta(hours=hours)


def test_both_passes_of_a_repeated_hour_are_on_one_study_day() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert first.astimezone(BERLIN).hour == (first + timedelta(hours=1)).astimezone(BERLIN).hour == 2
    assert study_day(first, BERLIN) == study_day(first + timedelta(hours=1), BERLIN)


def test_zones_far_apart_call_one_instant_by_days_that_differ() -> None:
    at = datetime(2026, 5, 5, 11, tzinfo=UTC)
    assert study_day(at, KIRITIMATI) - study_day(at, SAMOA) == 2 - 1
    assert study_day(at + timedelta(hours=3, minutes=30), KIRITIMATI) - study_day(at, SAMOA) == 2


def test_a_flight_into_yesterday_makes_no_next_day_of_it() -> None:
    at = datetime(2026, 5, 5, 18, tzinfo=UTC)
    memory = after(None, Rating.GOOD, real_day(at), study_day(at, KIRITIMATI))
    landed = at + timedelta(hours=8)
    again = after(memory, Rating.GOOD, real_day(landed), study_day(landed, SAMOA))
    assert again.study_day == memory.study_day
    assert again.last == real_day(landed)


def test_a_day_beyond_the_calendar_is_its_end() -> None:
    assert moment(1e12).year == 9999
