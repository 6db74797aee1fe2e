"""A short session: "I have 10 minutes"."""

import pytest
from django.test import Client

from warmstart.web.review.tests.deck import HERE, Clock, field, rate, shown, written


def test_ten_minutes_are_kept_until_they_are_over(alice: Client, clock: Clock) -> None:
    first, second = written(alice, "one?", "1"), written(alice, "two?", "2")
    html = shown(alice, f"{HERE}?minutes=10")
    assert "<strong>10 minutes</strong>" in html
    assert "nothing done yet" in html
    html = rate(alice, first, 3, seconds="60")
    assert "1 done in 1 minute" in html
    html = rate(alice, second, 3, seconds="600")
    assert "Your 10 minutes are over" in html
    assert "Today's minutes are done" not in html.replace("&#x27;", "'")


def test_what_was_done_before_does_not_count_in_it(alice: Client, clock: Clock) -> None:
    first = written(alice, "one?", "1")
    written(alice, "two?", "2")
    rate(alice, first, 3, seconds="1200")
    clock.pass_by(hours=1)
    html = shown(alice, f"{HERE}?minutes=10")
    assert "nothing done yet" in html
    assert "two?" in html


def test_all_of_today_comes_back_on_request_and_with_a_new_day(alice: Client, clock: Clock) -> None:
    written(alice)
    shown(alice, f"{HERE}?minutes=10")
    assert "<strong>Today</strong>" in shown(alice, f"{HERE}?minutes=all")
    shown(alice, f"{HERE}?minutes=10")
    clock.pass_by(days=1)
    assert "<strong>Today</strong>" in shown(alice)


@pytest.mark.parametrize("minutes", ["0", "-5", "601", "soon", "", "1e3", "\u0669"])
def test_minutes_that_no_session_has_are_refused_with_a_word(alice: Client, minutes: str) -> None:
    written(alice)
    html = shown(alice, f"{HERE}?minutes={minutes}")
    assert "1 to 600 whole minutes" in html
    assert "<strong>Today</strong>" in html


def test_an_empty_day_says_so_and_offers_what_there_is(alice: Client) -> None:
    html = shown(alice)
    assert "Nothing to do now" in html
    assert f"{HERE}cards/" in html
    assert "nothing you have met will need a review yet" in html


def test_a_clock_set_back_breaks_nothing(alice: Client, clock: Clock) -> None:
    card = written(alice)
    rate(alice, card, 3)
    clock.pass_by(days=-2)
    assert alice.get(HERE).status_code == 200
    html = shown(alice, f"{HERE}?item={card}&way=sight&shown=1")
    assert field(html, "seen")
