"""The page of one graded answer: its grade, and what one learns from."""

from dataclasses import dataclass

from warmstart.content.question import Question
from warmstart.web.attempts.models import Answer, GradeRow
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import Trained, question_of
from warmstart.web.practice.disputes import disputes_of
from warmstart.web.practice.graded import Shown, shown
from warmstart.web.practice.grading import grader_name
from warmstart.web.practice.sheet import Past, past_of, skills_of


@dataclass(frozen=True, slots=True)
class Review:
    """`grade` None: the server died in between, and the answer waits to be graded.

    `earlier`: grades that the newest one replaced. `stale`: question or grader changed since.
    """

    row: IndexedQuestion
    question: Question
    skills: tuple[Trained, ...]
    answer: Answer
    grade: Shown | None
    earlier: tuple[GradeRow, ...]
    stale: bool
    past: tuple[Past, ...]

    @property
    def asked(self) -> str:
        return self.question.sections.get("Question", "")

    @property
    def context(self) -> str:
        return self.question.sections.get("Context", "")

    @property
    def model_answer(self) -> str:
        return self.question.sections.get("Model answer", "")

    @property
    def sources(self) -> tuple[str, ...]:
        return self.question.table.texts("sources")


def review_of(row: IndexedQuestion, answer: Answer) -> Review:
    """ContentGone: the question's file cannot be read."""
    grades = list(answer.grades.order_by("graded_at"))
    newest = grades[-1] if grades else None
    stale = newest is not None and (newest.version, newest.grader) != (row.version, grader_name())
    return Review(
        row=row,
        question=question_of(row),
        skills=skills_of(row),
        answer=answer,
        grade=shown_of(answer),
        earlier=tuple(grades[:-1]),
        stale=stale,
        past=past_of(answer.attempt.person, row.pk),
    )


def newest_grade(answer: Answer) -> GradeRow | None:
    return answer.grades.order_by("graded_at").last()


def shown_of(answer: Answer) -> Shown | None:
    """Its newest grade, with the disputes that stand."""
    grade = newest_grade(answer)
    disputes = disputes_of(answer.attempt.pk)
    return None if grade is None else shown(answer, grade, disputes.get(answer.pk, {}))


def main_answer(answer: Answer) -> Answer:
    """The answer to the question itself, of the attempt that a follow-up belongs to."""
    return answer if answer.part == 0 else answer.attempt.answers.get(part=0)
