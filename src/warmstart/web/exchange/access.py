"""The door of this slice: whatever goes out or comes in is the log of the person who asks, and no other's."""

from django.http import Http404, HttpRequest

from warmstart.web.accounts.access import person_of
from warmstart.web.accounts.models import Person
from warmstart.web.exchange.formats import FORMATS, Format


def own_log(request: HttpRequest) -> Person:
    """Nothing in an address or a form names a person."""
    return person_of(request)


def format_called(name: str) -> Format:
    """Http404: there is none."""
    found = FORMATS.get(name)
    if found is None:
        raise Http404(name)
    return found
