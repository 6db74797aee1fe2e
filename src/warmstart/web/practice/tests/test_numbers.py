"""Numbers drawn for an attempt: asked, kept with it, graded exactly, and shown again as they were."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from warmstart.content.question_record import write_question_record
from warmstart.web.attempts.models import Answer, GradeRow
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.practice.tests.asked import DRAWN

PAGE = "/questions/square-and-half/"
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("asked")


def opened(client: Client) -> tuple[int, str]:
    """The number that is asked about, and the seed of the page."""
    html = client.get(PAGE).content.decode()
    asked, seed = re.search(r"square of (\d)", html), re.search(r'name="seed" value="(\d+)"', html)
    assert asked is not None
    assert seed is not None
    return int(asked[1]), seed[1]


def graded(client: Client, seed: str, square: str, half: str, **more: Any) -> tuple[str, GradeRow]:
    form = {"seed": seed, "confidence": "60", "number.square": square, "number.half": half} | more
    response = client.post(f"{PAGE}answer/", form, follow=True)
    assert response.status_code == 200
    return response.content.decode(), GradeRow.objects.latest("graded_at")


def test_right_numbers_are_right_in_any_unit(alice: Client) -> None:
    n, seed = opened(alice)
    html, grade = graded(alice, seed, f"{n * n}.0", f"{n * 500} ms")
    assert grade.share == 1.0
    assert f"The square is {n * n}, the half {n / 2:g} s" in html


def test_each_number_counts_and_slips_are_told(alice: Client) -> None:
    n, seed = opened(alice)
    html, grade = graded(alice, seed, str(2 * n), f"{n / 2}")
    assert grade.share == 0.5
    assert "twice the number and not its square" in html
    html, grade = graded(alice, seed, "many", "")
    assert grade.share == 0
    assert "could not be read as a number" in html
    assert "left out" in html


def test_the_numbers_stay_until_they_are_answered_and_then_are_others(alice: Client) -> None:
    first = opened(alice)
    assert opened(alice) == first
    alice.post(f"{PAGE}draft/", {"number.square": "<b>3</b>"}, headers=HTMX)
    assert 'value="&lt;b&gt;3&lt;/b&gt;"' in alice.get(PAGE).content.decode()
    graded(alice, first[1], "1", "1")
    assert opened(alice)[0] != first[0]
    assert Answer.objects.get().attempt.seed == int(first[1])


def test_an_answer_is_shown_with_the_numbers_that_it_had(alice: Client) -> None:
    n, seed = opened(alice)
    graded(alice, seed, str(n * n), str(n / 2))
    page = f"/questions/answers/{Answer.objects.get().pk}/"
    pack = Path(IndexedQuestion.objects.get(slug="square-and-half").pack.path)
    other = replace(DRAWN, instances=tuple(replace(each, given={"n": 99}) for each in DRAWN.instances))
    write_question_record(pack / "questions/square-and-half.md", other)
    index_packs([pack])
    assert f"square of {n}, and" in alice.get(page).content.decode()
    assert "square of 99" in alice.get(PAGE).content.decode()


def test_nothing_filled_in_is_no_answer(alice: Client) -> None:
    response = alice.post(f"{PAGE}answer/", {"confidence": "60", "number.square": " "})
    assert response.status_code == 422
    assert "There is no figure yet" in response.content.decode()


def test_without_drawn_numbers_it_is_not_offered(asked: IndexedQuestion) -> None:
    pack = Path(asked.pack.path)
    (pack / "questions/proven/square-and-half.json").unlink()
    index_packs([pack])
    assert not IndexedQuestion.objects.filter(slug="square-and-half").exists()
