"""A log that came in piece by piece, in any order, stands where one stands that was written in one go."""

import random
from datetime import timedelta
from typing import Any

import pytest

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import LogHead
from warmstart.web.exchange.tests import logs
from warmstart.web.exchange.tests.logs import log_of, person, take
from warmstart.web.standing.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
NOW = logs.NOON + timedelta(days=30)
DAY = 24 * 60


def month() -> list[dict[str, Any]]:
    """Answers with grades, submissions with verdicts, ratings and decisions over thirty days."""
    rows: list[dict[str, Any]] = []
    for n in range(60):
        at, item = n * DAY / 2, f"item {n % 9}"
        rows += [logs.attempt(f"a{n}", at, item), logs.review(f"r{n}", at + 5, rating=1 + n % 4)]
        if n % 2:
            rows += [logs.answer(f"c{n}", f"a{n}", at + 1), logs.grade(f"g{n}", f"c{n}", at + 2)]
        else:
            rows += [logs.submission(f"c{n}", f"a{n}", at + 1), logs.verdict(f"g{n}", f"c{n}", at + 2)]
        if n % 10 == 0:
            rows.append(logs.entry(f"p{n}", at, minutes=10 + n))
    return rows


def told(standing: Standing) -> tuple[object, ...]:
    return (dict(standing.memories), standing.bank.as_json(), dict(standing.days), standing.minutes)


@pytest.mark.parametrize("seed", range(3))
def test_pieces_in_any_order_stand_where_the_whole_stands(seed: int) -> None:
    rows = month()
    take("alice", rows)
    whole, text, length = (
        told(standing_of(person("alice"), NOW)),
        log_of("alice"),
        LogHead.objects.get().length,
    )
    Person.objects.all().delete()
    pieces = random.Random(seed).sample(rows, len(rows))
    for piece in (pieces[:70], pieces[50:150], pieces[100:], pieces):
        take("bob", piece)
        standing_of(person("bob"), NOW)
    assert log_of("bob") == text
    assert LogHead.objects.get().length == length
    assert told(standing_of(person("bob"), NOW)) == whole
