"""Pages that belong to no slice."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET


@require_GET
def up(request: HttpRequest) -> HttpResponse:
    """For scripts that wait for the server."""
    return HttpResponse("up\n", content_type="text/plain")
