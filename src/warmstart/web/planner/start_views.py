"""Setting up, first page: the interview and the pace. It can be left out."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from warmstart.skills.target import DEFAULT_ROLE
from warmstart.web.accounts.access import person_of
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.practice_log import set_pace, set_target, set_weekdays_off
from warmstart.web.planner.decided import decided_by, is_known, local_day
from warmstart.web.planner.forms import SetUpForm
from warmstart.web.planner.placing import end_placement
from warmstart.web.standing.decisions import Decisions, Target
from warmstart.web.standing.zones import note_zone, zone_of


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Role, date, minutes: everything else can wait."""
    person, at = person_of(request), timezone.now()
    decisions = decided_by(person).decisions
    if decisions.placed and decisions.target is not None:
        return redirect("planner:plan")
    today = local_day(request, at)
    if request.method == "GET":
        return render(request, "planner/start.html", {"form": _filled(decisions, today)})
    form = SetUpForm(request.POST, today=today)
    if not form.is_valid():
        return render(request, "planner/start.html", {"form": form}, status=422)
    note_zone(person, zone_of(request), at)
    _keep(person, form, decisions, at)
    return redirect("home" if decisions.placed else "planner:placement")


def _filled(decisions: Decisions, today: date) -> SetUpForm:
    """With what is known already."""
    initial: dict[str, Any] = {"role": DEFAULT_ROLE}
    if decisions.target is not None:
        told = decisions.target
        initial = {"role": told.role, "company": told.company, "level": told.level, "day": told.date}
    initial |= {"minutes": decisions.minutes, "weekdays": sorted(decisions.weekdays)}
    return SetUpForm(today=today, initial=initial)


def _keep(person: Person, form: SetUpForm, decisions: Decisions, at: datetime) -> None:
    told = form.cleaned_data
    with transaction.atomic():
        _keep_target(person, told, decisions.target, at)
        if set(told["weekdays"]) != decisions.weekdays:
            set_weekdays_off(person, at, told["weekdays"])
        set_pace(person, at, told["minutes"])


def _keep_target(person: Person, told: dict[str, Any], known: Target | None, at: datetime) -> None:
    """Weights are not asked for here: those of the same role stay."""
    same = known if known is not None and known.role == told["role"] else None
    rounds = dict(same.rounds) if same is not None and same.rounds else None
    sourced = same is not None and same.sourced
    if not is_known(known, {**told, "sourced": sourced}, rounds):
        set_target(
            person,
            at,
            role=told["role"],
            day=told["day"],
            company=told["company"],
            level=told["level"],
            rounds=rounds,
            sourced=sourced,
        )


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Without setting up, or without the rest of the first questions."""
    end_placement(person_of(request), timezone.now(), left_out=True)
    return redirect("home")
