"""Target, pace and days off: what is taken, what is refused, and that nothing is overwritten."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from django.test import Client

from warmstart.web.planner.tests.conftest import Clock
from warmstart.web.planner.tests.told import TARGET, entries

pytestmark = pytest.mark.django_db
WEIGHTS = {"round-concepts": "50", "round-coding": "30", "round-design": "20", "round-behavioural": "0"}


def page(client: Client) -> str:
    return client.get("/plan/").content.decode()


def refused(client: Client, path: str, posted: Mapping[str, object]) -> str:
    """The page that says what is wrong."""
    response = client.post(path, posted)
    assert response.status_code == 422
    return response.content.decode()


def test_a_target_is_told_and_shown(alice: Client, clock: Clock) -> None:
    response = alice.post("/plan/target/", TARGET)
    assert response.status_code == 302
    assert response.headers["Location"] == "/plan/?saved=target"
    wanted = {"role": "ML engineer", "company": "Example", "level": "senior", "date": "2026-12-11"}
    assert entries("alice", "target") == [wanted | {"rounds": None, "sourced": False}]
    assert 'value="Example"' in page(alice)
    assert "on Friday, 11 December 2026" in page(alice)


def test_another_date_is_another_row_and_both_are_listed(alice: Client, clock: Clock) -> None:
    alice.post("/plan/target/", TARGET)
    alice.post("/plan/target/", TARGET | {"day": "2026-12-18"})
    assert [each["date"] for each in entries("alice", "target")] == ["2026-12-11", "2026-12-18"]
    shown = page(alice)
    assert shown.index("18 December 2026") < shown.index("11 December 2026")


@pytest.mark.parametrize("weights", [{}, WEIGHTS | {"sourced": "on"}, dict.fromkeys(WEIGHTS, "33.3")])
def test_the_same_target_again_is_no_other(alice: Client, clock: Clock, weights: dict[str, str]) -> None:
    for _ in range(2):
        alice.post("/plan/target/", TARGET | weights)
    shown = page(alice)
    again = {name: shown.split(f'name="{name}" value="')[1].split('"')[0] for name in WEIGHTS if weights}
    assert alice.post("/plan/target/", TARGET | weights | again).status_code == 302
    assert len(entries("alice", "target")) == 1
    alice.post("/plan/target/", TARGET | weights | {"level": "staff"})
    assert len(entries("alice", "target")) == 2


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-22", "Sunday, 22 November 2026 is past"),
        ("2028-11-24", "over 2 years away"),
        ("9999-12-31", "over 2 years away"),
        ("2026-02-30", "no such day"),
        ("soon", "year-month-day"),
        ("20261211", "year-month-day"),
        ("\u0662\u0660\u0662\u0666-12-11", "year-month-day"),
    ],
)
def test_a_date_that_cannot_be_planned_for_is_refused_and_what_was_typed_stays(
    alice: Client, clock: Clock, day: str, said: str
) -> None:
    shown = refused(alice, "/plan/target/", TARGET | WEIGHTS | {"day": day, "sourced": "on"})
    assert said in shown
    assert f'value="{day}"' in shown
    assert 'value="Example"' in shown
    assert 'value="senior"' in shown
    assert 'value="50"' in shown
    assert "checked" in shown.split('name="sourced"')[1].split(">")[0]
    assert entries("alice", "target") == []


def test_the_fault_is_tied_to_its_field_which_gets_the_focus(alice: Client, clock: Clock) -> None:
    shown = refused(alice, "/plan/target/", TARGET | {"day": "2026-11-22"})
    field = next(part for part in shown.split("<input") if 'name="day"' in part and 'type="date"' in part)
    assert 'aria-invalid="true"' in field
    assert "id_day_error" in field.split("aria-describedby=")[1].split(">")[0]
    assert 'id="id_day_error"' in shown
    assert shown.count("autofocus") == 1
    assert "autofocus" in field.split(">")[0]


@pytest.mark.parametrize(("day", "said"), [("2026-11-23", "is today"), ("2026-11-24", "is tomorrow")])
def test_a_date_that_is_very_near_is_taken_with_honest_words(
    alice: Client, clock: Clock, day: str, said: str
) -> None:
    assert alice.post("/plan/target/", TARGET | {"day": day}).status_code == 302
    assert f"The interview {said}" in page(alice)


def test_what_is_past_is_told_by_the_learners_own_clock(alice: Client, clock: Clock) -> None:
    clock.at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    alice.cookies["zone"] = "Pacific/Auckland"
    assert "is past" in refused(alice, "/plan/target/", TARGET | {"day": "2026-11-23"})
    alice.cookies["zone"] = "America/Los_Angeles"
    assert alice.post("/plan/target/", TARGET | {"day": "2026-11-23"}).status_code == 302


def test_no_date_yet_is_taken(alice: Client, clock: Clock) -> None:
    assert alice.post("/plan/target/", TARGET | {"day": ""}).status_code == 302
    assert entries("alice", "target")[0]["date"] is None
    assert "no date yet" in page(alice)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"role": "astronaut"}, "one of the roles in the list"),
        ({"role": ""}, "Choose a role"),
        ({"company": "x" * 101}, "At most 100 characters"),
        ({"level": "x" * 61}, "At most 60 characters"),
        ({"company": "nul\0"}, "Null characters"),
        (WEIGHTS | {"round-coding": ""}, "Give every round a weight"),
        (WEIGHTS | {"round-coding": "-1"}, "from 0 to 100"),
        (WEIGHTS | {"round-coding": "101"}, "from 0 to 100"),
        (WEIGHTS | {"round-coding": "nan"}, "from 0 to 100"),
        (WEIGHTS | {"round-coding": "a lot"}, "from 0 to 100"),
        (dict.fromkeys(WEIGHTS, "0"), "above 0"),
        ({"sourced": "on"}, "Write the weights that you know"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(
    alice: Client, clock: Clock, changed: dict[str, str], said: str
) -> None:
    assert said in refused(alice, "/plan/target/", TARGET | changed)
    assert entries("alice", "target") == []


def test_weights_from_the_recruiter_are_kept_as_shares(alice: Client, clock: Clock) -> None:
    alice.post("/plan/target/", TARGET | WEIGHTS | {"sourced": "on"})
    told = entries("alice", "target")[0]
    assert told["rounds"] == {"concepts": 0.5, "coding": 0.3, "design": 0.2, "behavioural": 0.0}
    assert told["sourced"] is True
    assert 'value="50"' in page(alice)


def test_pace_and_weekdays_off_are_told_once_each(alice: Client, clock: Clock) -> None:
    alice.post("/plan/pace/", {"minutes": "30", "weekdays": ["5", "6"]})
    alice.post("/plan/pace/", {"minutes": "60", "weekdays": ["6", "5"]})
    assert [each["minutes"] for each in entries("alice", "pace")] == [30, 60]
    assert entries("alice", "day_off") == [{"weekdays": [5, 6]}]
    assert page(alice).count("checked") == 2


@pytest.mark.parametrize("minutes", ["", "9", "481", "0", "-5", "many", "12.5", "1e3"])
def test_minutes_that_cannot_be_planned_are_refused(alice: Client, clock: Clock, minutes: str) -> None:
    shown = refused(alice, "/plan/pace/", {"minutes": minutes, "weekdays": ["6"]})
    assert "whole number of minutes from 10 to 480" in shown
    assert shown.count("checked") == 1
    assert entries("alice", "pace") == []


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [(list("0123456"), "At least one day"), (["7"], "days of the week"), (["x"], "days of the week")],
)
def test_weekdays_that_leave_nothing_are_refused(
    alice: Client, clock: Clock, weekdays: list[str], said: str
) -> None:
    assert said in refused(alice, "/plan/pace/", {"minutes": "30", "weekdays": weekdays})


def test_a_single_day_off_comes_and_goes(alice: Client, clock: Clock) -> None:
    alice.post("/plan/days/", {"day": "2026-12-24"})
    assert "Thursday, 24 December 2026" in page(alice)
    alice.post("/plan/days/", {"day": "2026-12-24", "off": "no"})
    assert "24 December 2026" not in page(alice)
    assert [each["off"] for each in entries("alice", "day_off")] == [True, False]


def test_a_day_off_that_is_past_or_no_day_is_refused(alice: Client, clock: Clock) -> None:
    assert "is past" in refused(alice, "/plan/days/", {"day": "2026-11-22"})
    assert "Choose the day first" in refused(alice, "/plan/days/", {"day": ""})
    assert entries("alice", "day_off") == []


def test_after_midnight_the_study_day_that_still_runs_can_be_worked_on(alice: Client, clock: Clock) -> None:
    clock.at = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    response = alice.post("/plan/days/", {"day": "2026-11-23", "off": "no", "back": "today"})
    assert response.headers["Location"] == "/"


def test_plans_are_everybodys_own(alice: Client, bob: Client, charlie: Client, clock: Clock) -> None:
    alice.post("/plan/target/", TARGET)
    bob.post("/plan/target/", TARGET | {"company": "Elsewhere"})
    assert "Example" not in page(bob)
    assert "Elsewhere" in page(bob)
    assert "Example" not in page(charlie)
    assert "Elsewhere" not in page(charlie)


def test_nothing_is_changed_by_looking(alice: Client, clock: Clock) -> None:
    for path in ("/plan/target/", "/plan/pace/", "/plan/days/"):
        assert alice.get(path).status_code == 405
