"""What a page costs the server."""

import gc
import json
import time
from collections.abc import Callable

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory

CHORE_HERE = 0.0008
ROWS = json.dumps(
    [{"name": f"row {number}", "value": number / 7, "words": ["a", "b"]} for number in range(500)]
)


def cost(client: Client, path: str) -> float:
    """CPU seconds from WSGI environment to answer, every middleware included.

    The least of 30: what neighbours do to a cache is not the page's cost, nor is going through all that other
    tests left in memory. A machine slower than the one that the bars were set on is told by a chore done in
    turn with the page, and its seconds count for less.
    """
    handler = WSGIHandler()
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    environ = RequestFactory().get(path, headers={"cookie": cookies, "accept-encoding": "gzip"}).environ

    def view() -> None:
        response = handler({**environ}, lambda *given: bytes)
        assert response.status_code == 200
        response.close()

    gc.collect()
    gc.freeze()
    turns = [(_spent(view), _spent(_chore)) for _ in range(30)]
    gc.unfreeze()
    page, chore = (min(turn[which] for turn in turns) for which in (0, 1))
    return page / max(1.0, chore / CHORE_HERE)


def _spent(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return time.thread_time() - before


def _chore() -> list[tuple[str, float]]:
    return sorted((row["name"].upper(), round(row["value"], 3)) for row in json.loads(ROWS))
