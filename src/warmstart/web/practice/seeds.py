"""Which numbers, or order of options, somebody gets: new ones in each attempt, the same until then."""

from hashlib import sha256
from uuid import UUID

from django.http import HttpRequest

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Attempt

MOST = 2**31 - 1


def next_seed(person: Person, item: UUID) -> int:
    """Told from the log, so that nothing has to be kept before the attempt begins."""
    start = int.from_bytes(sha256(f"{person.pk} {item}".encode()).digest()[:2])
    return start + Attempt.objects.filter(person=person, item=item, seed__isnull=False).count()


def posted_seed(request: HttpRequest) -> int | None:
    """What the page that was answered had shown; None: it does not say."""
    text = request.POST.get("seed", "")
    return min(int(text), MOST) if text.isascii() and text.isdigit() and len(text) <= 10 else None
