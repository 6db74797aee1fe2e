"""No page asks the database more often because the log is longer."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.practice_log import set_target
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.tests.lived import days_ago, recalled, solved

PAGES = ("", "skills/ds.hash/", "history/", "readiness/", "debrief/", "reliability/")


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/progress/{path}").status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", PAGES)
def test_a_longer_log_costs_no_more_queries(
    alice: Client, person: Person, problems: list[IndexedProblem], path: str
) -> None:
    set_target(person, days_ago(30), role="ML engineer", day=days_ago(-20).date())
    solved(person, problems[0].pk, days_ago(9))
    recalled(person, problems[1].pk, days_ago(9))
    queries(alice, path)
    recalled(person, problems[1].pk, days_ago(8.9))
    few = queries(alice, path)
    for n in range(8):
        solved(person, problems[n % 6].pk, days_ago(n + 0.5))
        recalled(person, problems[n % 6].pk, days_ago(n + 0.4))
    assert queries(alice, path) <= few + 2
