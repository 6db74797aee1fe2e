"""Pages and fragments of a problem's visual."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.drafts import keep_draft
from warmstart.web.attempts.log import add_event, attempt_at
from warmstart.web.attempts.models import EventKind
from warmstart.web.attempts.posted import posted_seen
from warmstart.web.catalogue.content import content_of
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.coding.access import own_visual
from warmstart.web.coding.runner import runner
from warmstart.web.coding.source import posted_source
from warmstart.web.coding.visuals import play_own, shown


@require_GET
def visual(request: HttpRequest, slug: str) -> HttpResponse:
    """All steps; without scripts they stand below one another."""
    row, found = own_visual(request, slug)
    return _answer(request, row, "coding/visual.html", {"shown": shown(found)})


@require_POST
def played(request: HttpRequest, slug: str) -> HttpResponse:
    """The steps as the learner's code takes them; goes into the log as a run."""
    row, found = own_visual(request, slug)
    source = posted_source(request)
    _note(request, row, source)
    with runner.judging() as judge:
        result = play_own(judge, content_of(row).frozen, found, source)
    context = {"played": result, "panel": result.panel, "shown": result.shown, "own": True}
    return _answer(request, row, "coding/played.html", context)


def _note(request: HttpRequest, row: IndexedProblem, source: str) -> None:
    person, at = person_of(request), timezone.now()
    keep_draft(person, row.pk, source, at, posted_seen(request))
    add_event(attempt_at(person, row.pk, row.version, at), EventKind.PLAYED, at, text=source)


def _answer(
    request: HttpRequest, row: IndexedProblem, fragment: str, context: dict[str, object]
) -> HttpResponse:
    context |= {"row": row, "title": "Your code on this input", "run": True, "fragment": fragment}
    page = fragment if "HX-Request" in request.headers else "coding/visual_page.html"
    return render(request, page, context)
