"""What uvicorn serves: pages as WSGI in threads, the judge's runner for as long as the server lives.

Django's own ASGI handler costs about 3 ms of CPU a request for plain views; WSGI in threads does not.
"""

from asyncio import to_thread
from typing import Any

from a2wsgi import WSGIMiddleware
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from warmstart.web.coding.runner import runner

# Waiting for a verdict holds a thread, so there are more of them than people.
_pages = WSGIMiddleware(WSGIHandler(), workers=24)  # type: ignore[arg-type]


async def application(scope: Any, receive: Any, send: Any) -> None:
    """HTTP goes to Django; start and stop go to the runner."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    else:
        await _pages(scope, receive, send)


async def _lifespan(receive: Any, send: Any) -> None:
    await receive()
    await to_thread(_start)
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await to_thread(runner.stop)
    await send({"type": "lifespan.shutdown.complete"})


def _start() -> None:
    """Before the first page answers; the thread ends here, so its connection does too."""
    try:
        runner.start()
    finally:
        connections.close_all()
