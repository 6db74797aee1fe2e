"""The settings of the plan: target, pace, days off. Every change is another row of the log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.practice_log import set_day_off, set_pace, set_target, set_weekdays_off
from warmstart.web.planner.decided import Decided, decided_by, is_known, local_day, study_date
from warmstart.web.planner.forms import DayOffForm, PaceForm, TargetForm
from warmstart.web.planner.plan_page import pace_form, plan_page, target_form
from warmstart.web.standing.zones import note_zone, zone_of

SAVED = {
    "target": "The interview is saved, and today's list is planned anew.",
    "pace": "The pace is saved, and today's list is planned anew.",
    "days": "The days off are saved, and today's list is planned anew.",
}


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Target, pace, days off, and the targets before."""
    return _page(request, decided_by(person_of(request)))


@require_POST
def save_target(request: HttpRequest) -> HttpResponse:
    """Another target; the one before stays in the log. The same one again is no other."""
    person, at = person_of(request), timezone.now()
    decided = decided_by(person)
    form = target_form(decided, local_day(request, at), request.POST)
    if not form.is_valid():
        return _page(request, decided, form)
    told = form.cleaned_data
    note_zone(person, zone_of(request), at)
    if not is_known(decided.decisions.target, told, form.weights):
        set_target(
            person,
            at,
            role=told["role"],
            day=told["day"],
            company=told["company"],
            level=told["level"],
            rounds=form.weights,
            sourced=told["sourced"],
        )
    return _saved("target")


@require_POST
def save_pace(request: HttpRequest) -> HttpResponse:
    """Minutes a day, weekdays off."""
    person, at = person_of(request), timezone.now()
    decided = decided_by(person)
    form = pace_form(decided, request.POST)
    if not form.is_valid():
        return _page(request, decided, form)
    note_zone(person, zone_of(request), at)
    set_pace(person, at, form.cleaned_data["minutes"])
    if set(form.cleaned_data["weekdays"]) != decided.decisions.weekdays:
        set_weekdays_off(person, at, form.cleaned_data["weekdays"])
    return _saved("pace")


@require_POST
def save_day(request: HttpRequest) -> HttpResponse:
    """One day off, or with `off=no` on after all."""
    person, at = person_of(request), timezone.now()
    form = DayOffForm(request.POST, today=study_date(request, at))
    if not form.is_valid():
        return _page(request, decided_by(person), form)
    note_zone(person, zone_of(request), at)
    set_day_off(person, at, form.cleaned_data["day"], off=request.POST.get("off") != "no")
    return redirect("home") if request.POST.get("back") == "today" else _saved("days")


def _saved(what: str) -> HttpResponse:
    response = redirect("planner:plan")
    response["Location"] += f"?saved={what}"
    return response


def _page(
    request: HttpRequest, decided: Decided, faulty: TargetForm | PaceForm | DayOffForm | None = None
) -> HttpResponse:
    """`faulty`: the form that was not taken, with what was typed."""
    page = plan_page(decided, local_day(request, timezone.now()))
    context = {"page": page, "saved": SAVED.get(request.GET.get("saved", ""), "")}
    if faulty is not None:
        context |= {"page": page.with_form(faulty), "faulty": faulty}
    return render(request, "planner/plan.html", context, status=200 if faulty is None else 422)
