"""What a page costs the server."""

import time
from collections.abc import Callable

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory

NOTHING = "/nothing/is/here/"
NOTHING_HERE = 0.0016


def cost(client: Client, path: str) -> float:
    """CPU seconds from WSGI environment to answer, every middleware included.

    The least of 30: what neighbours do to a cache is not the page's cost. A slower machine, or a process full
    of what other tests left, is told by a page of nothing that is asked for in turn: there its seconds count
    for less.
    """
    asked = _request(client, path, 200)
    nothing = _request(client, NOTHING, 404)
    turns = [(_spent(asked), _spent(nothing)) for _ in range(30)]
    page, unit = (min(turn[which] for turn in turns) for which in (0, 1))
    return page / max(1.0, unit / NOTHING_HERE)


def _request(client: Client, path: str, status: int) -> Callable[[], None]:
    handler = WSGIHandler()
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    environ = RequestFactory().get(path, headers={"cookie": cookies, "accept-encoding": "gzip"}).environ

    def view() -> None:
        response = handler({**environ}, lambda *given: bytes)
        assert response.status_code == status
        response.close()

    return view


def _spent(work: Callable[[], None]) -> float:
    before = time.thread_time()
    work()
    return time.thread_time() - before
