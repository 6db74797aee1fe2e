"""Choices and orders: what was filled in is kept, graded exactly, and explained."""

from typing import Any

import pytest
from django.test import Client

from warmstart.content.question import Question
from warmstart.web.attempts.models import Answer, Attempt, Draft, GradeRow
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.practice import fields
from warmstart.web.practice.seeds import next_seed

EVEN, SEASONS = "/questions/even-numbers/", "/questions/four-seasons/"
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("asked")


def graded(client: Client, page: str, **form: Any) -> tuple[str, GradeRow]:
    response = client.post(f"{page}answer/", {"confidence": "60"} | form, follow=True)
    assert response.status_code == 200
    return response.content.decode(), GradeRow.objects.latest("graded_at")


def places(*order: str) -> dict[str, Any]:
    """Fields of the order page: `order` has the place of each step."""
    return {f"place.{index}": place for index, place in enumerate(order)}


@pytest.mark.parametrize(
    ("chosen", "share"),
    [(["0", "2", "4"], 1.0), (["0", "2"], 2 / 3), (["0", "1"], 0.0), (["0", "9", "x"], 1 / 3)],
)
def test_every_right_option_counts_and_a_wrong_one_takes_back(
    alice: Client, chosen: list[str], share: float
) -> None:
    html, grade = graded(alice, EVEN, choice=chosen)
    assert grade.share == pytest.approx(share)
    assert grade.grader == "exact"
    assert "Three leaves one over." in html
    assert "four &lt;b&gt;" in html


@pytest.mark.parametrize(("order", "share"), [("1234", 1.0), ("1324", 1.0), ("2134", 0.8), ("4321", 0.0)])
def test_pairs_in_order_count_and_ties_may_change(alice: Client, order: str, share: float) -> None:
    html, grade = graded(alice, SEASONS, **places(*order))
    assert grade.share == pytest.approx(share)
    assert ("First look at place" in html) == (share < 1)
    assert "Here the two summers may change places." in html


@pytest.mark.parametrize("order", ["1123", "123", "1235", "abcd"])
def test_an_order_needs_a_place_for_each_step(alice: Client, order: str) -> None:
    response = alice.post(f"{SEASONS}answer/", {"confidence": "60"} | places(*order))
    assert response.status_code == 422
    assert "Give each step a place of its own" in response.content.decode()
    assert not Attempt.objects.exists()


def test_what_is_filled_in_is_a_draft_and_comes_back(alice: Client) -> None:
    alice.post(f"{EVEN}draft/", {"choice": ["2"]}, headers=HTMX)
    assert 'value="2" checked' in alice.get(EVEN).content.decode()
    alice.post(f"{SEASONS}draft/", places("4", "", "x", "1"), headers=HTMX)
    html = alice.get(SEASONS).content.decode()
    assert html.split('name="place.0"')[1].split(">")[0].count('value="4"') == 1
    assert Draft.objects.count() == 2


def test_an_attempt_keeps_its_seed_and_the_next_one_has_another(alice: Client) -> None:
    row = IndexedQuestion.objects.get(slug="even-numbers")
    graded(alice, EVEN, choice=["0"], seed="17")
    attempt = Attempt.objects.get()
    assert attempt.seed == 17
    assert Answer.objects.get().text == "[0]"
    before = next_seed(attempt.person, row.pk)
    graded(alice, EVEN, choice=["0"])
    assert next_seed(attempt.person, row.pk) == before + 1


def asked_order() -> Question:
    return question_of(IndexedQuestion.objects.get(slug="four-seasons"))


def test_no_seed_shows_the_steps_in_their_order() -> None:
    for seed in range(50):
        shown = [field.index for field in fields.step_fields(asked_order(), "", seed)]
        assert sorted(shown) == [0, 1, 2, 3]
        assert shown != [0, 1, 2, 3]


@pytest.mark.parametrize("text", ["", "{", "null", '{"a": 1}', "[[1]]", '"x"'])
def test_odd_drafts_are_empty_ones(text: str) -> None:
    assert fields.is_empty(asked_order(), text)
    assert len(fields.step_fields(asked_order(), text, 1)) == 4
    assert fields.choices_in(text) == frozenset()


def test_who_gives_up_sees_all_as_left_out(alice: Client) -> None:
    html, grade = graded(alice, EVEN, confidence="", **{"give-up": "yes"})
    assert grade.share == 0
    assert "Two, four and six." in html
    html, grade = graded(alice, SEASONS, confidence="", **{"give-up": "yes"})
    assert grade.share == 0
