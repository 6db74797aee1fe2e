"""The first screen: what to do, for how long, why; and what it says where there is nothing to do."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import save_draft
from warmstart.web.attempts.practice_log import add_review
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem, IndexedQuestion
from warmstart.web.planner.tests.conftest import NOW, Clock
from warmstart.web.planner.tests.told import PACE, SET_UP, TARGET, entries

pytestmark = pytest.mark.django_db
CORE = Path(__file__).parents[5] / "packs" / "core"


@pytest.fixture
def installed(db: None) -> None:
    index_packs([CORE])


@pytest.fixture
def learner(alice: Client, clock: Clock, installed: None) -> Client:
    """Alice, set up: 45 minutes a day, the interview in 18 days."""
    alice.post("/start/", SET_UP)
    alice.post("/start/leave/")
    return alice


def page(client: Client, path: str = "/") -> str:
    return client.get(path).content.decode()


def agenda(shown: str) -> str:
    """Today's items with minutes, gains and reasons."""
    return shown.split('<ol class="agenda"')[1].split("</ol>")[0]


def listed(shown: str) -> list[str]:
    """Addresses of today's items, in their order."""
    rows = agenda(shown) if 'class="agenda"' in shown else ""
    return [part.split('"')[0] for part in rows.split('<div class="what"><a href="')[1:]]


def question(number: int) -> UUID:
    return IndexedQuestion.objects.filter(form="prose").order_by("slug")[number].pk


def test_the_list_says_what_how_long_and_why(learner: Client) -> None:
    shown = page(learner)
    assert "Monday, 23 November 2026" in shown
    assert "The interview at Example (ML engineer) is in 18 days." in shown
    assert "of 45 min" in shown
    assert len(listed(shown)) > 1
    assert shown.count("why now") == len(listed(shown))
    assert shown.count('class="button primary start" href="/review/"') == 1
    assert shown.count("primary") == 1


def test_a_list_longer_than_its_minutes_says_why(learner: Client) -> None:
    for wish in range(5, 25):
        shown = page(learner, f"/?minutes={wish}")
        found = re.search(rf"<span>([0-9.]+) min of {wish} min", shown)
        over = found is not None and float(found[1]) > wish
        assert over == ("may run over by 3 min" in shown), wish


def test_ten_minutes_are_another_list(learner: Client) -> None:
    whole, short = page(learner), page(learner, "/?minutes=10")
    assert "of 10 min" in short
    assert len(listed(short)) < len(listed(whole))
    assert 'href="/review/?minutes=10"' in short


def test_a_card_that_names_no_skill_is_on_the_list_as_in_the_session(learner: Client, clock: Clock) -> None:
    card = uuid4()
    learner.post(f"/review/cards/{card}/write/", {"front": "What is $x_i$?", "back": "b", "topic": ""})
    shown = page(learner)
    assert listed(shown)[0] == f"/review/cards/{card}/"
    assert "What is x_i?" in agenda(shown)
    assert "no part of the interview" in agenda(shown)
    session = page(learner, "/review/")
    assert f"{len(listed(shown))} to come" in session
    whole = re.search(r"<strong>(\d+) min</strong>", shown)
    assert whole is not None
    assert f"about {whole[1]} minutes" in session


@pytest.mark.parametrize("minutes", ["1", "600", "007", " 10 "])
def test_every_whole_number_of_minutes_up_to_ten_hours_can_be_planned(learner: Client, minutes: str) -> None:
    assert learner.get("/", {"minutes": minutes}).status_code == 200


@pytest.mark.parametrize("minutes", ["0", "-5", "601", "9" * 11, "1.5", "ten", "\u0661\u0660", "<b>"])
def test_what_is_no_number_of_minutes_is_told_and_the_day_stays(learner: Client, minutes: str) -> None:
    response = learner.get("/", {"minutes": minutes})
    shown = response.content.decode()
    assert response.status_code == 422
    assert "whole number of minutes from 1 to 600" in shown
    assert 'aria-describedby="minutes-fault"' in shown
    assert "of 45 min" in shown
    assert "<b>" not in shown


def test_another_date_is_another_plan_with_words_that_are_honest(learner: Client) -> None:
    far = page(learner)
    learner.post("/plan/target/", TARGET | {"day": "2026-11-24"})
    near = page(learner)
    assert "is tomorrow" in near
    assert "new topics add little" in near
    assert agenda(near) != agenda(far)


