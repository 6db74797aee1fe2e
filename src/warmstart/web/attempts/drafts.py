"""Drafts: the latest text of a person for an item, guarded against pages that did not see the last one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from warmstart import WarmstartError
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_event
from warmstart.web.attempts.models import Attempt, Draft, EventKind


class DraftChanged(WarmstartError):
    """Another page saved a text that this one never showed. Nothing was overwritten."""

    status = 409


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that writes: its name, and the revision of the draft that it began with (0: there was none).

    What the page itself saved it has seen, also where the answer was lost: so its name counts, too.
    """

    page: str
    revision: int


def draft_of(person: Person, item: UUID) -> Draft | None:
    return Draft.objects.filter(person=person, item=item).first()


def save_draft(person: Person, item: UUID, text: str, at: datetime, *, seen: Seen | None = None) -> None:
    """The next revision. DraftChanged: not from a page that has not `seen` the last one; None: whatever."""
    with transaction.atomic():
        last = draft_of(person, item)
        if last is not None and seen is not None and last.text != text and not _has_seen(seen, last):
            raise DraftChanged(
                "Not saved: this draft was changed on another page meanwhile. Both texts are kept."
            )
        page = "" if seen is None else seen.page
        revision = 1 if last is None else last.revision + 1
        Draft.objects.bulk_create(
            [Draft(person=person, item=item, text=text, saved_at=at, page=page, revision=revision)],
            update_conflicts=True,
            unique_fields=["person", "item"],
            update_fields=["text", "saved_at", "page", "revision"],
        )


def _has_seen(seen: Seen, last: Draft) -> bool:
    return last.revision == seen.revision or (bool(seen.page) and last.page == seen.page)


def keep_draft(person: Person, item: UUID, text: str, at: datetime, seen: Seen | None) -> None:
    """Save a text that the log keeps anyway: over another page's draft it is not worth a refusal."""
    with suppress(DraftChanged):
        save_draft(person, item, text, at, seen=seen)


def settle(
    person: Person,
    item: UUID,
    attempt: Callable[[], Attempt],
    text: str,
    at: datetime,
    seen: Seen,
    *,
    mine: bool,
) -> None:
    """Two pages wrote: `text` of this one is the draft, or the other's.

    `attempt`: in whose log what gives way is put away; asked for only where something does.
    """
    with transaction.atomic():
        draft = draft_of(person, item)
        others = text if draft is None else draft.text
        kept, left = (text, others) if mine else (others, text)
        if left != kept:
            add_event(attempt(), EventKind.LEFT_DRAFT, at, text=left)
        now = replace(seen, revision=0 if draft is None else draft.revision)
        save_draft(person, item, kept, at, seen=now)
