"""What every page that writes posts beside its text."""

from django.http import HttpRequest

from warmstart.web.attempts.drafts import Seen


def posted_seen(request: HttpRequest) -> Seen | None:
    """Which page posts, and which draft it began with; None: it does not say."""
    page, revision = request.POST.get("page", ""), request.POST.get("revision", "")
    return Seen(page[:32], int(revision)) if page and revision.isdecimal() else None
