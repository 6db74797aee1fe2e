"""The skill map, a skill, the history."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.progress.access import skill_called
from warmstart.web.progress.history import history
from warmstart.web.progress.map_page import map_page
from warmstart.web.progress.skill_page import skill_page
from warmstart.web.progress.tabs import with_tabs
from warmstart.web.progress.time_spent import time_spent
from warmstart.web.standing.standing import standing_of


@require_GET
def skill_map(request: HttpRequest) -> HttpResponse:
    """All areas, filtered."""
    standing = standing_of(person_of(request), timezone.now())
    context = {"map": map_page(standing, request.GET)}
    return render(request, "progress/map.html", with_tabs("progress:map", context))


@require_GET
def skill(request: HttpRequest, skill: str) -> HttpResponse:
    """One skill."""
    standing = standing_of(person_of(request), timezone.now())
    context = {"page": skill_page(standing, skill_called(standing, skill))}
    return render(request, "progress/skill.html", with_tabs("progress:map", context))


@require_GET
def what_was_done(request: HttpRequest) -> HttpResponse:
    """By day, with time spent, calendar and streak."""
    standing = standing_of(person_of(request), timezone.now())
    days, page = history(standing, request.GET.get("page"))
    context = {
        "days": days,
        "page_of": page,
        "spent": time_spent(standing),
        "today": date.fromordinal(standing.study_day),
    }
    return render(request, "progress/history.html", with_tabs("progress:history", context))
