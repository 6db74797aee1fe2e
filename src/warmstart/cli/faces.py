"""What the terminal shows of an item, and how it has a written answer graded. Needs Django to be set up."""

from dataclasses import dataclass
from datetime import datetime

from warmstart.content.drawn import filled
from warmstart.content.question import Question
from warmstart.judge.printable import printable
from warmstart.web.accounts.models import Person
from warmstart.web.catalogue.content import ContentGone
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import drawn_for, question_of
from warmstart.web.practice.answering import answer_question, grade_answer
from warmstart.web.practice.posting import Posted
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import Standing

WRONG = {"covered": "made", "partial": "in part"}


@dataclass(frozen=True, slots=True)
class Face:
    """Both sides as Markdown. `gradable`: in writing, in the terminal."""

    front: str
    back: str
    gradable: bool


def face_of(standing: Standing, facts: Facts) -> Face | None:
    """None: the item is gone, or cannot be read."""
    if facts.kind == "card":
        card = standing.decisions.cards.get(facts.id)
        return None if card is None else Face(_own(card.front), _own(card.back), gradable=False)
    row = IndexedQuestion.objects.select_related("pack").filter(pk=facts.id).first()
    try:
        return None if row is None else _question(row, standing.study_day)
    except ContentGone:
        return None


def _own(text: str) -> str:
    """Of a card, which may come out of anybody's deck: nothing in it steers a terminal."""
    return printable(text.replace("\r\n", "\n"))


def _question(row: IndexedQuestion, seed: int) -> Face:
    question, drawn = question_of(row), drawn_for(row, seed)
    texts = {
        title: text if drawn is None else filled(text, drawn) for title, text in question.sections.items()
    }
    front = "\n\n".join(
        filter(None, (texts.get("Question", ""), texts.get("Context", ""), _choices(question)))
    )
    claims = "\n".join(f"- {point.claim}" for point in question.rubric.points)
    return Face(front, f"{texts.get('Model answer', '')}\n\n{claims}", gradable=question.form == "prose")


def _choices(question: Question) -> str:
    """Sorted, so that the order tells nothing."""
    forms = question.forms
    texts = sorted([*(each.text for each in forms.options), *(each.text for each in forms.steps)])
    return "\n".join(f"- {text}" for text in texts)


def graded(person: Person, facts: Facts, text: str, at: datetime, seconds: int) -> list[str]:
    """The answer goes into the log, with its grade; lines that tell it."""
    row = IndexedQuestion.objects.select_related("pack").get(pk=facts.id)
    question = question_of(row)
    given = Posted(text, None, seconds, gave_up=False)
    answer = answer_question(person, row, given, at, None, seed=None)
    grade = grade_answer(row, question, answer, at)
    found = [f"{line['finding']:>14}  {line['claim']}" for line in grade.data["lines"]]
    return [*found, f"About {grade.share:.0%} of the points."]
