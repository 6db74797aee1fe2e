"""Pages that belong to no slice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.coding.recent import last_worked_on


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first screen: go on where you were."""
    last = last_worked_on(person_of(request))
    return render(request, "site/home.html", {"problem": None if last is None else last[0]})


@require_GET
def up(request: HttpRequest) -> HttpResponse:
    """For scripts that wait for the server."""
    return HttpResponse("up\n", content_type="text/plain")
