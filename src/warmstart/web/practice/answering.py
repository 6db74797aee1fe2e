"""Answering: the rows first, the grader after they are saved."""

from datetime import datetime

from django.db import transaction

from warmstart.content.question import Question
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import Seen, keep_draft
from warmstart.web.attempts.log import add_answer, add_event, add_grade, begin_attempt
from warmstart.web.attempts.models import Answer, EventKind, GradeRow
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import drawn_for
from warmstart.web.practice.grading import grade, grader_name
from warmstart.web.practice.posting import Posted


def answer_question(
    person: Person, row: IndexedQuestion, posted: Posted, at: datetime, seen: Seen | None, *, seed: int | None
) -> Answer:
    """A new attempt with its answer; the draft of this page is done with."""
    with transaction.atomic():
        attempt = begin_attempt(person, row.pk, row.version, at, seed=seed)
        if posted.gave_up:
            add_event(attempt, EventKind.GAVE_UP, at)
        answer = add_answer(attempt, posted.text, at, confidence=posted.confidence, seconds=posted.seconds)
        keep_draft(person, row.pk, "", at, seen)
    return answer


def grade_answer(row: IndexedQuestion, question: Question, answer: Answer, at: datetime) -> GradeRow:
    """Outside of any transaction: a model that is asked may take a minute."""
    record = grade(question, answer.text, drawn_for(row, answer.attempt.seed or 0))
    return add_grade(answer, row.version, grader_name(question.form), record.share, record.as_json(), at)
