"""Where somebody left off."""

from datetime import datetime

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import latest_draft
from warmstart.web.catalogue.models import IndexedQuestion


def last_answering(person: Person) -> tuple[IndexedQuestion, datetime] | None:
    """The question whose draft changed last, and when; None: nothing is being answered."""
    live = IndexedQuestion.objects.filter(status="live")
    draft = latest_draft(person, live.values_list("pk", flat=True))
    if draft is None or not draft.text:
        return None
    return live.get(pk=draft.item), draft.saved_at
