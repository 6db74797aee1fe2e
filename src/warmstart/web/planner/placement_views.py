"""Setting up, second page: some twelve questions, one after the other."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from warmstart.skills.placement import ASKED
from warmstart.web.accounts.access import person_of
from warmstart.web.planner.decided import decided_by
from warmstart.web.planner.placement import next_question, sheet_of
from warmstart.web.planner.placing import (
    RATINGS,
    answer_choices,
    asked_of,
    end_placement,
    rate_at_sight,
    take_proposal,
)
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import Standing, standing_of
from warmstart.web.standing.zones import zone_of

LONGEST = 120
"""Seconds of one of these questions."""
EMPTY = "empty"
"""In the address: nothing was ticked."""


@require_GET
def placement(request: HttpRequest) -> HttpResponse:
    """The question that tells most, given the answers so far."""
    person, at = person_of(request), timezone.now()
    decided = decided_by(person)
    if decided.decisions.placed:
        return redirect("home")
    if decided.begun is None:
        return redirect("planner:start")
    asked = asked_of(person, decided.begun)
    facts = _next(standing_of(person, at), asked)
    sheet = None if facts is None else sheet_of(facts)
    context = {"number": len(asked) + 1, "done": len(asked), "most": ASKED, "sheet": sheet}
    context |= {"since": int(at.timestamp()), "empty": EMPTY in request.GET}
    return render(request, "planner/placement.html", context)


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Keep the answer; after the last one, to Today. One that comes twice counts once."""
    person, at = person_of(request), timezone.now()
    decided = decided_by(person)
    if decided.decisions.placed or decided.begun is None:
        return redirect("planner:placement")
    asked = asked_of(person, decided.begun)
    facts = _posted(request, standing_of(person, at))
    if facts.id not in asked and not _kept(request, facts, at):
        address = reverse("planner:placement")
        return redirect(f"{address}?{EMPTY}=1" if facts.form == "choices" else address)
    if _next(standing_of(person, at), asked | {facts.id}) is None:
        end_placement(person, at, left_out=False)
        return redirect("home")
    return redirect("planner:placement")


def _next(standing: Standing, asked: frozenset[UUID]) -> Facts | None:
    """None: it is enough, or there is no question left."""
    return None if len(asked) >= ASKED else next_question(standing, asked)


def _posted(request: HttpRequest, standing: Standing) -> Facts:
    """Http404: no such question, or of a form that is not asked here."""
    try:
        facts = standing.items.get(UUID(request.POST.get("item", "")))
    except ValueError:
        facts = None
    if facts is None or facts.form not in ("prose", "choices"):
        raise Http404("item")
    return facts


def _kept(request: HttpRequest, facts: Facts, at: datetime) -> bool:
    """False: it says nothing that could be kept."""
    person, rating = person_of(request), request.POST.get("rating", "")
    seconds = _seconds(request.POST.get("since", ""), at)
    if facts.form == "choices":
        sheet = sheet_of(facts)
        posted = request.POST.getlist("choice")
        chosen = frozenset(option.index for option in sheet.options if str(option.index) in posted)
        if not chosen and "unknown" not in request.POST:
            return False
        attempt = answer_choices(person, sheet.row, chosen, at, seconds)
        take_proposal(person, attempt, at, zone_of(request))
        return True
    if rating not in map(str, RATINGS):
        return False
    rate_at_sight(person, facts.id, int(rating), at, zone_of(request), seconds)
    return True


def _seconds(since: str, at: datetime) -> int | None:
    """Since the page was made; None: it does not say. Who went away did not think all the time."""
    if not since.isascii() or not since.isdigit() or len(since) > 12:
        return None
    return min(max(int(at.timestamp()) - int(since), 1), LONGEST)
