"""Who is asking."""

from typing import cast

from django.http import HttpRequest

from warmstart.web.accounts.models import Person


def person_of(request: HttpRequest) -> Person:
    """The person signed in; `local_person` sees to it that there is one."""
    return cast(Person, request.user)
