"""Forecasts among imports: of one day and target there is one, and two machines may differ in it."""

import json
from collections.abc import Sequence

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.exchange.rows import Row


def earliest_forecasts(person: Person, rows: Sequence[Row]) -> None:
    """The one that was shown first stays, whatever came first. No fold is made of forecasts."""
    told = [row for row in rows if row.fields["kind"] == EntryKind.FORECAST]
    there = Entry.objects.filter(person=person, kind=EntryKind.FORECAST).in_bulk([row.id for row in told])
    for row in told:
        entry = there.get(row.id)
        at, data = row.fields["at"], row.fields["data"]
        if entry is not None and (at, _text(data)) < (entry.at, _text(entry.data)):
            entry.at, entry.data = at, data
            entry.save(update_fields=["at", "data"])


def _text(data: object) -> str:
    return json.dumps(data, sort_keys=True)
