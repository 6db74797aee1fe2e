"""Which question comes next, and its sheet: what is asked, and how it can be answered in some ten seconds."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from uuid import UUID

from warmstart.content.question import Question
from warmstart.skills.bank import Evidence
from warmstart.skills.evidence import WEIGHT_EXACT, WEIGHT_SELF_RATED, difficulty_of
from warmstart.skills.placement import next_item
from warmstart.web.catalogue.content import ContentGone
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import Standing

MOST_CHARACTERS = 400
"""Of a question that is really answered: what is read in twenty seconds."""


@dataclass(frozen=True, slots=True)
class Option:
    """`index`: in the question's file; the page shows them in another order."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Without `options` one says oneself whether one could answer. `skill`: its title."""

    row: IndexedQuestion
    skill: str
    asked: str
    context: str
    options: tuple[Option, ...]


def next_question(standing: Standing, asked: Iterable[UUID]) -> Facts | None:
    """The one that is expected to tell most; None: there is none left."""
    left = {str(facts.id): facts for facts in _candidates(standing)}
    evidence = [_evidence(facts, standing.day) for facts in left.values()]
    found = next_item(standing.bank, evidence, standing.day, frozenset(map(str, asked)))
    return None if found is None else left[found]


def _candidates(standing: Standing) -> list[Facts]:
    """Live questions with a skill that take seconds: prose, judged at sight, and choices that are short.

    Numbers and orders have to be worked out, which is what the session is for.
    """
    quick = _quick_choices()
    return [
        facts
        for facts in standing.items.values()
        if facts.kind == "question"
        and facts.live
        and facts.shares
        and (facts.form == "prose" or facts.id in quick)
    ]


def _quick_choices() -> frozenset[UUID]:
    rows = IndexedQuestion.objects.select_related("pack").filter(form="choices", status="live")
    return frozenset(row.pk for row in rows if _length(row) <= MOST_CHARACTERS)


def _length(row: IndexedQuestion) -> int:
    """Characters to read; a question that cannot be read is endless."""
    try:
        question = question_of(row)
    except ContentGone:
        return sys.maxsize
    asked = sum(len(question.sections.get(title, "")) for title in ("Question", "Context"))
    return asked + sum(len(option.text) for option in question.forms.options)


def _evidence(facts: Facts, day: float) -> Evidence:
    """Its outcome is open; the weight is that of the answer it would get."""
    difficulty, variance = difficulty_of(facts.difficulty)
    exact = facts.form == "choices"
    return Evidence(
        id=str(facts.id),
        day=day,
        skills=facts.shares,
        item=str(facts.id),
        difficulty=difficulty,
        difficulty_variance=variance,
        y=0.5,
        weight=WEIGHT_EXACT if exact else WEIGHT_SELF_RATED,
        guess=facts.guess if exact else 0.0,
    )


def sheet_of(facts: Facts) -> Sheet:
    """ContentGone: the question's file cannot be read."""
    row = IndexedQuestion.objects.select_related("pack").get(pk=facts.id)
    question = question_of(row)
    asked, context = (question.sections.get(title, "") for title in ("Question", "Context"))
    return Sheet(row, facts.skill_title, asked, context, _options(row, question))


def _options(row: IndexedQuestion, question: Question) -> tuple[Option, ...]:
    """In an order of their own, the same at every look."""
    options = [Option(index, option.text) for index, option in enumerate(question.forms.options)]
    Random(row.pk.int).shuffle(options)  # noqa: S311  # an order to show, no secret
    return tuple(options)
