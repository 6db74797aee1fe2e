"""The page that holds learner and grader to how right they were."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.practice.agreement import COMMAND, agreement
from warmstart.web.practice.calibration import calibration
from warmstart.web.practice.reliability import chart_of
from warmstart.web.practice.tallies import stated_and_disputed


@require_GET
def calibration_page(request: HttpRequest) -> HttpResponse:
    """Confidence against result, what was disputed, how the grader agrees with readers."""
    stated, tallies = stated_and_disputed(person_of(request))
    found = calibration(stated)
    context = {
        "found": found,
        "chart": None if found is None else chart_of(found),
        "tallies": tallies,
        "agreement": agreement(),
        "command": COMMAND,
    }
    return render(request, "practice/calibration.html", context)
