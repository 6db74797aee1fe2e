"""The log only grows, and what pages tell is computed from it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.http import Http404

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.access import own_submission
from warmstart.web.attempts.drafts import draft_of, save_draft
from warmstart.web.attempts.jobs import cancel, claim, release_unfinished
from warmstart.web.attempts.log import add_submission, add_verdict, attempt_at, begin_attempt
from warmstart.web.attempts.models import Attempt, Draft, Origin, Submission
from warmstart.web.attempts.states import State, states_of
from warmstart.web.attempts.terminal import record_terminal_attempt

pytestmark = pytest.mark.django_db
T = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = T + timedelta(minutes=1)
ITEM = UUID("00000000-0000-4000-8000-000000000001")
ACCEPTED = Verdict(Outcome.AC, ())
WRONG = Verdict(Outcome.WA, ())


@pytest.fixture
def alice() -> Person:
    return Person.objects.create(username="alice")


@pytest.fixture
def bob() -> Person:
    return Person.objects.create(username="bob")


def submission_of(person: Person, item: UUID = ITEM) -> Submission:
    return add_submission(attempt_at(person, item, 1, T), b"x = 1", T)


def test_an_attempt_goes_on_until_another_begins(alice: Person) -> None:
    first = attempt_at(alice, ITEM, 1, T)
    assert attempt_at(alice, ITEM, 1, LATER) == first
    second = begin_attempt(alice, ITEM, 1, LATER)
    assert attempt_at(alice, ITEM, 1, LATER) == second


def test_an_item_that_changed_its_meaning_begins_a_new_attempt(alice: Person) -> None:
    first = attempt_at(alice, ITEM, 1, T)
    assert attempt_at(alice, ITEM, 2, LATER) != first


def test_judging_again_adds_a_verdict(alice: Person) -> None:
    submission = submission_of(alice)
    add_verdict(submission, 1, ACCEPTED, T)
    add_verdict(submission, 2, WRONG, LATER)
    assert submission.verdicts.count() == 2


def test_a_verdict_comes_back_as_it_was(alice: Person) -> None:
    row = add_verdict(submission_of(alice), 1, WRONG, T)
    row.refresh_from_db()
    assert row.verdict == WRONG


def test_the_source_is_kept_byte_for_byte(alice: Person) -> None:
    submission = add_submission(attempt_at(alice, ITEM, 1, T), b"\xff\x00\r\n", T)
    submission.refresh_from_db()
    assert bytes(submission.source) == b"\xff\x00\r\n"
    assert submission.text == "\\xff\x00\r\n"


def test_states_are_new_tried_or_solved(alice: Person) -> None:
    tried, solved = uuid4(), uuid4()
    add_verdict(submission_of(alice, tried), 1, WRONG, T)
    add_verdict(submission_of(alice, solved), 1, ACCEPTED, T)
    assert states_of(alice) == {tried: State.TRIED, solved: State.SOLVED}


def test_states_can_be_asked_for_some_items_only(alice: Person) -> None:
    one, other = uuid4(), uuid4()
    for item in (one, other):
        add_verdict(submission_of(alice, item), 1, ACCEPTED, T)
    assert states_of(alice, [one, uuid4()]) == {one: State.SOLVED}


def test_the_newest_verdict_counts(alice: Person) -> None:
    submission = submission_of(alice)
    add_verdict(submission, 1, ACCEPTED, T)
    add_verdict(submission, 2, WRONG, LATER)
    assert states_of(alice) == {ITEM: State.TRIED}


def test_states_are_ones_own(alice: Person, bob: Person) -> None:
    add_verdict(submission_of(alice), 1, ACCEPTED, T)
    assert states_of(bob) == {}


def test_one_claimer_wins(alice: Person) -> None:
    submission = submission_of(alice)
    assert [claim(submission.pk, T), claim(submission.pk, T)] == [True, False]


def test_unfinished_submissions_can_be_claimed_again(alice: Person) -> None:
    waiting, done, cancelled = (submission_of(alice) for _ in range(3))
    claim(waiting.pk, T)
    add_verdict(done, 1, WRONG, T)
    assert cancel(cancelled, T)
    assert [pk for pk, _ in release_unfinished()] == [waiting.pk]
    assert claim(waiting.pk, LATER)


def test_what_has_a_verdict_cannot_be_cancelled(alice: Person) -> None:
    submission = submission_of(alice)
    add_verdict(submission, 1, WRONG, T)
    assert not cancel(submission, LATER)


def test_what_was_cancelled_is_not_judged(alice: Person) -> None:
    submission = submission_of(alice)
    cancel(submission, T)
    assert not claim(submission.pk, T)


def test_a_draft_is_the_last_text(alice: Person, bob: Person) -> None:
    save_draft(alice, ITEM, "one", T)
    save_draft(alice, ITEM, "two", LATER)
    save_draft(bob, ITEM, "other", T)
    draft = draft_of(alice, ITEM)
    assert draft is not None
    assert (draft.text, draft.saved_at) == ("two", LATER)
    assert Draft.objects.count() == 2


def test_a_stranger_does_not_find_a_submission(alice: Person, bob: Person) -> None:
    submission = submission_of(alice)
    assert own_submission(alice, submission.pk) == submission
    with pytest.raises(Http404):
        own_submission(bob, submission.pk)


def test_the_terminal_adds_to_the_same_log() -> None:
    submission = record_terminal_attempt(ITEM, 3, b"y = 2", ACCEPTED, T)
    attempt = Attempt.objects.get()
    assert (attempt.origin, attempt.version, attempt.person.username) == (Origin.TERMINAL, 3, "you")
    assert states_of(attempt.person) == {ITEM: State.SOLVED}
    assert release_unfinished() == []
    assert bytes(submission.source) == b"y = 2"
