"""Today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from warmstart.web.accounts.access import person_of
from warmstart.web.planner.today import today_page
from warmstart.web.planner.wish import wished
from warmstart.web.standing.outlook import log_forecast, outlook_of
from warmstart.web.standing.standing import Standing, standing_of
from warmstart.web.standing.zones import COOKIE, note_zone, zone_of


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What to do, for how long, why. `?minutes=10`: a list that fits into them."""
    wish = wished(request.GET.get("minutes", ""))
    standing = _standing(request)
    outlook = outlook_of(standing) if standing.target is not None else None
    if outlook is not None:
        log_forecast(standing.person, standing, outlook)
    page = today_page(standing, outlook, wish)
    return render(request, "planner/today.html", {"page": page}, status=422 if wish.fault else 200)


def _standing(request: HttpRequest) -> Standing:
    """In the zone that the browser tells, once it tells one."""
    person, at = person_of(request), timezone.now()
    found = standing_of(person, at)
    if COOKIE in request.COOKIES and zone_of(request) != found.zone.key:
        note_zone(person, zone_of(request), at)
        return standing_of(person, at)
    return found
