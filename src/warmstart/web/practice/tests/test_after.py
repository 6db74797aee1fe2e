"""After the grade: follow-ups come one by one, each graded; notes are one's own and in the log."""

import pytest
from django.test import Client

from warmstart.web.attempts.models import Answer, Draft, Event, GradeRow
from warmstart.web.practice.tests.asked import GOOD, SLUG

HTMX = {"HX-Request": "true"}
BOUNDED = "They keep the scores bounded while training goes on, so logits cannot grow later."
pytestmark = pytest.mark.usefixtures("asked")


@pytest.fixture
def graded(alice: Client) -> str:
    """Address of a graded answer of Alice's."""
    alice.post(f"/questions/{SLUG}/answer/", {"answer": GOOD, "confidence": "80"})
    return f"/questions/answers/{Answer.objects.get().pk}/"


def html_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_only_the_first_follow_up_is_asked(alice: Client, graded: str) -> None:
    html = html_of(alice, graded)
    assert "QK-norm" in html
    assert "share the model dimension" not in html
    assert "not only at the start" not in html


def test_an_answer_is_graded_and_the_next_one_is_asked(alice: Client, graded: str) -> None:
    response = alice.post(f"{graded}follow-ups/1/", {"answer": BOUNDED}, headers=HTMX)
    html = response.content.decode()
    assert "not only at the start" in html
    assert "share the model dimension" in html
    answer = Answer.objects.get(part=1)
    assert (answer.text, answer.grades.get().share > 0.5) == (BOUNDED, True)


def test_without_points_one_compares_for_oneself(alice: Client, graded: str) -> None:
    alice.post(f"{graded}follow-ups/1/", {"answer": BOUNDED})
    alice.post(f"{graded}follow-ups/2/", {"answer": "d is that of one <b>head</b>"})
    html = html_of(alice, graded)
    assert "one &lt;b&gt;head" in html
    assert "the length of the sum" in html
    assert not GradeRow.objects.filter(answer__part=2).exists()


def test_one_may_go_on_without(alice: Client, graded: str) -> None:
    assert "There is no answer yet" in (
        alice.post(f"{graded}follow-ups/1/", {"answer": " "}, headers=HTMX).content.decode()
    )
    alice.post(f"{graded}follow-ups/1/", {"answer": "", "give-up": "yes"})
    assert Answer.objects.get(part=1).text == ""
    assert "share the model dimension" in html_of(alice, graded)


def test_a_follow_up_is_answered_once(alice: Client, graded: str) -> None:
    for text in (BOUNDED, "something else"):
        alice.post(f"{graded}follow-ups/1/", {"answer": text})
    assert Answer.objects.get(part=1).text == BOUNDED


def test_a_finding_of_a_follow_up_can_be_disputed(alice: Client, graded: str) -> None:
    alice.post(f"{graded}follow-ups/1/", {"answer": "I do not know what that is at all."})
    answer = Answer.objects.get(part=1)
    address = f"/questions/answers/{answer.pk}/dispute/"
    response = alice.post(address, {"on": "a", "says": "said"}, follow=True)
    assert "You say: I did say this" in response.content.decode()
    assert response.redirect_chain[0][0].startswith(graded)


def test_drafts_of_follow_ups_are_kept_apart(alice: Client, graded: str) -> None:
    alice.post(f"{graded}follow-ups/1/draft/", {"answer": "half a thought"}, headers=HTMX)
    assert "half a thought</textarea>" in html_of(alice, graded)
    assert "half a thought" not in html_of(alice, f"/questions/{SLUG}/")


def test_notes_are_saved_as_typed_and_logged_when_done(alice: Client, graded: str) -> None:
    alice.post(f"{graded}notes/", {"answer": "variance ad"}, headers=HTMX)
    assert not Event.objects.exists()
    for _ in range(2):
        alice.post(f"{graded}notes/", {"answer": "variance adds", "done": "yes"}, headers=HTMX)
    assert [event.text for event in Event.objects.filter(kind="noted")] == ["variance adds"]
    assert "variance adds</textarea>" in html_of(alice, graded)


@pytest.mark.parametrize("place", ["follow-ups/1/", "follow-ups/1/draft/", "notes/"])
def test_nobody_writes_after_the_grade_of_others(bob: Client, graded: str, place: str) -> None:
    before = Draft.objects.count()
    assert bob.post(f"{graded}{place}", {"answer": "x"}).status_code == 404
    assert Draft.objects.count() == before


@pytest.mark.parametrize("number", [0, 4])
def test_a_follow_up_that_is_not_there_is_no_page(alice: Client, graded: str, number: int) -> None:
    assert alice.post(f"{graded}follow-ups/{number}/", {"answer": "x"}).status_code == 404
