"""Questions answered in writing and problems solved: the way there, the way back, the proposed rating."""

import pytest
from django.test import Client

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.attempts import log
from warmstart.web.attempts.models import EventKind, Review
from warmstart.web.catalogue.tests.packs import problem_id
from warmstart.web.review.tests.deck import (
    AVERAGE,
    EVEN,
    HERE,
    Clock,
    answered,
    field,
    person,
    rate,
    shown,
    standing,
    written,
)

PAIR = problem_id(0)
pytestmark = pytest.mark.usefixtures("deck")


def confirm(client: Client, html: str, rating: int) -> str:
    form = {name: field(html, name) for name in ("item", "once", "attempt")} | {"rating": str(rating)}
    return client.post(f"{HERE}rate/", form, follow=True).content.decode()


def solved(clock: Clock, outcome: Outcome = Outcome.AC) -> None:
    attempt = log.attempt_at(person(), PAIR, 1, clock.at)
    clock.pass_by(minutes=10)
    sent = log.add_submission(attempt, b"pass", clock.at)
    log.add_verdict(sent, 1, Verdict(outcome=outcome, cases=()), clock.at)


def test_a_question_for_writing_leads_to_its_page_without_its_label(alice: Client) -> None:
    response = alice.get(f"{HERE}?item={AVERAGE}&way=writing")
    html = response.content.decode()
    assert f'href="/questions/{AVERAGE}/"' in html
    assert "Answer in writing" in html
    assert "Why averages" not in html
    assert response.cookies["review"].value == "going"
    assert alice.get(f"/questions/{AVERAGE}/").status_code == 200


def test_a_question_for_writing_may_be_recalled_only(alice: Client) -> None:
    assert f"{HERE}?item={AVERAGE}&amp;way=sight" in shown(alice, f"{HERE}?item={AVERAGE}&way=writing")
    assert "Show the answer" in shown(alice, f"{HERE}?item={AVERAGE}&way=sight")


def test_back_from_the_grade_the_proposal_is_shown_with_its_reason(alice: Client, clock: Clock) -> None:
    answered(clock, AVERAGE, 0.8)
    html = shown(alice)
    assert "Proposed: <strong>good</strong>. You made 80% of the points." in html
    assert "Why averages of many trees are steady" in html
    assert "changed what is believed of you by" in html
    assert "from 1 attempt" in html
    assert "(proposed)" in html
    assert "in about 8 days" in html, "what easy would do, from the memory before the attempt"


@pytest.mark.parametrize("rating", [3, 2])
def test_the_proposal_is_taken_or_changed_and_the_session_goes_on(
    alice: Client, clock: Clock, rating: int
) -> None:
    attempt = answered(clock, AVERAGE, 0.8)
    html = confirm(alice, shown(alice), rating)
    review = Review.objects.get()
    assert (review.rating, review.attempt_id, review.item) == (rating, attempt.pk, AVERAGE)
    assert "Proposed:" not in html
    assert [int(go.rating or 0) for go in standing(clock).today] == [rating]


def test_undo_brings_the_proposal_back(alice: Client, clock: Clock) -> None:
    answered(clock, AVERAGE, 0.8)
    html = confirm(alice, shown(alice), 1)
    clock.pass_by(seconds=5)
    html = alice.post(f"{HERE}undo/", {"row": field(html, "row", "undo/")}, follow=True).content.decode()
    assert "Proposed: <strong>good</strong>" in html
    assert [int(go.rating or 0) for go in standing(clock).today] == [3]
    assert "Proposed:" not in confirm(alice, html, 4)


def test_only_the_last_thing_done_is_asked_about(alice: Client, clock: Clock) -> None:
    answered(clock, AVERAGE, 0.2)
    answered(clock, EVEN, 1.0)
    html = shown(alice)
    assert "Which numbers are even" in html
    assert "Proposed:" not in confirm(alice, html, 3)


def test_what_was_answered_yesterday_is_not_asked_about(alice: Client, clock: Clock) -> None:
    answered(clock, AVERAGE, 0.8)
    clock.pass_by(days=1)
    assert "Proposed:" not in shown(alice)


def test_nobody_rates_the_attempt_of_another(alice: Client, bob: Client, clock: Clock) -> None:
    attempt = answered(clock, AVERAGE, 0.8)
    form = {"item": str(AVERAGE), "attempt": str(attempt.pk), "rating": "1"}
    assert bob.post(f"{HERE}rate/", form).status_code == 404
    assert alice.post(f"{HERE}rate/", form | {"item": str(EVEN)}).status_code == 404
    assert not Review.objects.exists()
    assert "Proposed:" not in shown(bob)


def test_a_bad_rating_of_an_attempt_shows_the_proposal_again(alice: Client, clock: Clock) -> None:
    attempt = answered(clock, AVERAGE, 0.8)
    form = {"item": str(AVERAGE), "attempt": str(attempt.pk), "rating": "7"}
    response = alice.post(f"{HERE}rate/", form)
    assert response.status_code == 422
    assert "Proposed: <strong>good</strong>" in response.content.decode()


def test_a_new_problem_is_opened_as_it_is(alice: Client) -> None:
    html = shown(alice, f"{HERE}?item={PAIR}")
    assert "Pair with a sum" in html
    assert "Open the problem" in html
    assert "blank-page" not in html


def test_a_problem_of_an_earlier_day_is_opened_from_a_blank_page(alice: Client, clock: Clock) -> None:
    log.attempt_at(person(), PAIR, 1, clock.at)
    assert "Go on with it" in shown(alice, f"{HERE}?item={PAIR}")
    clock.pass_by(days=3)
    html = shown(alice, f"{HERE}?item={PAIR}")
    assert 'action="/problems/pair/blank-page/"' in html
    response = alice.post("/problems/pair/blank-page/")
    assert response.headers["Location"] == "/problems/pair/"
    assert "Go on with it" in shown(alice, f"{HERE}?item={PAIR}")


def test_back_from_the_verdict_the_rating_is_proposed_from_how_it_went(alice: Client, clock: Clock) -> None:
    log.add_event(log.attempt_at(person(), PAIR, 1, clock.at), EventKind.HINT_SHOWN, clock.at, number=1)
    solved(clock)
    html = shown(alice)
    assert "Proposed: <strong>hard</strong>. Solved at the first submission with 1 hint." in html
    confirm(alice, html, 3)
    assert [int(go.rating or 0) for go in standing(clock).today] == [3]


def test_a_problem_that_is_not_solved_yet_is_not_asked_about(alice: Client, clock: Clock) -> None:
    solved(clock, Outcome.WA)
    html = shown(alice, f"{HERE}?item={PAIR}")
    assert "Go on with it" in html
    assert "Proposed:" not in shown(alice)


def test_the_end_names_what_was_done_and_what_comes_tomorrow(alice: Client, clock: Clock) -> None:
    card = written(alice)
    rate(alice, card, 1)
    clock.pass_by(seconds=5)
    answered(clock, AVERAGE, 0.9)
    confirm(alice, shown(alice), 3)
    for item in (EVEN, PAIR):
        alice.post(f"{HERE}bury/", {"item": str(item)})
    html = shown(alice)
    assert "That is today" in html
    assert "Why averages of many trees are steady" in html
    assert "Tomorrow: 1 card has fallen below a 90 % chance of recall by then." in html
