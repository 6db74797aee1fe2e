"""What every answer says to the browser, and which writes are refused before a view sees them."""

from collections.abc import Callable
from secrets import token_urlsafe

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from warmstart.web.site.troubles import refused

View = Callable[[HttpRequest], HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": under it browsers send `Origin: null` with forms, which `same_origin` refuses.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def headers(get_response: View) -> View:
    """Middleware: content security policy with a nonce a request, and its small companions."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        nonce = token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY.format(nonce=nonce))
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def same_origin(get_response: View) -> View:
    """Middleware: a write must name its origin, and the origin must be this server."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        own = f"{request.scheme}://{request.get_host()}"
        if request.method not in SAFE and request.headers.get("Origin") != own:
            return refused(request, "the request came from another site")
        return get_response(request)

    return middleware
