"""The history: every day with what was done on it, paged; time by week; the rule of the streak."""

from datetime import UTC, date, datetime, timedelta

from django.test import Client
from django.utils import timezone

from warmstart.judge.verdict import Outcome
from warmstart.recall.days import study_day
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_event, begin_attempt
from warmstart.web.attempts.models import EntryKind, EventKind, Review
from warmstart.web.attempts.practice_log import add_entry, add_review, undo
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.history import DAYS
from warmstart.web.progress.tests.lived import NOW, days_ago, recalled, solved
from warmstart.web.progress.weeks import first_monday

Problems = list[IndexedProblem]


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/progress/history/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_before_the_first_day_the_page_says_what_begins_it(alice: Client, problems: Problems) -> None:
    html = page(alice)
    assert "the first day is the one on which you do something" in html
    assert "Nothing practised in the last 26 weeks" in html
    assert "Nothing yet." in html
    assert "one missed day in seven" in html


def test_a_day_lists_what_was_done_with_result_and_minutes(
    alice: Client, person: Person, problems: Problems
) -> None:
    solved(person, problems[0].pk, days_ago(2), minutes=25)
    solved(person, problems[1].pk, days_ago(2) + timedelta(seconds=1), Outcome.WA, minutes=10)
    recalled(person, problems[0].pk, days_ago(1), rating=2)
    html = page(alice)
    assert ">solved<" in html
    assert ">not solved<" in html
    assert ">rated hard<" in html
    assert "2 done, 1 of them went well, 35 min" in html
    assert html.index("rated hard") < html.index(">solved<")


def test_solved_after_many_submissions_is_not_called_wrong(
    alice: Client, person: Person, problems: Problems
) -> None:
    solved(person, problems[0].pk, days_ago(1), *[Outcome.WA] * 4, Outcome.AC)
    html = page(alice)
    assert ">solved<" in html
    assert "1 done, 0 of them went well" in html
    assert "further submissions take points off" in html


def test_what_had_no_clock_is_counted_in_the_weeks_shown_only(
    alice: Client, person: Person, problems: Problems
) -> None:
    first = first_monday(date.fromordinal(study_day(timezone.now(), UTC)))
    noon = datetime(first.year, first.month, first.day, 12, tzinfo=UTC)
    for days in (-1, 0):
        add_review(person, problems[0].pk, 3, noon + timedelta(days=days))
    assert "1 of what was done in these weeks had no clock; it counts as done" in page(alice)


def test_what_was_undone_is_not_told(alice: Client, person: Person, problems: Problems) -> None:
    recalled(person, problems[0].pk, days_ago(1))
    undo(person, Review.objects.get().pk, NOW)
    assert "rated good" not in page(alice)


def test_days_are_paged_and_no_page_is_a_fault(alice: Client, person: Person, problems: Problems) -> None:
    for n in range(DAYS + 1):
        recalled(person, problems[0].pk, days_ago(n + 1))
    assert page(alice).count("rated good") == DAYS
    assert 'rel="next"' in page(alice)
    assert page(alice, "?page=2").count("rated good") == 1
    assert page(alice, "?page=99").count("rated good") == 1
    assert page(alice, "?page=x").count("rated good") == DAYS


def test_an_item_that_is_gone_keeps_its_line(alice: Client, person: Person, problems: Problems) -> None:
    recalled(person, problems[0].pk, days_ago(1))
    problems[0].pack.delete()
    assert "an item that is no longer installed" in page(alice)


def test_a_night_belongs_to_the_day_before_where_the_learner_is(
    alice: Client, person: Person, problems: Problems
) -> None:
    add_entry(person, EntryKind.ZONE, days_ago(9), {"zone": "Asia/Tokyo"})
    at = days_ago(3).replace(hour=18)  # 03:00 of the next day in Tokyo
    recalled(person, problems[0].pk, at)
    assert f"{at:%A}, {at.day} {at:%b %Y}" in page(alice)
    recalled(person, problems[0].pk, at.replace(hour=20))
    assert page(alice).count('class="day"') == 2


def test_a_problem_given_up_and_an_old_day_are_told(
    alice: Client, person: Person, problems: Problems
) -> None:
    attempt = begin_attempt(person, problems[0].pk, 1, days_ago(100))
    add_event(attempt, EventKind.GAVE_UP, days_ago(100) + timedelta(minutes=9))
    html = page(alice)
    assert ">not solved<" in html
    assert "9 min" in html
    assert "No time on a clock in the last 12 weeks" in html


def test_bob_sees_none_of_it(alice: Client, bob: Client, person: Person, problems: Problems) -> None:
    recalled(person, problems[0].pk, days_ago(1))
    assert "rated good" in page(alice)
    assert "rated good" not in page(bob)
