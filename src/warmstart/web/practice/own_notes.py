"""Own notes to a question: a draft while one types, in the log once one leaves it."""

from datetime import datetime
from uuid import UUID, uuid5

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of
from warmstart.web.attempts.log import add_event
from warmstart.web.attempts.models import Attempt, Draft, Event, EventKind


def notes_key(item: UUID) -> UUID:
    """By which the notes to an item are kept as a draft."""
    return uuid5(item, "notes")


def notes_of(person: Person, item: UUID) -> Draft | None:
    return draft_of(person, notes_key(item))


def log_notes(person: Person, attempt: Attempt, text: str, at: datetime) -> None:
    """Add them to the log, unless it says so already."""
    noted = Event.objects.filter(attempt__person=person, attempt__item=attempt.item, kind=EventKind.NOTED)
    last = noted.order_by("at").last()
    if text != ("" if last is None else last.text):
        add_event(attempt, EventKind.NOTED, at, text=text)
