"""Where somebody left off."""

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import latest_draft
from warmstart.web.catalogue.models import IndexedProblem


def last_worked_on(person: Person) -> IndexedProblem | None:
    """The problem whose draft changed last; None: nothing yet, or its pack is gone."""
    draft = latest_draft(person)
    if draft is None:
        return None
    return IndexedProblem.objects.filter(pk=draft.item, status="live").first()
