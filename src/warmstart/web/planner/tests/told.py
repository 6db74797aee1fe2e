"""What a test tells the forms, and what the log has of it."""

from typing import Any

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry

TARGET = {"role": "ML engineer", "company": "Example", "level": "senior", "day": "2026-12-11"}
PACE = {"minutes": "45"}
SET_UP = TARGET | PACE


def entries(name: str, kind: str) -> list[dict[str, Any]]:
    """The data of somebody's entries of a kind, oldest first."""
    person = Person.objects.get(username=name)
    found = Entry.objects.filter(person=person, kind=kind).order_by("at", "id")
    return list(found.values_list("data", flat=True))
