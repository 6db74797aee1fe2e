"""What was predicted before each go, told again from the log, is what the rooms themselves predict."""

from datetime import timedelta

import pytest

from warmstart.judge.verdict import Outcome
from warmstart.recall.replay import Review, replay
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import EntryKind
from warmstart.web.attempts.practice_log import add_entry
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.past import Whole, whole
from warmstart.web.progress.tests.lived import NOW, days_ago, recalled, solved
from warmstart.web.standing.fold import Fold, evidence_of
from warmstart.web.standing.standing import Standing, standing_of

Problems = list[IndexedProblem]


@pytest.fixture
def lived(person: Person, problems: Problems) -> tuple[Standing, Whole]:
    """Attempts and recalls, some twice a day, over several days."""
    for n in range(9):
        solved(person, problems[n % 3].pk, days_ago(12 - n), *[Outcome.WA] * (n % 3), Outcome.AC)
        for again in range(n % 3):
            at = days_ago(11.5 - n) + timedelta(minutes=again)
            recalled(person, problems[(n + 1) % 3].pk, at, rating=1 + (n + again) % 4)
    standing = standing_of(person, NOW)
    return standing, whole(standing)


def test_recall_is_predicted_as_a_replay_of_the_reviews_predicts_it(lived: tuple[Standing, Whole]) -> None:
    standing, log = lived
    reviews = [Review(str(go.item), go.day, go.study_day, go.rating, go.id) for go in log.goes if go.rating]
    wanted = replay(reviews, standing.parameters).predictions
    assert len(wanted) > 5
    assert [(each.chance, each.came == 1.0) for each in log.recalled] == list(wanted)


def test_results_are_predicted_as_the_bank_predicts_them(lived: tuple[Standing, Whole]) -> None:
    standing, log = lived
    fold, wanted = Fold.fresh(standing.parameters), []
    for go in log.goes:
        facts = standing.items[go.item]
        chance = fold.bank.predict(evidence_of(go, facts), go.day).recalibrated
        if fold.add(go, facts) is not None:
            wanted.append(chance)
    assert len(wanted) > 9
    assert [each.chance for each in log.results] == pytest.approx(wanted, abs=1e-12)


def test_a_memory_that_was_brought_along_is_predicted_from(person: Person, problems: Problems) -> None:
    known = {"last": days_ago(9).isoformat(), "stability": 9.0, "difficulty": 5.0}
    add_entry(person, EntryKind.MEMORY, days_ago(8), known, item=problems[0].pk)
    recalled(person, problems[0].pk, NOW)
    (found,) = whole(standing_of(person, NOW)).recalled
    assert found.chance == pytest.approx(0.9)
    assert found.came == 1.0
