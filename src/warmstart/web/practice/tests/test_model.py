"""A model grades where the learner has named an endpoint, and the page says before where an answer goes."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import Settings

from warmstart.asking.tests.server import Script, serving
from warmstart.web.attempts.models import GradeRow
from warmstart.web.practice.tests.asked import BAD, GOOD, SLUG

PAGE = f"/questions/{SLUG}/"
pytestmark = pytest.mark.usefixtures("asked")


def reading(verdict: str, quote: str) -> str:
    points = [{"id": point, "quote": quote, "verdict": verdict, "why": ""} for point in "abcde"]
    return json.dumps({"points": points, "misconceptions": []})


@pytest.fixture
def script() -> Script:
    return Script([reading("missing", "")])


@pytest.fixture
def endpoint(script: Script, settings: Settings) -> Iterator[str]:
    with serving(script) as url:
        settings.WARMSTART = replace(settings.WARMSTART, model_url=url, model_name="small", model_seconds=10)
        yield url


def graded(client: Client, text: str) -> tuple[str, GradeRow]:
    response = client.post(f"{PAGE}answer/", {"answer": text, "confidence": "80"}, follow=True)
    return response.content.decode(), GradeRow.objects.get()


def test_the_page_says_where_answers_go_and_that_they_go_nowhere_by_default(
    alice: Client, settings: Settings
) -> None:
    assert "sent to the model" not in alice.get(PAGE).content.decode()
    settings.WARMSTART = replace(settings.WARMSTART, model_url="http://127.0.0.1:9/v1")
    html = alice.get(PAGE).content.decode()
    assert "sent to the model that you set up at http://127.0.0.1:9/v1" in html


def test_the_models_reading_counts_and_is_named(alice: Client, endpoint: str, script: Script) -> None:
    html, grade = graded(alice, GOOD)
    assert "Graded by The model small" in html
    assert grade.share < 0.2
    assert grade.grader.startswith("model small, else offline")
    assert GOOD.splitlines()[0] in json.dumps(script.seen[0]["messages"], ensure_ascii=False)


def test_an_endpoint_that_fails_leaves_the_offline_grade_and_says_so(
    alice: Client, endpoint: str, script: Script
) -> None:
    script.status = 503
    html, grade = graded(alice, GOOD)
    assert "did not grade this" in html
    assert grade.share >= 0.7


def test_words_that_are_not_in_the_answer_prove_nothing(alice: Client, endpoint: str, script: Script) -> None:
    script.replies = [reading("covered", "the variance of the product is d")]
    html, grade = graded(alice, BAD)
    assert {line["finding"] for line in grade.data["lines"]} == {"cannot tell"}
    assert "cannot tell" in html