def test_a_date_that_has_passed_asks_how_it_went(learner: Client, clock: Clock) -> None:
    learner.post("/plan/target/", TARGET | {"day": "2026-11-25"})
    clock.at += timedelta(days=5)
    shown = page(learner)
    assert "was 3 days ago" in shown
    assert 'href="/progress/debrief/"' in shown


def test_readiness_is_a_range_and_logged_once_a_day(learner: Client, clock: Clock) -> None:
    shown = page(learner)
    assert 'href="/progress/readiness/"' in shown
    figures = shown.split('<dl class="outlook">')[1].split("</dl>")[0]
    assert figures.count(" to ") == 4
    assert "%" not in figures
    page(learner)
    assert len(entries("alice", "forecast")) == 1
    clock.at += timedelta(days=1)
    page(learner)
    assert len(entries("alice", "forecast")) == 2


def test_what_is_done_counts_and_the_rest_is_planned_anew(learner: Client, clock: Clock) -> None:
    person = Person.objects.get(username="alice")
    before = page(learner)
    for number in range(3):
        add_review(person, question(number), 3, clock(), seconds=300)
    shown = page(learner)
    assert "<strong>3</strong> items in <strong>15 min</strong>" in shown
    assert "of 30 min" in shown
    assert listed(shown) != listed(before)


def test_who_has_done_it_all_is_told_so(learner: Client, clock: Clock) -> None:
    add_review(Person.objects.get(username="alice"), question(0), 3, clock(), seconds=45 * 60)
    shown = page(learner)
    assert listed(shown) == []
    assert "minutes are done" in shown
    assert "start" not in shown.split('<div class="go">')[1].split("<form")[0]


def test_a_day_off_asks_for_nothing_and_can_be_taken_back(learner: Client) -> None:
    learner.post("/plan/pace/", PACE | {"weekdays": ["0"]})
    shown = page(learner)
    assert "day off" in shown
    assert listed(shown) == []
    assert listed(page(learner, "/?minutes=10"))
    learner.post("/plan/days/", {"day": "2026-11-23", "off": "no", "back": "today"})
    assert listed(page(learner))


def test_nothing_installed_says_what_to_do(alice: Client, clock: Clock) -> None:
    shown = page(alice)
    assert "No pack" in shown
    assert "WARMSTART_PACKS" in shown


def test_a_newcomer_is_asked_to_set_up_and_may_leave_it_out(
    alice: Client, clock: Clock, installed: None
) -> None:
    shown = page(alice)
    assert "Set up in two minutes" in shown
    assert shown.count("button primary") == 1
    assert listed(shown)
    alice.post("/start/leave/")
    assert "Set up in two minutes" not in page(alice)


def test_who_did_something_before_is_no_newcomer(alice: Client, clock: Clock, installed: None) -> None:
    add_review(Person.objects.get(username="alice"), question(0), 3, NOW)
    assert "Set up in two minutes" not in page(alice)


def test_what_was_open_last_is_a_line(learner: Client, clock: Clock) -> None:
    person = Person.objects.get(username="alice")
    problem = IndexedProblem.objects.filter(status="live")[0]
    save_draft(person, problem.pk, "def x(): ...", clock())
    assert f'You were working on <a href="/problems/{problem.slug}/">' in page(learner)
    save_draft(person, question(5), "half an answer", clock())
    assert "You were answering" in page(learner)
    save_draft(person, question(5), "", clock())
    assert "You were working on" in page(learner)


def test_the_browsers_zone_decides_which_day_it_is(learner: Client, clock: Clock) -> None:
    learner.cookies["zone"] = "Pacific/Auckland"
    assert "Tuesday, 24 November 2026" in page(learner)
    assert [each["zone"] for each in entries("alice", "zone")][-1] == "Pacific/Auckland"


def test_days_are_everybodys_own(learner: Client, bob: Client, charlie: Client) -> None:
    bob.post("/start/", SET_UP | {"company": "Elsewhere", "minutes": "20"})
    bob.post("/start/leave/")
    assert "of 45 min" in page(learner)
    assert "of 20 min" in page(bob)
    assert "Elsewhere" not in page(learner)
    assert "Example" not in page(charlie)
