"""What a page costs the server."""

import time

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory


def cost(client: Client, path: str) -> float:
    """CPU seconds from WSGI environment to answer, every middleware included.

    The least of 30: what neighbours do to a cache is not the page's cost.
    """
    handler = WSGIHandler()
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    environ = RequestFactory().get(path, headers={"cookie": cookies, "accept-encoding": "gzip"}).environ
    spent = []
    for _ in range(30):
        before = time.thread_time()
        response = handler({**environ}, lambda *given: bytes)
        spent.append(time.thread_time() - before)
        assert response.status_code == 200
        response.close()
    return min(spent)
