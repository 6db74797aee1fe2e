"""An answer is kept, graded and shown; what is missing is asked for; nothing typed is lost."""

import re
from pathlib import Path

import pytest
from django.test import Client

from warmstart.web.attempts.models import Answer, Attempt, Draft, Event, GradeRow
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.practice import views
from warmstart.web.practice.grading import OFFLINE
from warmstart.web.practice.tests.asked import BAD, GOOD, ITEM, KEYWORDS, SLUG

PAGE = f"/questions/{SLUG}/"
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("asked")


def answered(client: Client, text: str, confidence: str = "80", **more: str) -> str:
    """The page of the grade."""
    form = {"answer": text, "confidence": confidence} | more
    response = client.post(f"{PAGE}answer/", form, follow=True)
    assert response.status_code == 200, response.content.decode()[-2000:]
    return response.content.decode()


def test_the_page_asks_and_shows_nothing_of_the_answer(alice: Client) -> None:
    html = alice.get(PAGE).content.decode()
    assert "divided by √d" in html
    assert "independent with mean 0" in html
    assert "one-hot" not in html


def test_good_bad_and_listed_answers_get_fitting_grades(alice: Client) -> None:
    shares = []
    for text in (GOOD, BAD, KEYWORDS):
        answered(alice, text)
        shares.append(GradeRow.objects.latest("graded_at").share)
    assert shares[0] >= 0.7
    assert shares[1] < 0.4
    assert shares[2] < 0.4


def test_the_grade_shows_words_beside_points_and_the_model_answer(alice: Client) -> None:
    html = answered(alice, GOOD)
    assert '<mark class="span covered"' in html
    assert "Dividing by d would over-correct" in html
    assert re.search(r"\d+ to \d+ of 10|about \d+ of 10", html)
    assert "Vaswani et al." in html


def test_a_misconception_is_told_with_its_repair(alice: Client) -> None:
    html = answered(alice, "The scaling prevents overflow in the exponential of the softmax, nothing else.")
    assert "Subtracting the row maximum prevents overflow" in html


def test_everything_goes_into_the_log(alice: Client) -> None:
    answered(alice, GOOD, seconds="75")
    answer, attempt = Answer.objects.get(), Attempt.objects.get()
    assert (answer.text, answer.confidence, answer.seconds, answer.part) == (GOOD, 80, 75, 0)
    assert (str(attempt.item), attempt.version) == (ITEM, 1)
    grade = GradeRow.objects.get()
    assert grade.grader == OFFLINE
    assert [line["id"] for line in grade.data["lines"]] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"answer": "  \n"}, "There is no answer yet"),
        ({"answer": GOOD, "confidence": ""}, "Say how sure you are"),
        ({"answer": GOOD, "confidence": "49"}, "Say how sure you are"),
        ({"answer": "<b>" + GOOD, "confidence": ""}, "&lt;b&gt;The dot product"),
    ],
)
def test_what_is_missing_is_asked_for_and_the_text_stays(
    alice: Client, form: dict[str, str], said: str
) -> None:
    response = alice.post(f"{PAGE}answer/", {"confidence": "80"} | form)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Attempt.objects.exists()


def test_who_cannot_answer_is_shown_the_answer_and_owes_no_confidence(alice: Client) -> None:
    html = answered(alice, "", "", **{"give-up": "yes"})
    assert "A model answer" in html
    assert Event.objects.get().kind == "gave_up"
    assert Answer.objects.get().confidence is None


def test_a_draft_is_saved_and_shown_again_until_it_is_answered(alice: Client) -> None:
    alice.post(f"{PAGE}draft/", {"answer": "so far"}, headers=HTMX)
    assert "so far</textarea>" in alice.get(PAGE).content.decode()
    answered(alice, GOOD)
    assert Draft.objects.get().text == ""
    assert "so far" not in alice.get(PAGE).content.decode()


def test_two_pages_do_not_overwrite_each_other(alice: Client) -> None:
    alice.post(f"{PAGE}draft/", {"answer": "one", "page": "p1", "revision": "0"}, headers=HTMX)
    second = {"answer": "two", "page": "p2", "revision": "0"}
    response = alice.post(f"{PAGE}draft/", second, headers=HTMX | {"HX-Target": "saved"})
    assert response.status_code == 409
    assert "Go on with this one" in response.content.decode()
    assert alice.post(f"{PAGE}draft/", second | {"settle": "mine"}, headers=HTMX).status_code == 200
    assert (Draft.objects.get().text, Event.objects.get().text) == ("two", "one")


def test_unlabelled_the_page_names_nothing_and_the_grade_names_all(alice: Client) -> None:
    address = alice.get("/questions/mixed/?skill=dl.attention").headers["Location"]
    assert address == f"/questions/{ITEM}/?skill=dl.attention"
    html = alice.get(address).content.decode()
    for word in ("Why attention scores", "Attention</a>", "derive</li>", SLUG, "medium"):
        assert word not in html, word
    response = alice.post(
        f"/questions/{ITEM}/answer/?skill=dl.attention", {"answer": GOOD, "confidence": "70"}, follow=True
    )
    html = response.content.decode()
    assert "Why attention scores" in html
    assert "/questions/mixed/?skill=dl.attention" in html


def test_nobody_sees_the_answers_of_others(alice: Client, bob: Client) -> None:
    answered(alice, GOOD)
    page = f"/questions/answers/{Answer.objects.get().pk}/"
    assert alice.get(page).status_code == 200
    for client in (bob,):
        assert client.get(page).status_code == 404
        assert client.post(f"{page}dispute/", {"on": "a", "says": "said"}).status_code == 404
        assert client.post(f"{page}grade/").status_code == 404


def test_an_answer_that_no_grader_reached_is_kept_and_graded_later(
    alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise MemoryError

    alice.raise_request_exception = False
    with monkeypatch.context() as patched:
        patched.setattr(views, "grade_answer", broken)
        assert alice.post(f"{PAGE}answer/", {"answer": GOOD, "confidence": "80"}).status_code == 500
    assert "not graded yet" in alice.get(PAGE).content.decode()
    page = f"/questions/answers/{Answer.objects.get().pk}/"
    assert "has no grade yet" in alice.get(page).content.decode()
    assert "What was looked for" in alice.post(f"{page}grade/", follow=True).content.decode()


def test_only_pages_that_can_be_dictated_to_may_listen(alice: Client) -> None:
    answered(alice, GOOD)
    page = f"/questions/answers/{Answer.objects.get().pk}/"
    for listening in (PAGE, page):
        assert "microphone=(self)" in alice.get(listening).headers["Permissions-Policy"]
    for deaf in ("/questions/", "/calibration/", "/"):
        assert "microphone=()" in alice.get(deaf).headers["Permissions-Policy"]


def test_old_answers_stay_when_the_question_changes(alice: Client) -> None:
    answered(alice, GOOD)
    page, row = f"/questions/answers/{Answer.objects.get().pk}/", IndexedQuestion.objects.get(slug=SLUG)
    path = Path(row.pack.path) / f"questions/{SLUG}.md"
    text = path.read_text().replace("version = 1", "version = 2", 1)
    path.write_text(text.replace('claim = "Var(q·k) = d, hence standard deviation √d"', 'claim = "new"'))
    index_packs([Path(row.pack.path)])
    html = alice.get(page).content.decode()
    assert "Var(q·k) = d, hence standard deviation √d" in html
    assert "has changed since this was graded" in html
