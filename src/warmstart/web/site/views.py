"""Pages that belong to no slice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.coding.recent import last_worked_on
from warmstart.web.practice.recent import last_answering


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first screen: go on where you were."""
    person = person_of(request)
    problem, question = last_worked_on(person), last_answering(person)
    if problem and question:
        problem, question = (problem, None) if problem[1] > question[1] else (None, question)
    context = {"problem": problem and problem[0], "question": question and question[0]}
    return render(request, "site/home.html", context)


@require_GET
def up(request: HttpRequest) -> HttpResponse:
    """For scripts that wait for the server."""
    return HttpResponse("up\n", content_type="text/plain")
