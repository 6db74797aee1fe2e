"""How dates, minutes and gains are said."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from warmstart.web.planner.dates import days_until, honest_words, last_day, read_day
from warmstart.web.planner.templatetags.planned import as_gain, as_minutes, line
from warmstart.web.planner.wish import wished

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.25, "15 s"),
        (2.5, "2.5 min"),
        (4.1, "4 min"),
        (12.5, "13 min"),
        (45, "45 min"),
        (60, "1 h"),
        (75, "1 h 15 min"),
        (0, "0 min"),
    ],
)
def test_minutes_are_said_as_one_says_them(minutes: float, said: str) -> None:
    assert as_minutes(minutes) == said


def test_a_gain_is_never_nought() -> None:
    assert (as_gain(0.004), as_gain(0.126)) == ("under 0.01", "+0.13")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "tomorrow"), (18, "in 18 days"), (-1, "yesterday"), (-3, "3 days ago")],
)
def test_days_until_are_said_as_one_says_them(days: int, said: str) -> None:
    assert days_until(TODAY + timedelta(days=days), TODAY) == said


def test_two_years_are_the_last_day_also_from_a_leap_day() -> None:
    assert last_day(TODAY) == date(2028, 11, 23)
    assert last_day(date(2028, 2, 29)) == date(2030, 2, 28)
    assert read_day("2028-11-23", TODAY) == date(2028, 11, 23)
    with pytest.raises(ValidationError):
        read_day("2028-11-24", TODAY)


def test_only_a_date_that_is_very_near_or_past_needs_words() -> None:
    assert honest_words(TODAY + timedelta(days=2), TODAY) == ""
    assert "yesterday" in honest_words(TODAY - timedelta(days=1), TODAY)


def test_a_wish_keeps_what_was_typed() -> None:
    assert wished("") == wished("  ")
    assert (wished("007").minutes, wished("0").minutes, wished("0").text) == (7, None, "0")


def test_an_option_is_one_line_of_markdown() -> None:
    assert line("`a = 1`") == "<code>a = 1</code>"
    assert "<b>" not in line("<b>bold</b>")
