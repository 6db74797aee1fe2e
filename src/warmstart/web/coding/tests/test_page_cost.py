"""Problem list and problem page: at most 10 ms of CPU each, with 12 problems and with 500."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from warmstart.judge.verdict import CaseResult, Outcome, Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, add_verdict, attempt_at
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.tests.packs import CASES, REFERENCE, problem_id, write_pack
from warmstart.web.catalogue.tests.page_cost import cost

AT = datetime(2026, 11, 22, tzinfo=UTC)
VERDICT = Verdict(Outcome.WA, tuple(CaseResult(case.id, case.name, Outcome.WA) for case in CASES))
MOST = 0.010


def worked(person: Person, problems: int) -> None:
    """Two submissions to every third problem, ten to the first."""
    for number in [*range(0, problems, 3), *range(0, problems, 3), *[0] * 8]:
        attempt = attempt_at(person, problem_id(number), 1, AT)
        submission = add_submission(attempt, REFERENCE.encode(), AT)
        add_verdict(submission, 1, VERDICT, AT + timedelta(seconds=1))


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("problems", [12, 500])
def test_pages_cost_at_most_ten_milliseconds(alice: Client, tmp_path: Path, problems: int) -> None:
    index_packs([write_pack(tmp_path / "pack", problems=problems)])
    worked(Person.objects.get(username="alice"), problems)
    costs = {path: cost(alice, path) for path in ("/problems/", "/problems/pair/", "/problems/?q=number+1")}
    print({path: f"{1000 * seconds:.1f} ms" for path, seconds in costs.items()})
    assert max(costs.values()) <= MOST, costs
