"""The page of one graded answer: its grade, and what one learns from."""

from dataclasses import dataclass

from warmstart.content.drawn import Instance
from warmstart.content.question import Question
from warmstart.web.attempts.models import Answer, Draft, GradeRow
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import Trained, drawn_for, question_of
from warmstart.web.practice.chain import Link, chain_of
from warmstart.web.practice.graded import Shown, shown_of
from warmstart.web.practice.grading import grader_name
from warmstart.web.practice.own_notes import notes_of
from warmstart.web.practice.past import Past, past_of
from warmstart.web.practice.sheet import section, skills_of


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
    chain: tuple[Link, ...]
    notes: Draft | None

    @property
    def instance(self) -> Instance | None:
        """The numbers that were asked for: those of the log, whatever is drawn today."""
        kept = None if self.grade is None else self.grade.record.instance
        return drawn_for(self.row, self.answer.attempt.seed or 0) if kept is None else Instance(**kept)

    @property
    def asked(self) -> str:
        return section(self.question, "Question", self.instance)

    @property
    def context(self) -> str:
        return section(self.question, "Context", self.instance)

    @property
    def model_answer(self) -> str:
        return section(self.question, "Model answer", self.instance)

    @property
    def follow_ups(self) -> int:
        """How many there are in all."""
        return len(self.question.follow_ups)

    @property
    def notes_saved_ms(self) -> int:
        """When the notes were saved, in milliseconds since 1970; 0: never."""
        return 0 if self.notes is None else int(self.notes.saved_at.timestamp() * 1000)

    @property
    def sources(self) -> tuple[str, ...]:
        return self.question.table.texts("sources")


def review_of(row: IndexedQuestion, answer: Answer) -> Review:
    """ContentGone: the question's file cannot be read."""
    grades = list(answer.grades.order_by("graded_at"))
    newest = grades[-1] if grades else None
    question, person = question_of(row), answer.attempt.person
    stale = newest is not None and (newest.version, newest.grader) != (
        row.version,
        grader_name(question.form),
    )
    return Review(
        row=row,
        question=question,
        skills=skills_of(row),
        answer=answer,
        grade=shown_of(answer),
        earlier=tuple(grades[:-1]),
        stale=stale,
        past=past_of(person, row.pk),
        chain=chain_of(person, answer.attempt, question.follow_ups),
        notes=notes_of(person, row.pk),
    )


def main_answer(answer: Answer) -> Answer:
    """The answer to the question itself, of the attempt that a follow-up belongs to."""
    return answer if answer.part == 0 else answer.attempt.answers.get(part=0)
