"""Everything that can be recalled, as a package for Anki: questions, problems, cards of one's own."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from html import escape
from logging import getLogger
from typing import BinaryIO
from uuid import UUID

from warmstart.content.drawn import Instance, filled
from warmstart.content.question import Question
from warmstart.recall.days import moment, start_of, study_day
from warmstart.recall.memory import due
from warmstart.web.accounts.models import Person
from warmstart.web.catalogue.content import ContentGone, content_of
from warmstart.web.catalogue.models import IndexedProblem, IndexedQuestion
from warmstart.web.catalogue.questions import drawn_for, question_of
from warmstart.web.exchange.anki.package import write_package
from warmstart.web.exchange.anki.values import Calendar, Note, Rated, State
from warmstart.web.exchange.history import History, cards_of, history_of
from warmstart.web.exchange.own_card import html_of
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import WANTED

log = getLogger(__name__)


def write_deck(person: Person, out: BinaryIO, at: datetime) -> int:
    """Notes written: live items, and retired ones that the person met."""
    history = history_of(person, at)
    return write_package(out, _notes(person, history), calendar_of(history, at), at)


def calendar_of(history: History, at: datetime) -> Calendar:
    """Day 0 is the study day of the first review, so that no day is before it."""
    decisions, parameters = history.standing.decisions, history.standing.parameters
    first = min([at, *(go.at for go in history.goes)])
    zone = decisions.zone_at(at)
    start = start_of(study_day(first, zone), zone)
    offset = start.astimezone(zone).utcoffset() or timedelta()
    return Calendar(start, -(offset // timedelta(minutes=1)), WANTED, round(parameters[20], 4))


def _notes(person: Person, history: History) -> Iterator[Note]:
    reviews: dict[UUID, list[Rated]] = {}
    for go in history.goes:
        reviews.setdefault(go.item, []).append(Rated(go.at, int(go.rating or 0), go.seconds or 0))
    for facts, front, back in _faces(person, history.standing.items, reviews):
        yield _note(history, facts, front, back, tuple(reviews.get(facts.id, ())))


def _note(history: History, facts: Facts, front: str, back: str, reviews: tuple[Rated, ...]) -> Note:
    standing = history.standing
    memory = standing.memories.get(str(facts.id))
    state = None
    if memory is not None:
        when = moment(due(memory, WANTED, standing.parameters))
        state = State(memory.stability, memory.difficulty, moment(memory.last), when)
    topic = facts.topic or facts.skill
    return Note(facts.id, front, back, topic, facts.kind, state, reviews, facts.id in standing.suspended)


def _faces(
    person: Person, items: Mapping[UUID, Facts], met: Mapping[UUID, object]
) -> Iterator[tuple[Facts, str, str]]:
    """(item, front, back) as HTML. Items whose files cannot be read are left out, and logged."""
    wanted = {item: facts for item, facts in items.items() if facts.live or item in met}
    for question in IndexedQuestion.objects.select_related("pack").filter(pk__in=_of(wanted, "question")):
        try:
            yield (wanted[question.pk], *question_faces(question_of(question), drawn_for(question, 0)))
        except ContentGone as error:
            log.warning("left out of a deck", extra={"why": str(error)})
    for problem in IndexedProblem.objects.select_related("pack").filter(pk__in=_of(wanted, "problem")):
        try:
            content = content_of(problem).problem
        except ContentGone as error:
            log.warning("left out of a deck", extra={"why": str(error)})
        else:
            front = f"<h2>{escape(content.title)}</h2>\n{html_of(content.statement)}"
            yield wanted[problem.pk], front, html_of(content.explanation)
    for item, card in cards_of(person).items():
        if item in wanted and wanted[item].kind == "card" and not card.out:
            yield wanted[item], html_of(card.front), html_of(card.back)


def _of(wanted: Mapping[UUID, Facts], kind: str) -> list[UUID]:
    return [item for item, facts in wanted.items() if facts.kind == kind]


def question_faces(question: Question, instance: Instance | None) -> tuple[str, str]:
    """What is asked, and what is right, with its first numbers where it draws some."""

    def section(title: str) -> str:
        text = question.sections.get(title, "")
        return text if instance is None else filled(text, instance)

    forms = question.forms
    asked = [option.text for option in forms.options] or sorted(step.text for step in forms.steps)
    options = "\n".join(f"- {text}" for text in asked)
    front = "\n\n".join(filter(None, (section("Question"), section("Context"), options)))
    right = "\n".join(f"- {option.text} {option.why}" for option in forms.options if option.right)
    steps = "\n".join(f"{n}. {step.text}" for n, step in enumerate(forms.steps, 1))
    back = "\n\n".join(filter(None, (right, steps, section("Model answer"), section("Explanation"))))
    return html_of(front), html_of(back)
