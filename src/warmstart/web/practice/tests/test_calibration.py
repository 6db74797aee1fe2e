"""Confidence against result, honest about chance; disputes by finding; agreement only where measured."""

import json
from pathlib import Path

import pytest
from django.test import Client

from warmstart.web.attempts.models import Answer
from warmstart.web.practice import agreement
from warmstart.web.practice.calibration import FEW, Calibration, Stated, calibration
from warmstart.web.practice.reliability import across, chart_of, upward
from warmstart.web.practice.tests.asked import BAD, GOOD, SLUG


def of(*stated: tuple[int, bool]) -> Calibration:
    found = calibration([Stated(*each) for each in stated])
    assert found is not None
    return found


def test_the_brier_score_is_the_mean_squared_distance() -> None:
    assert of((100, True), (50, False)).brier == pytest.approx((0 + 0.25) / 2)
    assert of(*[(50, True)] * 3).brier == pytest.approx(0.25)


def test_few_answers_get_no_verdict() -> None:
    assert of(*[(100, False)] * (FEW - 1)).verdict == ""
    assert "surer than you are right: by 100" in of(*[(100, False)] * FEW).verdict


def test_what_may_be_chance_is_called_so() -> None:
    assert "may be chance" in of(*[(80, True)] * 17, *[(80, False)] * 5).verdict


def test_the_chart_puts_agreement_on_the_diagonal() -> None:
    chart = chart_of(of(*[(50, True), (50, False)], (100, True)))
    assert [(dot.x, dot.y) for dot in chart.dots] == [(across(50), upward(0.5)), (across(100), upward(1))]
    assert chart.dots[0].radius > chart.dots[1].radius


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "agreement.json"
    monkeypatch.setattr(agreement, "MEASURED", path)
    return path


@pytest.mark.django_db
def test_before_the_first_answer_the_page_says_so(alice: Client, unmeasured: Path) -> None:
    html = alice.get("/calibration/").content.decode()
    for sentence in (
        "No answer with a stated confidence yet",
        "nothing else can be disputed",
        "Not measured yet",
    ):
        assert sentence in html
    assert "python benchmarks/grading.py" in html


@pytest.mark.django_db
def test_agreement_is_shown_as_measured(alice: Client, unmeasured: Path) -> None:
    figures = [{"name": "F1", "value": 0.8712, "bar": 0.87, "least": True, "holds": True}]
    figures += [{"name": "wrong credit", "value": 0.09, "bar": 0.05, "least": False, "holds": False}]
    readers = {"labels": 300, "same": 0.9, "kappa": 0.8123}
    published = {
        "on": "2026-11-22",
        "grader": -1,
        "questions": ["a", "b"],
        "answers": 80,
        "point_labels": 400,
    }
    published |= {"readers": readers, "score": {"r": 0.812, "rmse": 0.1}, "figures": figures}
    unmeasured.write_text(json.dumps(published))
    html = alice.get("/calibration/").content.decode()
    assert "400 points of 80 answers to 2 questions" in html
    assert "90 % of 300 labels (kappa 0.81)" in html
    assert "<td>0.871</td><td>at least 0.87</td>" in html
    assert "<strong>missed</strong>" in html
    assert "has changed since this was measured" in html
    unmeasured.write_text("{")
    assert "Not measured yet" in alice.get("/calibration/").content.decode()


@pytest.mark.usefixtures("asked")
def test_the_page_counts_answers_and_disputes(alice: Client, bob: Client) -> None:
    for text, sure in ((GOOD, "90"), (BAD, "100"), (BAD, "")):
        more = {} if sure else {"give-up": "yes"}
        alice.post(f"/questions/{SLUG}/answer/", {"answer": text, "confidence": sure} | more)
    answer = Answer.objects.get(confidence=100)
    alice.post(f"/questions/answers/{answer.pk}/dispute/", {"on": "e", "says": "said"})
    html = alice.get("/calibration/").content.decode()
    assert "2 answers so far: too few" in html
    assert '<th scope="row">90&nbsp;%</th><td>1</td><td>1</td>' in html
    assert '<th scope="row">100&nbsp;%</th><td>1</td><td>0</td>' in html
    assert "<td>1</td><td>" in html.split("What you dispute")[1]
    assert "No answer with a stated confidence" in bob.get("/calibration/").content.decode()
