"""Where somebody is: a study day begins at four in the morning there."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.attempts.practice_log import add_entry

COOKIE = "zone"
"""Written by the island `htmx`: what the browser calls its time zone."""
_UTC = ZoneInfo("UTC")


def zone_named(name: str) -> ZoneInfo:
    """UTC where no such zone is known here."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _UTC


def is_zone(name: str) -> bool:
    """Whether this machine knows it."""
    return name == "UTC" or zone_named(name) is not _UTC


def machine_zone() -> str:
    """What this machine is set to; UTC where it does not say."""
    return str(settings.MACHINE_ZONE)


def zone_of(request: HttpRequest) -> str:
    """As the browser says, else as this machine is set."""
    name = request.COOKIES.get(COOKIE, "")[:64].replace("%2F", "/")
    return name if name and is_zone(name) else machine_zone()


def note_zone(person: Person, zone: str, at: datetime) -> None:
    """Into the log, where it is another one than the last."""
    last = Entry.objects.filter(person=person, kind=EntryKind.ZONE).order_by("-at").first()
    if last is None or last.data.get("zone") != zone:
        add_entry(person, EntryKind.ZONE, at, {"zone": zone})
