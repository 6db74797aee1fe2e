"""What Warmstart predicted, against what came."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.progress.measured import COMMAND, SIMULATED
from warmstart.web.progress.recall_check import checks
from warmstart.web.progress.reliability_page import reliability_page
from warmstart.web.progress.tabs import with_tabs
from warmstart.web.standing.standing import standing_of


@require_GET
def reliability(request: HttpRequest) -> HttpResponse:
    """Forecasts, recall, results."""
    standing = standing_of(person_of(request), timezone.now())
    context = {
        "page": reliability_page(standing),
        "checks": checks(standing),
        "simulated": SIMULATED,
        "command": COMMAND,
    }
    return render(request, "progress/reliability.html", with_tabs("progress:reliability", context))
