"""What goes wrong, as pages (and as fragments for htmx): one sentence, and what to try."""

from collections.abc import Callable
from logging import getLogger

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from warmstart import WarmstartError
from warmstart.web.attempts import storage

log = getLogger(__name__)


class Troubles:
    """Middleware: every WarmstartError and every full or read-only disk becomes a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_read = request.method in ("GET", "HEAD")
        return _only_sent(request, response) if is_read and response.status_code == 405 else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        match error:
            case WarmstartError():
                log.warning("refused", extra={"path": request.path, "why": str(error)})
                return told(request, "This did not work", str(error), status=getattr(error, "status", 409))
            case RequestDataTooBig():
                return _too_big(request)
            case DatabaseError() | OSError():
                return _storage(request, error)
        return None


def _too_big(request: HttpRequest) -> HttpResponse:
    return told(request, "Too much text", "The request is over 8 MiB; a source has at most 256 KiB.", 413)


def _storage(request: HttpRequest, error: Exception) -> HttpResponse | None:
    sentence = storage.sentence(error)
    if sentence is None:
        return None
    log.error("storage", extra={"path": request.path, "why": str(error)})
    return told(request, "Not saved", sentence, status=507)


def _only_sent(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    """A form's address that was opened: it stays in the address bar where the form was refused."""
    why = "This address takes what a form sends, and has no page. Nothing was sent and nothing is lost."
    page = told(request, "Not a page", why, status=405)
    page["Allow"] = response["Allow"]
    return page


def told(request: HttpRequest, title: str, sentence: str, status: int) -> HttpResponse:
    """The page of one trouble. Text that was posted is handed back in it, so that nothing is lost."""
    fragment = "HX-Request" in request.headers
    context = {"title": title, "sentence": sentence, "fragment": fragment}
    if request.method == "POST" and not fragment and status != 413:
        context["kept"] = request.POST.get("source") or request.POST.get("answer", "")
    response = render(request, f"site/{'fragment' if fragment else 'trouble'}.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF failure view, and the answer to a write from another site."""
    why = f" ({reason.rstrip('.')})" if reason else ""
    return told(
        request,
        "Refused",
        f"This request did not come from a page of Warmstart{why}. Reload the page and send it again.",
        status=403,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: also for what is somebody else's."""
    return told(request, "Not here", "There is no such page, or it is not yours to see.", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a host that is not allowed, a broken form."""
    if isinstance(exception, RequestDataTooBig):
        return _too_big(request)
    if isinstance(exception, SuspiciousOperation):
        log.warning("bad request", extra={"path": request.path, "why": str(exception)})
    return told(request, "Bad request", "The server could not read this request.", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a bug of ours; the traceback is in the log."""
    return told(
        request,
        "Our fault",
        "Warmstart has a bug here; the server's log has the traceback. What you wrote before is saved.",
        status=500,
    )
