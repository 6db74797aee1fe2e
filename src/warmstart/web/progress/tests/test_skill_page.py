"""A skill's page: its dates are those of where the learner is, or was."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import EntryKind
from warmstart.web.attempts.practice_log import add_entry, suspend
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.spans import day_words
from warmstart.web.progress.tests.lived import NOW, days_ago, recalled
from warmstart.web.standing.standing import standing_of

Problems = list[IndexedProblem]


def page(client: Client) -> str:
    response = client.get("/progress/skills/ds.hash/")
    assert response.status_code == 200
    return response.content.decode()


def last_seen(html: str) -> str:
    found = re.search("<dt>Last seen</dt><dd>(.*?)</dd>", html)
    assert found
    return found[1]


@pytest.mark.parametrize("hour", [1, 7, 13, 19])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_an_item_is_due_on_the_date_where_the_learner_is(
    alice: Client, person: Person, problems: Problems, zone: str, hour: int
) -> None:
    add_entry(person, EntryKind.ZONE, days_ago(9), {"zone": zone})
    recalled(person, problems[0].pk, NOW.replace(hour=hour), rating=4)
    due = standing_of(person, NOW + timedelta(hours=12)).due(problems[0].pk)
    assert due
    assert f">{day_words(due.astimezone(ZoneInfo(zone)).date())}<" in page(alice).split('id="items"')[1]


def test_the_last_day_is_told_as_the_history_tells_it_after_a_flight(
    alice: Client, person: Person, problems: Problems
) -> None:
    add_entry(person, EntryKind.ZONE, days_ago(9), {"zone": "UTC"})
    evening = days_ago(3).replace(hour=20)  # 05:00 of the next day in Tokyo
    recalled(person, problems[0].pk, evening)
    add_entry(person, EntryKind.ZONE, days_ago(2), {"zone": "Asia/Tokyo"})
    assert last_seen(page(alice)) == day_words(evening.date())
    assert f"{evening:%A}, {day_words(evening.date())}" in alice.get("/progress/history/").content.decode()


def test_an_item_that_was_suspended_is_called_so(alice: Client, person: Person, problems: Problems) -> None:
    recalled(person, problems[0].pk, days_ago(3))
    suspend(person, problems[0].pk, days_ago(2))
    assert ">suspended<" in page(alice)
