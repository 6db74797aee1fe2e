"""Hints, giving up, a blank page: what a learner asks for beside a verdict. All of it goes into the log."""

from datetime import datetime

from django.db import transaction

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of, save_draft
from warmstart.web.attempts.log import add_event, attempt_at, begin_attempt
from warmstart.web.attempts.models import EventKind
from warmstart.web.catalogue.content import content_of
from warmstart.web.catalogue.models import IndexedProblem


def show_hint(person: Person, row: IndexedProblem, number: int, at: datetime) -> None:
    """Hint `number`, counted from 1; one that is not there, or was shown, adds nothing."""
    attempt = attempt_at(person, row.pk, row.version, at)
    shown = attempt.events.filter(kind=EventKind.HINT_SHOWN, number=number).exists()
    if not shown and 1 <= number <= len(content_of(row).problem.hints):
        add_event(attempt, EventKind.HINT_SHOWN, at, number=number)


def give_up(person: Person, row: IndexedProblem, at: datetime) -> None:
    add_event(attempt_at(person, row.pk, row.version, at), EventKind.GAVE_UP, at)


def blank_page(person: Person, row: IndexedProblem, at: datetime) -> None:
    """Begin again from the starter. What was typed is put away in the log."""
    starter = content_of(row).frozen.starter
    with transaction.atomic():
        draft = draft_of(person, row.pk)
        if draft is not None and draft.text != starter:
            old = attempt_at(person, row.pk, row.version, at)
            add_event(old, EventKind.LEFT_DRAFT, at, text=draft.text)
        begin_attempt(person, row.pk, row.version, at)
        save_draft(person, row.pk, starter, at)
