"""Readiness: a range a round with its evidence, one forecast a day in the log, and words for no target."""

import re
from datetime import timedelta

from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.attempts.practice_log import add_entry, set_target
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.spans import evidence_words
from warmstart.web.progress.tests.lived import NOW, days_ago, solved

Problems = list[IndexedProblem]


def page(client: Client) -> str:
    response = client.get("/progress/readiness/")
    assert response.status_code == 200
    return response.content.decode()


def aimed(person: Person, days: int = 10) -> Entry:
    day = (NOW + timedelta(days=days)).date()
    return set_target(person, days_ago(20), role="ML engineer", company="Acme", day=day)


def test_without_a_target_it_says_what_to_do_and_logs_nothing(alice: Client, problems: Problems) -> None:
    assert "There is no interview to be ready for yet" in page(alice)
    assert not Entry.objects.exists()


def test_a_round_is_a_range_with_its_evidence(alice: Client, person: Person, problems: Problems) -> None:
    aimed(person)
    solved(person, problems[0].pk, days_ago(2))
    html = page(alice)
    assert re.search(r"<strong>(under )?\d+ % to (over )?\d+ %</strong> chance to pass", html)
    assert "From 1 attempt; below two mock rounds only a range is shown." in html
    assert re.search(r"\d+ % to \d+ % of the points; 62 % are taken to pass.", html)
    assert re.search(r"Recall counts for \d+ % of them, and you recall about \d+ %", html)
    assert "Acme, ML engineer" in html
    assert "in 9 days" in html or "in 10 days" in html


def test_a_forecast_is_logged_once_a_day_however_often_it_is_shown(
    alice: Client, person: Person, problems: Problems
) -> None:
    aimed(person)
    for _ in range(3):
        page(alice)
    assert Entry.objects.filter(kind=EntryKind.FORECAST).count() == 1
    assert "chance to pass, as it was forecast" in page(alice)
    assert "1 of" not in alice.get("/progress/reliability/").content.decode()


def test_forecasts_over_time_are_drawn_and_stand_in_a_table(
    alice: Client, person: Person, problems: Problems
) -> None:
    target = aimed(person)
    told = {"id": "coding", "pass_low": 0.1, "pass_high": 0.42, "p": 0.3}
    add_entry(person, EntryKind.FORECAST, days_ago(5), {"target": str(target.pk), "rounds": [told]})
    html = page(alice)
    assert "10 % to 42 %" in html.split("The same as a table")[1]
    assert '<polygon class="band"' in html


def test_no_chance_is_told_as_certain(alice: Client, person: Person, problems: Problems) -> None:
    target = aimed(person)
    told = {"id": "coding", "pass_low": 0.0, "pass_high": 0.004, "p": 0.001}
    add_entry(person, EntryKind.FORECAST, days_ago(5), {"target": str(target.pk), "rounds": [told]})
    assert "<td>under 1 %</td>" in page(alice).split("The same as a table")[1]
    assert "<td>under 1 %</td>" in alice.get("/progress/reliability/").content.decode()


def test_a_past_date_asks_for_the_debrief(alice: Client, person: Person, problems: Problems) -> None:
    aimed(person, days=-3)
    html = page(alice)
    assert "Tell how it went" in html
    assert "/progress/debrief/" in html


def test_who_told_of_the_day_is_not_asked_again(alice: Client, person: Person, problems: Problems) -> None:
    target = aimed(person, days=-3)
    alice.post(f"/progress/debrief/{target.pk}/", {"result-coding": "passed"})
    html = page(alice)
    assert "Tell how it went" not in html
    assert "you told of it" in html


def test_without_a_date_the_page_does_not_promise_to_keep_forecasts(
    alice: Client, person: Person, problems: Problems
) -> None:
    set_target(person, days_ago(2), role="ML engineer", day=None)
    html = page(alice)
    assert "Without a date no forecast is kept" in html
    assert "One forecast a day is kept" not in html
    assert not Entry.objects.filter(kind=EntryKind.FORECAST).exists()


def test_weights_that_mean_nothing_here_break_no_page(
    alice: Client, person: Person, problems: Problems
) -> None:
    set_target(person, days_ago(2), role="astronaut", day=None, rounds={"lunch": 1.0})
    assert alice.get("/progress/?round=lunch").status_code == 200
    assert alice.get("/progress/debrief/").status_code == 200


def test_the_map_is_filtered_by_the_rounds_of_the_target(
    alice: Client, person: Person, problems: Problems
) -> None:
    assert "Asked in" not in alice.get("/progress/").content.decode()
    aimed(person)
    html = alice.get("/progress/?round=coding").content.decode()
    assert '<option value="coding" selected>Coding</option>' in html


def test_bob_gets_no_forecast_of_alice(bob: Client, person: Person, problems: Problems) -> None:
    aimed(person)
    assert "There is no interview to be ready for yet" in page(bob)


def test_two_mock_rounds_need_no_excuse() -> None:
    assert evidence_words(23, 2) == "From 23 attempts and 2 mock rounds."
    assert evidence_words(0, 1).startswith("From 0 attempts and 1 mock round; below two")
