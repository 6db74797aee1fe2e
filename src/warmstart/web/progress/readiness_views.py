"""How ready one is for the interview that was named."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.progress.readiness_page import readiness_page
from warmstart.web.progress.tabs import with_tabs
from warmstart.web.standing.outlook import log_forecast, outlook_of
from warmstart.web.standing.standing import standing_of


@require_GET
def readiness(request: HttpRequest) -> HttpResponse:
    """A range a round. What is shown is logged, so that it can be held to what comes."""
    person = person_of(request)
    standing = standing_of(person, timezone.now())
    page = None
    if standing.target is not None:
        outlook = outlook_of(standing)
        log_forecast(person, standing, outlook)
        page = readiness_page(standing, outlook)
    return render(request, "progress/readiness.html", with_tabs("progress:readiness", {"page": page}))
