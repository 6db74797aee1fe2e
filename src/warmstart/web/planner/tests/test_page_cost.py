"""Today, plan and the first questions: what a view costs, with all first-party items and a long log."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import grown
from warmstart.web.attempts.models import Review
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.tests.page_cost import cost
from warmstart.web.planner.tests.conftest import NOW, Clock
from warmstart.web.planner.tests.told import SET_UP

CORE = Path(__file__).parents[5] / "packs" / "core"
MOST = {"/": 0.05, "/?minutes=10": 0.05, "/plan/": 0.015, "/start/placement/": 0.05}
REVIEWS = 3_000


def practised(person: Person, items: list[UUID]) -> None:
    """A hundred reviews a day up to yesterday."""
    begin = NOW - timedelta(days=REVIEWS // 100 + 1)
    Review.objects.bulk_create(
        Review(
            person=person,
            item=items[number % len(items)],
            rating=1 + number % 4,
            reviewed_at=begin + timedelta(days=number // 100, minutes=number % 100),
            seconds=20,
        )
        for number in range(REVIEWS)
    )
    grown(person.pk, REVIEWS)


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_a_view_of_today_costs_at_most_fifty_milliseconds(alice: Client, clock: Clock) -> None:
    index_packs([CORE])
    items = list(IndexedQuestion.objects.filter(status="live").values_list("pk", flat=True))
    practised(Person.objects.get(username="alice"), items)
    alice.post("/start/", SET_UP)
    costs = {path: cost(alice, path) for path in MOST}
    print({path: f"{1000 * seconds:.1f} ms" for path, seconds in costs.items()})
    assert all(costs[path] <= most for path, most in MOST.items()), costs
