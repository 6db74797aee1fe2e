"""At home the one person is signed in already: no account, no password, no session row."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from warmstart.web.accounts.models import Person

LOCAL_NAME = "you"
View = Callable[[HttpRequest], HttpResponseBase]


def the_local_person() -> Person:
    """The owner of this machine's log; made when first asked for."""
    person = Person.objects.filter(username=LOCAL_NAME).first()
    return person or Person.objects.get_or_create(username=LOCAL_NAME)[0]


def local_person(get_response: View) -> View:
    """Middleware: whoever has no session of their own is the local person."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated:
            request.user = the_local_person()
        return get_response(request)

    return middleware
