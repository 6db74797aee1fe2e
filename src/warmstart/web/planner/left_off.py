"""Where somebody left off: the item whose draft changed last."""

from collections.abc import Mapping
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Draft
from warmstart.web.standing.facts import Facts

LOOKED_AT = 20
"""Drafts, the newest first: most of those of retired items and empty answers are soon passed."""


def left_off(person: Person, items: Mapping[UUID, Facts]) -> Facts | None:
    """None: nothing is open. An answer that was sent leaves an empty draft, which is not open."""
    drafts = Draft.objects.filter(person=person).order_by("-saved_at").values_list("item", "text")
    for item, text in drafts[:LOOKED_AT]:
        facts = items.get(item)
        if facts is not None and facts.live and text:
            return facts
    return None
