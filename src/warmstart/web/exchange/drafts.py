"""Drafts among imports: of two texts for an item the one saved later is the draft, whatever came first."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import save_draft
from warmstart.web.attempts.models import Draft
from warmstart.web.exchange.kinds import DRAFT
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.rows import Row

Text = tuple[datetime, str]
"""What decides: the time, and of one time the text."""


def newest_drafts(person: Person, rows: Sequence[Row], report: Report) -> None:
    """Within a transaction of the caller's. A draft is no row of the log: its length does not tell of it."""
    if not rows:
        return
    there = _there(person, {row.id for row in rows})
    newest = dict(there)
    for row in rows:
        text: Text = (row.fields["saved_at"], row.fields["text"])
        if row.id not in newest or text > newest[row.id]:
            newest[row.id] = text
    changed = {item: text for item, text in newest.items() if there.get(item) != text}
    for item, (at, words) in changed.items():
        save_draft(person, item, words, at)
    report.add(DRAFT, len(changed))
    report.already += len(rows) - len(changed)


def _there(person: Person, items: set[UUID]) -> dict[UUID, Text]:
    found = Draft.objects.filter(person=person, item__in=items)
    return {item: (at, words) for item, at, words in found.values_list("item", "saved_at", "text")}
