"""List, question page and graded page: at most 15 ms of CPU each, with 160 questions and a long log."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_answer, add_event, add_grade, begin_attempt
from warmstart.web.attempts.models import EventKind
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.catalogue.tests.page_cost import cost
from warmstart.web.practice.grading import grade
from warmstart.web.practice.tests.asked import BAD, EXAMPLES, ITEM, SLUG, write_questions

AT = datetime(2026, 11, 22, tzinfo=UTC)
MOST = 0.015
QUESTIONS = 160


def write_many(folder: Path) -> Path:
    write_questions(folder)
    text = (EXAMPLES / f"{SLUG}.md").read_text()
    for number in range(QUESTIONS):
        own = text.replace(ITEM, f"00000000-0000-4000-8000-{number:012d}")
        (folder / f"questions/{SLUG}-{number}.md").write_text(own)
    return folder


def practised(person: Person) -> None:
    """Three answers to every other question, one in four disputed."""
    row = IndexedQuestion.objects.select_related("pack").get(slug=SLUG)
    record = grade(question_of(row), BAD, None)
    for number in [*range(0, QUESTIONS, 2)] * 3:
        at = AT + timedelta(seconds=number)
        attempt = begin_attempt(person, UUID(f"00000000-0000-4000-8000-{number:012d}"), 1, at)
        answer = add_answer(attempt, BAD, at, confidence=80, seconds=60)
        add_grade(answer, 1, "offline", record.share, record.as_json(), at)
        if number % 8 == 0:
            said = json.dumps({"answer": str(answer.pk), "on": "a", "says": "said"})
            add_event(attempt, EventKind.DISPUTED, at, text=said)


@pytest.mark.serial
@pytest.mark.django_db(transaction=True)
def test_pages_cost_at_most_fifteen_milliseconds(alice: Client, tmp_path: Path) -> None:
    index_packs([write_many(tmp_path / "pack")])
    person = Person.objects.get(username="alice")
    practised(person)
    answered = alice.post(f"/questions/{SLUG}/answer/", {"answer": BAD, "confidence": "80"}).headers[
        "Location"
    ]
    paths = ("/questions/", "/questions/?state=little", f"/questions/{SLUG}/", answered, "/calibration/")
    costs = {path: cost(alice, path) for path in paths}
    print({path: f"{1000 * seconds:.1f} ms" for path, seconds in costs.items()})
    assert max(costs.values()) <= MOST, costs
