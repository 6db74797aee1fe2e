"""Telling what happened in an interview."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.drafts import save_draft
from warmstart.web.attempts.models import EntryKind
from warmstart.web.attempts.practice_log import add_entry
from warmstart.web.progress.debrief_form import Given, faults, posted
from warmstart.web.progress.debrief_page import debrief_page, draft_key, own_interview, titles_of
from warmstart.web.progress.debriefs import Interview
from warmstart.web.progress.tabs import with_tabs
from warmstart.web.standing.standing import Standing, standing_of


@require_http_methods(["GET", "HEAD", "POST"])
def debrief(request: HttpRequest, interview: UUID | None = None) -> HttpResponse:
    """The form; posted: kept in the log, or shown again with what stands against it."""
    standing = standing_of(person_of(request), timezone.now())
    found, others = own_interview(standing.person, interview)
    if found is None:
        return render(request, "progress/debrief.html", with_tabs("progress:debrief", {"page": None}))
    if request.method != "POST":
        page = debrief_page(standing, found, others, saved="kept" in request.GET)
        return render(request, "progress/debrief.html", with_tabs("progress:debrief", {"page": page}))
    given = _given(request, standing, found)
    wrong = faults(given, date.fromordinal(standing.study_day))
    if wrong:
        page = debrief_page(standing, found, others, given=given, faults=wrong)
        context = with_tabs("progress:debrief", {"page": page})
        return render(request, "progress/debrief.html", context, status=422)
    add_entry(standing.person, EntryKind.DEBRIEF, standing.at, given.as_data(str(found.id)))
    response = redirect("progress:debrief-of", interview=found.id)
    response["Location"] += "?kept"
    return response


@require_POST
def draft(request: HttpRequest, interview: UUID) -> HttpResponse:
    """Save what is typed; answers with a word for the status line."""
    standing = standing_of(person_of(request), timezone.now())
    found, _ = own_interview(standing.person, interview)
    if found is None:
        raise Http404(str(interview))
    text = _given(request, standing, found).as_draft()
    save_draft(standing.person, draft_key(found.id), text, standing.at)
    return render(request, "progress/draft_saved.html", {"at": standing.at})


def _given(request: HttpRequest, standing: Standing, interview: Interview) -> Given:
    return posted(request.POST, titles_of(interview), frozenset(standing.skills))
