"""Telling of an interview: kept as a row, corrected by a later one, and nothing typed is lost."""

from datetime import date

from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.attempts.practice_log import add_entry, set_target
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.tests.lived import days_ago

Problems = list[IndexedProblem]
TOLD = {
    "day": "2026-01-02",
    "result-coding": "passed",
    "went-coding": "4",
    "skills-coding": ["ds.hash", "al.dp"],
    "asked-coding": "an LRU cache",
    "notes": "kind people",
}


def aimed(person: Person) -> Entry:
    return set_target(person, days_ago(40), role="ml-engineer", day=date(2026, 1, 2))


def told(person: Person) -> list[Entry]:
    return list(Entry.objects.filter(person=person, kind=EntryKind.DEBRIEF).order_by("at"))


def test_without_a_target_the_page_says_what_to_do(alice: Client) -> None:
    assert "There is no interview to tell of yet" in alice.get("/progress/debrief/").content.decode()


def test_a_debrief_is_kept_and_shown_again(alice: Client, person: Person, problems: Problems) -> None:
    target = aimed(person)
    response = alice.post(f"/progress/debrief/{target.pk}/", TOLD)
    assert response.status_code == 302
    (entry,) = told(person)
    assert entry.data["target"] == str(target.pk)
    assert entry.data["rounds"]["coding"] == {
        "title": "Coding",
        "result": "passed",
        "skills": ["ds.hash", "al.dp"],
        "asked": "an LRU cache",
        "went": 4,
    }
    html = alice.get(response["Location"]).content.decode()
    assert "Kept." in html
    assert "an LRU cache</textarea>" in html
    assert 'value="ds.hash" checked' in html


def test_a_fault_keeps_everything_typed_and_the_log_as_it_was(
    alice: Client, person: Person, problems: Problems
) -> None:
    target = aimed(person)
    response = alice.post(f"/progress/debrief/{target.pk}/", TOLD | {"day": "soon"})
    html = response.content.decode()
    assert response.status_code == 422
    assert told(person) == []
    assert "“soon” is no date" in html
    for kept in (
        "an LRU cache</textarea>",
        "kind people</textarea>",
        'value="al.dp" checked',
        'value="passed" checked',
    ):
        assert kept in html


def test_a_later_debrief_corrects_and_both_rows_stay(
    alice: Client, person: Person, problems: Problems
) -> None:
    target = aimed(person)
    alice.post(f"/progress/debrief/{target.pk}/", TOLD)
    alice.post(f"/progress/debrief/{target.pk}/", TOLD | {"result-coding": "failed"})
    assert [entry.data["rounds"]["coding"]["result"] for entry in told(person)] == ["passed", "failed"]
    assert 'value="failed" checked' in alice.get("/progress/debrief/").content.decode()


def test_a_draft_comes_back_until_it_is_told(alice: Client, person: Person, problems: Problems) -> None:
    target = aimed(person)
    saved = alice.post(f"/progress/debrief/{target.pk}/draft/", {"notes": "half a th", "day": "2026-"})
    assert "Draft saved" in saved.content.decode()
    html = alice.get("/progress/debrief/").content.decode()
    assert "half a th</textarea>" in html
    alice.post(f"/progress/debrief/{target.pk}/", TOLD)
    assert "kind people</textarea>" in alice.get("/progress/debrief/").content.decode()


def test_hostile_texts_are_shown_as_text(alice: Client, person: Person, problems: Problems) -> None:
    target = aimed(person)
    alice.post(f"/progress/debrief/{target.pk}/", {"notes": "</textarea><script>x</script>\0"})
    html = alice.get("/progress/debrief/").content.decode()
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


def test_an_interview_of_alice_is_not_there_for_others(
    bob: Client, charlie: Client, alice: Client, person: Person, problems: Problems
) -> None:
    target = aimed(person)
    for stranger in (bob, charlie):
        assert stranger.get(f"/progress/debrief/{target.pk}/").status_code == 404
        assert stranger.post(f"/progress/debrief/{target.pk}/", TOLD).status_code == 404
        assert stranger.post(f"/progress/debrief/{target.pk}/draft/", TOLD).status_code == 404
    assert told(person) == []


def test_forecasts_wait_for_outcomes_and_get_them(alice: Client, person: Person, problems: Problems) -> None:
    target = aimed(person)
    rounds = [
        {"id": "coding", "title": "Coding", "pass_low": 0.3, "pass_high": 0.7, "p": 0.6},
        {"id": "design", "title": "System design", "pass_low": 0.2, "pass_high": 0.6, "p": 0.4},
    ]
    for days in (39, 38):
        add_entry(person, EntryKind.FORECAST, days_ago(days), {"target": str(target.pk), "rounds": rounds})
    assert "0 of 4 forecasts have an outcome yet" in alice.get("/progress/reliability/").content.decode()
    day = days_ago(1).date().isoformat()
    alice.post(f"/progress/debrief/{target.pk}/", TOLD | {"day": day})
    html = alice.get("/progress/reliability/").content.decode()
    assert "2 of 4 forecasts have an outcome." in html
    assert "0.160" in html  # one round passed of which 60 % was said, counted once
    assert "19 more rounds" in html


def test_a_forecast_made_after_the_outcome_was_told_is_held_to_nothing(
    alice: Client, person: Person, problems: Problems
) -> None:
    target = set_target(person, days_ago(40), role="ML engineer", day=days_ago(3).date())
    rounds = [{"id": id, "pass_low": 0.3, "pass_high": 0.7, "p": 0.6} for id in ("coding", "design")]
    for days in (20, 10):
        add_entry(person, EntryKind.FORECAST, days_ago(days), {"target": str(target.pk), "rounds": rounds})
    first = {"coding": {"result": "passed"}}
    second = first | {"design": {"result": "failed"}}
    for days, told_of, day in ((15, first, None), (1, second, days_ago(3).date().isoformat())):
        data = {"target": str(target.pk), "rounds": told_of, "date": day}
        add_entry(person, EntryKind.DEBRIEF, days_ago(days), data)
    html = alice.get("/progress/reliability/").content.decode()
    assert "3 of 4 forecasts have an outcome." in html
    assert html.count("made afterwards") == 1


def test_a_forecast_that_cannot_be_read_breaks_no_page(
    alice: Client, person: Person, problems: Problems
) -> None:
    wild = {"id": "coding", "pass_low": "nan", "pass_high": 7}
    target = {"target": str(aimed(person).pk)}
    for data in ({}, target | {"rounds": [wild]}, target | {"rounds": "many"}, {"rounds": None}):
        add_entry(person, EntryKind.FORECAST, days_ago(1), data)
    assert "No forecast was made yet" in alice.get("/progress/reliability/").content.decode()
