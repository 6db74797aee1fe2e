"""Where somebody left off."""

from datetime import datetime

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import latest_draft
from warmstart.web.catalogue.models import IndexedProblem


def last_worked_on(person: Person) -> tuple[IndexedProblem, datetime] | None:
    """The problem whose draft changed last, and when; None: nothing yet, or its pack is gone."""
    live = IndexedProblem.objects.filter(status="live")
    draft = latest_draft(person, live.values_list("pk", flat=True))
    return None if draft is None else (live.get(pk=draft.item), draft.saved_at)
