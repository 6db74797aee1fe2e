"""Pages that wait for a verdict: they hear where they stand, and leave threads for other pages."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, attempt_at
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import REFERENCE
from warmstart.web.coding import submit
from warmstart.web.coding.runner import runner
from warmstart.web.coding.submit import AGAIN_MS, AGAIN_MS_A_PLACE, MOST_AGAIN_MS, SEATS, standing

AT = datetime(2026, 11, 22, tzinfo=UTC)
HTMX = {"HX-Request": "true"}
FOR_EVER = 3600.0
"""Seconds that nobody waits: a request that does not answer at once ends this test by its time limit."""


@pytest.fixture
def line(alice: Client, pair: IndexedProblem) -> Iterator[list[Submission]]:
    """Two hundred submissions of Alice; nobody judges."""
    attempt = attempt_at(Person.objects.get(username="alice"), pair.pk, 1, AT)
    waiting = [add_submission(attempt, REFERENCE.encode(), AT) for _ in range(200)]
    for submission in waiting:
        runner.add(submission.pk, "alice")
    yield waiting
    for submission in waiting:
        runner.cancel(submission.pk)


def followed(client: Client, submission: Submission) -> str:
    answer = client.get(f"/problems/pair/submissions/{submission.pk}/follow/?seen=0", headers=HTMX)
    return answer.content.decode()


def test_far_from_its_turn_it_is_answered_at_once_and_asks_again_later(
    alice: Client, line: list[Submission]
) -> None:
    now = standing(line[10], seen=0, seconds=FOR_EVER)
    assert now.again == AGAIN_MS + 10 * AGAIN_MS_A_PLACE
    assert standing(line[199], seconds=FOR_EVER).again == MOST_AGAIN_MS
    page = followed(alice, line[10])
    assert "10 before this one in the queue" in page
    assert "load delay:1500ms" in page


def test_when_all_seats_are_taken_the_next_one_does_not_wait(line: list[Submission]) -> None:
    for _ in range(SEATS):
        assert submit._seats.acquire(blocking=False)
    try:
        assert standing(line[0], seen=None, seconds=FOR_EVER).again == AGAIN_MS
    finally:
        submit._seats.release(SEATS)
    assert standing(line[0], seen=None, seconds=0).again < AGAIN_MS


def test_another_learner_stands_behind_one_submission_of_each(
    alice: Client, bob: Client, line: list[Submission], pair: IndexedProblem
) -> None:
    attempt = attempt_at(Person.objects.get(username="bob"), pair.pk, 1, AT)
    bobs = add_submission(attempt, REFERENCE.encode(), AT)
    runner.add(bobs.pk, "bob")
    assert "1 before this one in the queue" in followed(bob, bobs)
    runner.cancel(bobs.pk)


def test_what_waits_can_be_cancelled_and_the_others_move_up(alice: Client, line: list[Submission]) -> None:
    page = alice.post(f"/problems/pair/submissions/{line[0].pk}/cancel/", headers=HTMX).content.decode()
    assert "Cancelled" in page
    assert "9 before this one in the queue" in followed(alice, line[10])
    assert "Next in the queue" not in followed(alice, line[0])
