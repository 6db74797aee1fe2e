"""Drafts: the latest text of a person for an item. The last save wins."""

from datetime import datetime
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Draft


def draft_of(person: Person, item: UUID) -> Draft | None:
    return Draft.objects.filter(person=person, item=item).first()


def save_draft(person: Person, item: UUID, text: str, at: datetime) -> None:
    """One statement: two tabs that save at once cannot make two drafts."""
    Draft.objects.bulk_create(
        [Draft(person=person, item=item, text=text, saved_at=at)],
        update_conflicts=True,
        unique_fields=["person", "item"],
        update_fields=["text", "saved_at"],
    )


def latest_draft(person: Person) -> Draft | None:
    """What was typed last, anywhere."""
    return Draft.objects.filter(person=person).order_by("-saved_at").first()
