"""Charts: what is drawn lies in its picture, says the same in words, and invents nothing."""

from datetime import date, timedelta

import pytest

from warmstart.skills.reliability import binned
from warmstart.web.progress.binned import BOX as SQUARE
from warmstart.web.progress.binned import picture
from warmstart.web.progress.days_drawn import WEEKS, calendar
from warmstart.web.progress.forecast_chart import Told, forecast_chart
from warmstart.web.progress.interval import interval_bar, interval_words
from warmstart.web.progress.weeks import SHOWN, Spent, weeks

TODAY = date(2026, 11, 22)  # a Sunday


def off_on_saturdays(day: date) -> bool:
    return day.weekday() == 5


def test_the_calendar_has_every_day_of_its_weeks_and_no_later_one() -> None:
    sunday, monday = (calendar({}, off_on_saturdays, TODAY + timedelta(days=n)) for n in (0, 1))
    assert len(sunday.squares) == 7 * WEEKS
    assert len(monday.squares) == 7 * (WEEKS - 1) + 1
    assert sunday.squares[-1].label == "22 Nov 2026: nothing"
    assert sunday.squares[-2].label == "21 Nov 2026: day off"
    assert "Nothing practised in the last 26 weeks" in sunday.sentence


def test_more_minutes_make_a_larger_square_and_the_sentence_names_the_most() -> None:
    found = calendar({TODAY: 61, TODAY - timedelta(days=1): 4.0}, off_on_saturdays, TODAY)
    assert found.squares[-1].side > found.squares[-2].side > found.squares[-3].side
    assert found.sentence.startswith("2 of the last 182 days")
    assert "22 Nov 2026: 61 min" in found.sentence
    assert all(s.x >= 0 and s.x + s.side <= found.width for s in found.squares)


def test_a_day_of_a_few_seconds_is_no_empty_one() -> None:
    square = calendar({TODAY: 0.1}, off_on_saturdays, TODAY).squares[-1]
    assert (square.level, square.label) == (1, "22 Nov 2026: under a minute")


def test_of_a_day_without_a_clock_no_time_is_told() -> None:
    found = calendar({TODAY: 0.0}, off_on_saturdays, TODAY)
    assert (found.squares[-1].level, found.squares[-1].label) == (1, "22 Nov 2026: no clock ran")
    assert found.sentence == "1 of the last 182 days has some practice; no clock ran."


def test_weeks_sum_minutes_by_kind_and_leave_out_older_ones() -> None:
    long_ago = TODAY - timedelta(weeks=SHOWN)
    spent = [Spent(TODAY, "problem", 1500), Spent(TODAY, "sight", 90), Spent(long_ago, "problem", 9000)]
    found = weeks(spent, TODAY)
    assert [part.minutes for part in found.weeks[-1].parts] == [25, 0, 2]
    assert found.minutes == 27
    assert found.weeks[-1].name == "week of 16 Nov 2026"
    assert found.weeks[-1].parts[0].height > 0 == found.weeks[0].parts[0].height


def test_the_scale_of_weeks_holds_the_longest() -> None:
    found = weeks([Spent(TODAY, "problem", 3600 * 9)], TODAY)
    top = found.weeks[-1].parts[0].y
    assert found.box.top < top < found.box.bottom
    assert [tick.label for tick in found.ticks] == ["0 min", "6 h", "12 h"]


def test_a_chart_of_one_forecast_has_no_band_and_says_one() -> None:
    chart = forecast_chart("coding", "Coding", [Told(TODAY, 0.2, 0.6)], None)
    assert chart is not None
    assert chart.band == ""
    assert chart.interview is None
    assert "One forecast so far, of 22 Nov: a chance to pass of 20 % to 60 %" in chart.description


def test_no_forecast_is_certain() -> None:
    told = [Told(TODAY - timedelta(days=1), 0.0, 1.0), Told(TODAY, 0.001, 0.004)]
    chart = forecast_chart("coding", "Coding", told, None)
    assert chart is not None
    assert "under 1 % to over 99 % on 21 Nov, under 1 % on 22 Nov" in chart.description
    assert chart.marks[-1].label == "22 Nov: under 1 %"


def test_the_interview_stands_right_of_the_forecasts() -> None:
    told = [Told(TODAY + timedelta(days=n), 0.2, 0.6) for n in range(3)]
    chart = forecast_chart("coding", "Coding", told, TODAY + timedelta(days=9))
    assert chart is not None
    assert chart.interview is not None
    assert chart.marks[0].x < chart.marks[-1].x < chart.interview <= chart.box.right
    assert chart.band.count(",") == 6


def test_no_forecast_draws_no_chart() -> None:
    assert forecast_chart("coding", "Coding", [], TODAY) is None
    assert binned([]) is None


def test_agreement_lies_on_the_diagonal() -> None:
    found = binned([(0.5, True), (0.5, False)], bins=1)
    assert found is not None
    dot = picture(found).dots[0]
    assert (dot.x, dot.y) == (SQUARE.across(0.5), SQUARE.upward(0.5))
    assert dot.top < dot.y < dot.bottom


@pytest.mark.parametrize("ends", [(0.5, 0.3, 0.7), (0.001, 0.0, 0.2), (1.0, 0.98, 1.2)])
def test_a_bar_stays_in_its_picture(ends: tuple[float, float, float]) -> None:
    bar = interval_bar(*ends)
    x, width = (float(bar.split(f' {name}="')[1].split('"')[0]) for name in ("x", "width"))
    assert x >= 0
    assert x + width <= 160.1 or width == 2
    assert "style=" not in bar


def test_an_estimate_is_never_certain() -> None:
    assert interval_words(0.999, 0.9, 1.0) == "over 99 %, probably 90 to 100 %"
