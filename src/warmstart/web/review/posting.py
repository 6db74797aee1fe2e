"""What the session's buttons post."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict

MOST_SECONDS = 3 * 60 * 60


@dataclass(frozen=True, slots=True)
class Posted:
    """`rating` None: none from 1 to 4 came. `once`: id of the row that is made, so that it is made once.

    `attempt` None: rated at sight. `seen`, `face`: memory and text as the page showed them; empty: not told.
    """

    item: UUID | None
    rating: int | None
    once: UUID
    attempt: UUID | None
    seconds: int | None
    seen: str
    face: str


def posted(request: HttpRequest) -> Posted:
    """Whatever cannot be read is None."""
    form = request.POST
    rating, seconds = form.get("rating", ""), form.get("seconds", "")
    return Posted(
        item=uuid_of(form, "item"),
        rating=int(rating) if rating in ("1", "2", "3", "4") else None,
        once=uuid_of(form, "once") or uuid4(),
        attempt=uuid_of(form, "attempt"),
        seconds=min(int(seconds), MOST_SECONDS) if _is_number(seconds) else None,
        seen=form.get("seen", ""),
        face=form.get("face", ""),
    )


def uuid_of(form: QueryDict, name: str) -> UUID | None:
    """None: there is none, or it is no UUID."""
    try:
        return UUID(form.get(name, ""))
    except ValueError:
        return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
