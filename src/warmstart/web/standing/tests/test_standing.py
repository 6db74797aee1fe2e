"""What is computed day by day is what is computed at once, whatever the order in which things happened."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import pytest

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.recall.memory import recall_at
from warmstart.recall.parameters import DEFAULTS
from warmstart.web.accounts.models import Person
from warmstart.web.attempts import log, practice_log
from warmstart.web.attempts.models import Attempt, EntryKind
from warmstart.web.catalogue.index import index_packs
from warmstart.web.standing.agenda import agenda_of
from warmstart.web.standing.decisions import MINUTES
from warmstart.web.standing.facts import catalogue
from warmstart.web.standing.models import Snapshot
from warmstart.web.standing.parameters import parameters_of
from warmstart.web.standing.standing import Standing, forget, standing_of

MONDAY = datetime(2026, 11, 2, 18, tzinfo=UTC)
CORE = Path(__file__).parents[5] / "packs" / "core"


@pytest.fixture
def person(db: None) -> Iterator[Person]:
    index_packs([CORE])
    somebody = Person.objects.create(username=str(uuid4()))
    yield somebody
    forget(somebody)


def items(kind: str) -> list[UUID]:
    return [facts.id for facts in catalogue().items.values() if facts.kind == kind]


def answer(person: Person, item: UUID, share: float, at: datetime) -> UUID:
    attempt = log.begin_attempt(person, item, 1, at)
    given = log.add_answer(attempt, "words", at, seconds=200)
    log.add_grade(given, 1, "offline 3", share, {}, at)
    return attempt.pk


def submit(person: Person, item: UUID, outcome: Outcome, at: datetime) -> UUID:
    attempt = log.attempt_at(person, item, 1, at)
    sent = log.add_submission(attempt, b"pass", at)
    log.add_verdict(sent, 1, Verdict(outcome=outcome, cases=()), at)
    return attempt.pk


def again(person: Person, at: datetime) -> Standing:
    """From nothing but the log."""
    Snapshot.objects.filter(person=person).delete()
    forget(person)
    return standing_of(person, at)


def assert_same(one: Standing, other: Standing) -> None:
    assert one.fold.as_bytes() == other.fold.as_bytes()
    assert [go.id for go in one.today] == [go.id for go in other.today]
    assert (one.suspended, one.buried, one.target) == (other.suspended, other.buried, other.target)


def test_twenty_days_computed_one_by_one_are_those_computed_at_once(person: Person) -> None:
    rng = Random(20261123)
    questions, problems = items("question"), items("problem")
    at = MONDAY
    practice_log.add_entry(person, EntryKind.ZONE, at, {"zone": "America/New_York"})
    for day in range(20):
        at = MONDAY + timedelta(days=day)
        for _ in range(rng.randrange(6)):
            at += timedelta(minutes=rng.randrange(1, 90))
            match rng.randrange(5):
                case 0:
                    answer(person, rng.choice(questions), rng.random(), at)
                case 1:
                    submit(person, rng.choice(problems[:5]), rng.choice([Outcome.AC, Outcome.WA]), at)
                case 2:
                    row = practice_log.add_review(person, rng.choice(questions[:9]), rng.randrange(1, 5), at)
                    if rng.random() < 0.3:
                        practice_log.undo(person, row.pk, at)
                case 3:
                    practice_log.bury(person, rng.choice(questions[:9]), at, at.toordinal())
                case _:
                    practice_log.suspend(person, rng.choice(questions), at)
            standing_of(person, at)
        if day == 9:
            practice_log.add_entry(person, EntryKind.ZONE, at, {"zone": "Asia/Tokyo"})
        if day % 4 == 0:
            forget(person)
    assert_same(standing_of(person, at), again(person, at))


def test_a_row_of_an_earlier_day_is_counted_when_it_comes_late(person: Person) -> None:
    first, second = items("question")[:2]
    answer(person, first, 0.2, MONDAY)
    later = MONDAY + timedelta(days=3)
    standing_of(person, later)
    answer(person, second, 0.9, MONDAY + timedelta(days=1))
    assert str(second) in standing_of(person, later).memories
    assert_same(standing_of(person, later), again(person, later))


def test_a_verdict_given_again_counts_from_then_on(person: Person) -> None:
    problem = items("problem")[0]
    submit(person, problem, Outcome.WA, MONDAY)
    later = MONDAY + timedelta(days=2)
    before = standing_of(person, later).days
    sent = log.current_attempt(person, problem).submissions.get()  # type: ignore[union-attr]
    log.add_verdict(sent, 1, Verdict(outcome=Outcome.AC, cases=()), later)
    after = standing_of(person, later)
    assert [total.right for total in before.values()] == [0]
    assert [total.right for total in after.days.values()] == [1]
    assert_same(after, again(person, later))


def test_a_problem_that_is_still_being_worked_on_is_no_failure_yet(person: Person) -> None:
    problem = items("problem")[0]
    submit(person, problem, Outcome.WA, MONDAY)
    assert standing_of(person, MONDAY + timedelta(minutes=1)).today == ()
    tomorrow = standing_of(person, MONDAY + timedelta(days=1))
    assert [total.done for total in tomorrow.days.values()] == [1]
    submit(person, problem, Outcome.AC, MONDAY + timedelta(days=1))
    goes = standing_of(person, MONDAY + timedelta(days=1, minutes=1)).today
    assert [(go.right, go.proposed.rating if go.proposed else None) for go in goes] == [(True, 3)]


def test_the_learners_own_rating_counts_instead_of_the_proposed_one(person: Person) -> None:
    question = items("question")[0]
    attempt = answer(person, question, 0.8, MONDAY)
    good = standing_of(person, MONDAY).memories[str(question)]
    row = practice_log.add_review(
        person, question, 1, MONDAY + timedelta(minutes=1), attempt=Attempt.objects.get(pk=attempt)
    )
    again_rated = standing_of(person, MONDAY + timedelta(minutes=2)).memories[str(question)]
    assert again_rated.stability < good.stability
    practice_log.undo(person, row.pk, MONDAY + timedelta(minutes=3))
    assert standing_of(person, MONDAY + timedelta(minutes=4)).memories[str(question)] == good


def test_the_same_item_gives_evidence_once_a_study_day(person: Person) -> None:
    question = items("question")[0]
    answer(person, question, 0.1, MONDAY)
    once = standing_of(person, MONDAY + timedelta(hours=1)).bank.as_json()
    answer(person, question, 1.0, MONDAY + timedelta(hours=1))
    assert standing_of(person, MONDAY + timedelta(hours=2)).bank.as_json() == once


def test_a_clock_that_was_set_back_is_noticed_and_loses_nothing(person: Person) -> None:
    question = items("question")[0]
    answer(person, question, 0.9, MONDAY)
    standing_of(person, MONDAY + timedelta(days=5))
    back = standing_of(person, MONDAY - timedelta(days=2))
    assert back.clock_behind
    assert (back.recall(question) or 0.0) > 0.999
    answer(person, question, 0.9, MONDAY - timedelta(days=2))
    forward = MONDAY + timedelta(days=6)
    assert_same(standing_of(person, forward), again(person, forward))


def test_an_item_that_is_gone_keeps_its_memory(person: Person) -> None:
    gone = uuid4()
    practice_log.add_review(person, gone, 3, MONDAY)
    found = standing_of(person, MONDAY + timedelta(days=1))
    assert found.recall(gone) is not None
    assert gone not in found.items


def test_parameters_are_fitted_once_250_next_day_reviews_are_there(person: Person) -> None:
    rng = Random(3)
    questions = items("question")
    at = MONDAY
    for day in range(12):
        for question in questions[:25]:
            at = MONDAY + timedelta(days=3 * day, minutes=rng.randrange(600))
            practice_log.add_review(person, question, 1 if rng.random() < 0.4 else 3, at)
    later = MONDAY + timedelta(days=40)
    found = standing_of(person, later)
    assert parameters_of(person).stage == 250
    assert (found.parameters != DEFAULTS) == parameters_of(person).own
    assert_same(found, again(person, later))


@pytest.mark.parametrize("rounds", [{"tea": 1.0}, {"coding": -1.0}, {"coding": "much"}, {}, [], "all"])
def test_a_target_whose_rounds_cannot_be_used_counts_with_those_of_its_role(
    person: Person, rounds: object
) -> None:
    data = {"role": "ML engineer", "date": None, "rounds": rounds}
    practice_log.add_entry(person, EntryKind.TARGET, MONDAY, data)
    practice_log.add_entry(person, EntryKind.PACE, MONDAY, {"minutes": "soon"})
    found = standing_of(person, MONDAY)
    assert found.target is not None
    assert found.target.rounds is None
    assert found.minutes == MINUTES


def test_the_chance_told_is_put_right_by_how_often_one_did_recall(person: Person) -> None:
    """Sixty reviews that were due, all lapsed: whoever forgets so much is not told the parameters' chance."""
    chosen = items("question")[:20]
    for day in (0, 3, 6, 9):
        for item in chosen:
            practice_log.add_review(person, item, 3 if day == 0 else 1, MONDAY + timedelta(days=day))
    later = standing_of(person, MONDAY + timedelta(days=11))
    believed = recall_at(later.memories[str(chosen[0])], later.day, later.parameters)
    told = later.recall(chosen[0])
    assert told is not None
    assert told < believed - 0.1
    reasons = [item.reasons[0] for item in agenda_of(later).items if item.facts.id in chosen]
    assert not any(f"{believed:.0%}" in reason for reason in reasons)
