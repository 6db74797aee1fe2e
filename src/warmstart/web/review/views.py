"""The session: one page a step, plain forms; a rating, a burial or an undoing leads to the next step."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.models import EntryKind
from warmstart.web.attempts.practice_log import add_entry, resume, suspend
from warmstart.web.review.desk import desk_of
from warmstart.web.review.faces import face_of
from warmstart.web.review.notices import Notice, tell, told
from warmstart.web.review.page import page_of
from warmstart.web.review.posting import Posted, posted, uuid_of
from warmstart.web.review.rating import rate, what_is_said
from warmstart.web.review.short import Short, begin_short, end_short, posted_minutes, short_of
from warmstart.web.review.steps import Wanted
from warmstart.web.review.undoing import take_back
from warmstart.web.standing.agenda import minutes_done
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import Standing, standing_of
from warmstart.web.standing.zones import note_zone, zone_of

GONE = "There is no such item here any more. Nothing was lost; this is what comes next."
NO_RATING = "That was no rating: press a number from 1 to 4. Nothing was counted."
GOING = "review"
"""Cookie of somebody whom the session sent to another page: that page offers the way back."""


def _standing(request: HttpRequest) -> Standing:
    person, at = person_of(request), timezone.now()
    note_zone(person, zone_of(request), at)
    return standing_of(person, at)


@require_GET
def session(request: HttpRequest) -> HttpResponse:
    """The step that comes next, or the one that is asked for."""
    standing = _standing(request)
    if "minutes" in request.GET:
        return _begin(request, standing)
    wanted, fault = _wanted(request, standing)
    return _step(request, standing, wanted, fault or told(request))


def _begin(request: HttpRequest, standing: Standing) -> HttpResponse:
    """A session of so many minutes from now on; `all`: today's list again."""
    asked = request.GET["minutes"]
    minutes = posted_minutes(asked)
    if minutes is not None:
        done = minutes_done(standing)
        begin_short(request, Short(minutes, done, len(standing.today), standing.study_day))
    elif asked == "all":
        end_short(request)
    else:
        tell(request, f"A session has 1 to 600 whole minutes, not “{asked[:20]}”.", bad=True)
    return redirect("review:session")


def _wanted(request: HttpRequest, standing: Standing) -> tuple[Wanted, Notice | None]:
    item = uuid_of(request.GET, "item")
    fault = Notice(GONE, bad=True) if "item" in request.GET and item is None else None
    if item is not None:
        fault = _unfit(standing, item)
        item = None if fault else item
    return Wanted(item, request.GET.get("way", ""), "shown" in request.GET), fault


def _unfit(standing: Standing, item: UUID) -> Notice | None:
    """Why an item cannot be practised; None: it can."""
    facts = standing.items.get(item)
    if facts is None:
        return Notice(GONE, bad=True)
    if not facts.live:
        return Notice(f"“{facts.title}” is retired or taken out. Its history is kept.", bad=True)
    if item in standing.suspended:
        return Notice(f"“{facts.title}” is suspended. You can resume it under “Own cards”.", bad=True)
    return None


def _step(
    request: HttpRequest, standing: Standing, wanted: Wanted, notice: Notice | None, status: int = 200
) -> HttpResponse:
    page = page_of(desk_of(standing, short_of(request, standing.study_day)), wanted)
    response = render(request, "review/session.html", {"page": page, "notice": notice}, status=status)
    if page.leaves:
        response.set_cookie(GOING, "going", httponly=True, samesite="Lax")
    elif GOING in request.COOKIES and page.ended:
        response.delete_cookie(GOING)
    return response


def _next(item: UUID | None = None) -> HttpResponse:
    address = reverse("review:session")
    return redirect(f"{address}?{urlencode({'item': str(item)})}" if item else address)


def _known(request: HttpRequest, standing: Standing, item: UUID | None) -> Facts | None:
    """None: told that there is no such item."""
    facts = None if item is None else standing.items.get(item)
    if facts is None:
        tell(request, GONE, bad=True)
    return facts


@require_POST
def rate_item(request: HttpRequest) -> HttpResponse:
    """Keep the rating, go on."""
    standing, given = _standing(request), posted(request)
    facts = _known(request, standing, given.item)
    if facts is None:
        return _next()
    if given.rating is None:
        wanted = Wanted(None if given.attempt else facts.id, "sight", shown=True)
        return _step(request, standing, wanted, Notice(NO_RATING, bad=True), status=422)
    refused = rate(standing, facts, given, given.rating, zone_of(request))
    if refused is not None:
        tell(request, refused.sentence, bad=refused.bad)
        return _next()
    changed = _changed(standing, facts, given)
    tell(
        request, what_is_said(standing_of(standing.person, standing.at), facts, given.rating, changed=changed)
    )
    return _next()


def _changed(standing: Standing, facts: Facts, given: Posted) -> bool:
    """Whether the text is another than the page showed."""
    if not given.face or facts.kind == "problem":
        return False
    face = face_of(standing, facts)
    return face is not None and face.key != given.face


@require_POST
def bury_item(request: HttpRequest) -> HttpResponse:
    """Not again today."""
    standing, given = _standing(request), posted(request)
    facts = _known(request, standing, given.item)
    if facts is not None:
        data = {"study_day": standing.study_day}
        add_entry(standing.person, EntryKind.BURIED, standing.at, data, item=facts.id, id=given.once)
        tell(request, "Put off until tomorrow.")
    return _next()


@require_POST
def suspend_item(request: HttpRequest) -> HttpResponse:
    """Not again until it is resumed."""
    standing, given = _standing(request), posted(request)
    facts = _known(request, standing, given.item)
    if facts is not None:
        if facts.id not in standing.suspended:
            suspend(standing.person, facts.id, standing.at)
        tell(request, "Suspended: it does not come again until you resume it, under “Own cards”.")
    return _next()


@require_POST
def resume_item(request: HttpRequest) -> HttpResponse:
    """May come again."""
    standing, given = _standing(request), posted(request)
    facts = _known(request, standing, given.item)
    if facts is not None:
        if facts.id in standing.suspended:
            resume(standing.person, facts.id, standing.at)
        tell(request, f"“{facts.title}” may come again.")
    return redirect("review:cards")


@require_POST
def undo_last(request: HttpRequest) -> HttpResponse:
    """Take back what the button names, and show that item again."""
    standing = _standing(request)
    row = uuid_of(request.POST, "row")
    found = None if row is None else take_back(standing, row, standing.at)
    if found is None:
        tell(request, "There is nothing of today to take back, or it was taken back already.", bad=True)
        return _next()
    tell(request, f"Taken back: {found.what}.")
    return _next(None if found.of_attempt else found.item)
