"""What a learner says otherwise is kept, counts, can be taken back, and rewrites nothing."""

from typing import Any

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Answer, Event, GradeRow
from warmstart.web.practice.results import Result, last_results
from warmstart.web.practice.tests.asked import BAD, GOOD, ITEM, SLUG

HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("asked")


def answered(client: Client, text: str) -> Answer:
    client.post(f"/questions/{SLUG}/answer/", {"answer": text, "confidence": "80"})
    return Answer.objects.latest("answered_at")


def says(client: Client, answer: Answer, on: str, what: str, **more: Any) -> str:
    response = client.post(
        f"/questions/answers/{answer.pk}/dispute/", {"on": on, "says": what}, headers=HTMX, **more
    )
    assert response.status_code == 200
    return response.content.decode()


def result() -> Result:
    (last,) = last_results(Person.objects.get(username="alice")).values()
    return last.result


def test_i_did_say_this_counts_and_the_grade_stays(alice: Client) -> None:
    answer = answered(alice, BAD)
    before = GradeRow.objects.get().data
    assert result() is Result.LITTLE
    for point in "abcd":
        html = says(alice, answer, point, "said")
    assert "You say: I did say this" in html
    assert "the grader alone" in html
    assert result() is Result.GOOD
    assert GradeRow.objects.get().data == before


def test_a_dispute_is_taken_back_by_another_event(alice: Client) -> None:
    answer = answered(alice, GOOD)
    says(alice, answer, "a", "unsaid")
    html = says(alice, answer, "a", "")
    assert "You say" not in html
    assert [event.kind for event in Event.objects.all()] == ["disputed", "disputed"]


def test_a_misconception_that_was_not_meant_costs_nothing(alice: Client) -> None:
    answer = answered(alice, "The scaling prevents overflow in exp. " + GOOD)
    (wrong,) = GradeRow.objects.get().data["wrongs"]
    html = says(alice, answer, wrong["id"], "unsaid")
    assert "I did not mean this. It counts so" in html


@pytest.mark.parametrize(("on", "what"), [("z", "said"), ("a", "maybe"), ("m1", "said"), ("", "")])
def test_what_the_grade_has_not_cannot_be_disputed(alice: Client, on: str, what: str) -> None:
    answer = answered(alice, BAD)
    response = alice.post(f"/questions/answers/{answer.pk}/dispute/", {"on": on, "says": what})
    assert response.status_code == 422
    assert not Event.objects.exists()


def test_the_list_tells_what_is_disputed(alice: Client) -> None:
    answer = answered(alice, GOOD)
    assert "1 question<" not in alice.get("/questions/?state=disputed").content.decode()
    says(alice, answer, "a", "unsaid")
    html = alice.get("/questions/?state=disputed").content.decode()
    assert "1 question<" in html
    assert f"/questions/{SLUG}/" in html


def test_grading_again_adds_a_grade_and_disputes_stand(alice: Client) -> None:
    answer = answered(alice, BAD)
    says(alice, answer, "a", "said")
    html = alice.post(f"/questions/answers/{answer.pk}/grade/", follow=True).content.decode()
    assert GradeRow.objects.count() == 2
    assert "Earlier grades of this answer: 1" in html
    assert "You say: I did say this" in html
    assert str(answer.attempt.item) == ITEM
