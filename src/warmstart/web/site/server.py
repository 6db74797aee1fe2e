"""Serve on this machine: lock the data folder, bring the database up to date, listen, open the browser.

Imports no model: Django is set up by `prepare`, after the environment is known.
"""

import os
import socket
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import django
import uvicorn
from django.core.management import call_command

from warmstart import WarmstartError
from warmstart.web.site import data_folder, database
from warmstart.web.site.configuration import Configuration

HOST = "127.0.0.1"


class PortTaken(WarmstartError):
    """Another program listens on the port."""


def serve(configuration: Configuration, *, port: int, open_browser: bool) -> None:
    """Serve until Ctrl-C; prints the address once pages answer.

    WarmstartError: port taken, data folder in use, not writable or of a newer version, no space.
    """
    with data_folder.held(configuration.data_dir) as lock, _listening(port) as listener:
        own_port = int(listener.getsockname()[1])
        lock.announce(own_port)
        prepare(configuration.data_dir)
        server = _Announcing(_uvicorn(), f"http://{HOST}:{own_port}/", open_browser)
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def prepare(data_dir: Path) -> None:
    """Set Django up on a data folder, bring its database up to date and index the packs.

    `serve` calls it under the folder's lock. WarmstartError as there.
    """
    data_folder.make_key(data_dir)
    _set_up(data_dir)
    path = data_dir / data_folder.DATABASE
    with database.told(path):
        database.bring_up_to_date(path)
        call_command("index_packs", verbosity=0)


def set_up(data_dir: Path) -> None:
    """Django on a data folder that a server has made before, to add to its log.

    DatabaseNotUsable: of another version than this program. Nothing is touched.
    """
    _set_up(data_dir)
    database.must_be_current(data_dir / data_folder.DATABASE)


def _set_up(data_dir: Path) -> None:
    os.environ["WARMSTART_DATA_DIR"] = str(data_dir)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmstart.web.site.settings")
    django.setup()


def _uvicorn() -> uvicorn.Config:
    return uvicorn.Config(
        "warmstart.web.site.asgi:application",
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=30,
        # A page that waits for its verdict must not hold up Ctrl-C.
        timeout_graceful_shutdown=2,
    )


class _Announcing(uvicorn.Server):
    """Says where it is once it answers, and opens the browser there."""

    def __init__(self, config: uvicorn.Config, address: str, open_browser: bool) -> None:
        super().__init__(config)
        self.address = address
        self.open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if not self.started:
            return
        print(f"Warmstart is at {self.address} (Ctrl-C stops it)", flush=True)
        if self.open_browser:
            webbrowser.open(self.address)


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    # Named TCP, or asyncio does not know it for TCP and leaves Nagle on: 40 ms more for every page.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(128)
        except OSError as error:
            raise PortTaken(
                f"port {port} of {HOST} cannot be used ({error.strerror}): "
                "choose another with --port, or --port 0"
            ) from error
        yield listener
