"""Saving what is typed, for every text area and form of this slice."""

import re
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.drafts import DraftChanged, save_draft, settle
from warmstart.web.attempts.models import Attempt
from warmstart.web.attempts.posted import posted_seen


def saved(
    request: HttpRequest, item: UUID, text: str, attempt: Callable[[], Attempt], at: datetime, *, back: str
) -> HttpResponse:
    """A word for the status line; 409 where another page wrote meanwhile.

    `attempt`: whose log keeps what gives way. `back`: where a page without htmx goes on.
    """
    person, seen, settled = person_of(request), posted_seen(request), request.POST.get("settle", "")
    htmx = "HX-Request" in request.headers
    try:
        if seen is not None and settled:
            settle(person, item, attempt, text, at, seen, mine=settled == "mine")
        else:
            save_draft(person, item, text, at, seen=seen)
    except DraftChanged as changed:
        if not htmx:
            raise
        context = {"sentence": changed, "url": request.path, "target": _target(request)}
        return render(request, "practice/changed.html", context, status=changed.status)
    if not htmx:
        return redirect(back)
    if settled == "theirs":
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "practice/saved.html", {"at": at})


def _target(request: HttpRequest) -> str:
    name = request.headers.get("HX-Target", "")
    return name if re.fullmatch(r"saved[\w-]*", name) else "saved"
