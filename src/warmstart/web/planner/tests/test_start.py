"""Setting up, first page."""

import pytest
from django.test import Client

from warmstart.web.planner.tests.conftest import Clock
from warmstart.web.planner.tests.told import SET_UP, TARGET, entries

pytestmark = pytest.mark.django_db


def test_one_page_tells_target_pace_and_weekdays(alice: Client, clock: Clock) -> None:
    response = alice.post("/start/", SET_UP | {"weekdays": ["6"]})
    assert response.status_code == 302
    assert entries("alice", "target")[0]["date"] == "2026-12-11"
    assert entries("alice", "pace") == [{"minutes": 45}]
    assert entries("alice", "day_off") == [{"weekdays": [6]}]
    assert len(entries("alice", "zone")) == 1


def test_all_but_role_and_minutes_can_be_left_out(alice: Client, clock: Clock) -> None:
    posted = {"role": "Data scientist", "minutes": "20", "company": "", "level": "", "day": ""}
    assert alice.post("/start/", posted).status_code == 302
    assert entries("alice", "target")[0]["date"] is None
    assert entries("alice", "day_off") == []


def test_every_fault_is_told_at_once_and_nothing_is_kept(alice: Client, clock: Clock) -> None:
    response = alice.post("/start/", SET_UP | {"day": "2026-11-01", "minutes": "5", "company": "Acme"})
    shown = response.content.decode()
    assert response.status_code == 422
    assert "is past" in shown
    assert "from 10 to 480" in shown
    assert "2 fields need" in shown
    assert 'value="Acme"' in shown
    assert 'value="5"' in shown
    assert 'value="2026-11-01"' in shown
    assert shown.count("autofocus") == 1
    assert entries("alice", "target") == entries("alice", "pace") == []


def test_it_can_be_left_out(alice: Client, clock: Clock) -> None:
    response = alice.post("/start/leave/")
    assert response.headers["Location"] == "/"
    assert entries("alice", "placed") == [{"left_out": True}]


def test_who_was_here_before_finds_what_they_told(alice: Client, bob: Client, clock: Clock) -> None:
    alice.post("/start/", SET_UP | {"company": "Acme"})
    assert 'value="Acme"' in alice.get("/start/").content.decode()
    assert 'value="Acme"' not in bob.get("/start/").content.decode()


def test_who_is_set_up_changes_the_plan_instead(alice: Client, clock: Clock) -> None:
    alice.post("/start/", SET_UP)
    alice.post("/start/leave/")
    assert alice.get("/start/").headers["Location"] == "/plan/"


def test_two_presses_tell_one_target_and_weights_that_were_told_stay(alice: Client, clock: Clock) -> None:
    for _ in range(2):
        alice.post("/start/", SET_UP)
    assert len(entries("alice", "target")) == 1
    weights = {"round-concepts": "50", "round-coding": "50", "round-design": "0", "round-behavioural": "0"}
    alice.post("/plan/target/", TARGET | weights | {"sourced": "on"})
    alice.post("/start/", SET_UP | {"company": "Acme"})
    told = entries("alice", "target")
    assert [each["company"] for each in told] == ["Example", "Example", "Acme"]
    assert (told[2]["rounds"], told[2]["sourced"]) == (told[1]["rounds"], True)
