"""One person's page of one question: what it asks, what was typed so far."""

from dataclasses import dataclass
from datetime import datetime

from warmstart.content.drawn import Instance, filled
from warmstart.content.question import Question
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of
from warmstart.web.catalogue.models import IndexedQuestion, IndexedSkill
from warmstart.web.catalogue.questions import Trained, drawn_for, question_of, trained
from warmstart.web.practice.fields import (
    ChoiceField,
    NumberField,
    StepField,
    choice_fields,
    number_fields,
    step_fields,
)
from warmstart.web.practice.past import Past, past_of
from warmstart.web.practice.posting import CONFIDENCES
from warmstart.web.practice.seeds import next_seed

SURE = {50: "a coin toss", 100: "certain"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """`key`: what its address names it by. `hidden`: neither title nor skill nor kind may show.

    `revision`: of the draft (0: none). `instance`: the numbers that are asked for.
    """

    row: IndexedQuestion
    question: Question
    instance: Instance | None
    key: str
    hidden: bool
    skills: tuple[Trained, ...]
    text: str
    saved_at: datetime | None
    revision: int
    seed: int
    past: tuple[Past, ...]

    @property
    def saved_ms(self) -> int:
        """When the draft was saved, in milliseconds since 1970; 0: never."""
        return 0 if self.saved_at is None else int(self.saved_at.timestamp() * 1000)

    @property
    def asked(self) -> str:
        return section(self.question, "Question", self.instance)

    @property
    def context(self) -> str:
        return section(self.question, "Context", self.instance)

    @property
    def numbers(self) -> tuple[NumberField, ...]:
        return number_fields(self.question, self.text)

    @property
    def choices(self) -> tuple[ChoiceField, ...]:
        return choice_fields(self.question, self.text, self.seed)

    @property
    def steps(self) -> tuple[StepField, ...]:
        return step_fields(self.question, self.text, self.seed)

    @property
    def confidences(self) -> tuple[tuple[int, str], ...]:
        """(percent, words)."""
        return tuple((each, SURE.get(each, "")) for each in CONFIDENCES)


def sheet_of(person: Person, row: IndexedQuestion, *, hidden: bool, typed: str | None = None) -> Sheet:
    """`typed`: what stands in the place of the draft. ContentGone: the question's file cannot be read."""
    draft = draft_of(person, row.pk)
    text = "" if draft is None else draft.text
    seed = next_seed(person, row.pk)
    return Sheet(
        row=row,
        question=question_of(row),
        instance=drawn_for(row, seed),
        key=str(row.pk) if hidden else row.slug,
        hidden=hidden,
        skills=() if hidden else skills_of(row),
        text=text if typed is None else typed,
        saved_at=None if draft is None else draft.saved_at,
        revision=0 if draft is None else draft.revision,
        seed=seed,
        past=() if hidden else past_of(person, row.pk),
    )


def section(question: Question, title: str, instance: Instance | None) -> str:
    """A section's Markdown, with the numbers that were drawn in their places."""
    text = question.sections.get(title, "")
    return text if instance is None else filled(text, instance)


def skills_of(row: IndexedQuestion) -> tuple[Trained, ...]:
    return trained(row, IndexedSkill.objects.in_bulk(row.skills))
