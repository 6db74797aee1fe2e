"""What is asked and what is to be recalled: the two sides of a card, and a question made into two sides."""

from dataclasses import dataclass
from hashlib import sha256
from random import Random
from uuid import UUID

from django.utils.safestring import SafeString

from warmstart.content.drawn import Instance, filled, neat
from warmstart.content.question import Question
from warmstart.web.catalogue.content import ContentGone
from warmstart.web.catalogue.markdown import to_html
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import drawn_for, question_of
from warmstart.web.review.card_text import own_html
from warmstart.web.review.cards import card_of
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class Line:
    """Something the answer should hold. `aside`: why it is right, or how much it counts for."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """Both sides as HTML. `choose`: what there is to choose from, or to put in order. `key`: of the text."""

    front: SafeString
    back: SafeString
    choose: tuple[str, ...]
    lines: tuple[Line, ...]
    key: str


def face_of(standing: Standing, facts: Facts) -> Face | None:
    """The study day decides the numbers that are asked about. None: the item is gone, or cannot be read."""
    if facts.kind == "card":
        return _card_face(standing, facts.id)
    row = IndexedQuestion.objects.select_related("pack").filter(pk=facts.id).first()
    try:
        return None if row is None else _question_face(row, standing.study_day)
    except ContentGone:
        return None


def _card_face(standing: Standing, card: UUID) -> Face | None:
    found = card_of(standing, card)
    if found is None:
        return None
    key = sha256(f"{found.front}\0{found.back}".encode()).hexdigest()[:16]
    return Face(own_html(found.front), own_html(found.back), (), (), key)


def _question_face(row: IndexedQuestion, seed: int) -> Face:
    question, drawn = question_of(row), drawn_for(row, seed)
    front = "\n\n".join(filter(None, (_section(question, title, drawn) for title in ("Question", "Context"))))
    return Face(
        front=to_html(front),
        back=to_html(_section(question, "Model answer", drawn)),
        choose=_choose(question, seed),
        lines=_lines(question, drawn),
        key=row.content_hash[:16],
    )


def _section(question: Question, title: str, drawn: Instance | None) -> str:
    text = question.sections.get(title, "")
    return text if drawn is None else filled(text, drawn)


def _choose(question: Question, seed: int) -> tuple[str, ...]:
    """In an order of the seed; steps never in the right one, where there are two."""
    texts = [each.text for each in question.forms.options] + [each.text for each in question.forms.steps]
    mixed = list(texts)
    Random(seed).shuffle(mixed)  # noqa: S311  # an order to show, no secret
    return tuple(mixed if mixed != texts else [*texts[1:], *texts[:1]])


def _lines(question: Question, drawn: Instance | None) -> tuple[Line, ...]:
    forms = question.forms
    match question.form:
        case "numbers":
            return () if drawn is None else _numbers(question, drawn)
        case "choices":
            return tuple(Line(each.text, each.why) for each in forms.options if each.right)
        case "order":
            return tuple(Line(each.text, each.why) for each in forms.steps)
        case _:
            return tuple(Line(each.claim, _worth(each.pts, each.must)) for each in question.rubric.points)


def _numbers(question: Question, drawn: Instance) -> tuple[Line, ...]:
    known = [each for each in question.forms.wanted if each.name in drawn.answers]
    values = [neat(drawn.answers[each.name], 4) for each in known]
    return tuple(
        Line(f"{each.label}: {value} {each.unit}".strip(), each.why)
        for each, value in zip(known, values, strict=True)
    )


def _worth(points: int, must: bool) -> str:
    said = f"{points} point{'' if points == 1 else 's'}"
    return f"{said}, every complete answer has it" if must else said
