"""A real server in a process of its own, and a small browser for it."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

START = """
import os, resource, sys
from warmstart import WarmstartError
from warmstart.web.site import configuration
from warmstart.web.site.server import serve
if "FILE_LIMIT" in os.environ:
    limit = int(os.environ["FILE_LIMIT"])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
settings = configuration.read(os.environ)
try:
    serve(settings, port=settings.port, open_browser=False)
except WarmstartError as error:
    sys.exit(f"warmstart: {error}")
"""


@dataclass
class Served:
    """`packs`: beside those that ship with Warmstart."""

    data_dir: Path
    packs: Path | None = None
    port: int = 0
    environment: dict[str, str] = field(default_factory=dict)
    address: str = ""
    process: "subprocess.Popen[str] | None" = None

    def start(self) -> "Served":
        """Return once pages answer."""
        self.process = self._popen()
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, f"the server said {line!r} and {self.process.communicate()[1]!r}"
        self.address = found[0]
        return self

    def refusal(self) -> str:
        """What a start that fails says; AssertionError: it did not fail."""
        process = self._popen()
        out, err = process.communicate(timeout=60)
        assert process.returncode == 1, out + err
        return err.strip()

    def _popen(self) -> "subprocess.Popen[str]":
        own = {"WARMSTART_DATA_DIR": str(self.data_dir), "WARMSTART_PORT": str(self.port)}
        if self.packs is not None:
            own["WARMSTART_PACKS"] = str(self.packs)
        return subprocess.Popen(
            [sys.executable, "-c", START],
            env={**os.environ, **own, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.process is None:
            return
        self.process.send_signal(how)
        self.process.communicate(timeout=30)
        self.process = None


class Browser:
    """Keeps cookies and sends the token and the origin of the last page, as a browser does."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._token = ""
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        text = self._open(Request(self.address + path))[1]
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text)
        self._token = found[1] if found else self._token
        return text

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        """Status and text, as htmx would get them."""
        data = urlencode({**fields, "csrfmiddlewaretoken": self._token}).encode()
        headers = {"Origin": self.address, "HX-Request": "true"}
        return self._open(Request(self.address + path, data, headers))

    def _open(self, request: Request) -> tuple[int, str]:
        try:
            response: HTTPResponse | HTTPError = self._opener.open(request, timeout=30)
        except HTTPError as error:
            response = error
        with response:
            return response.status or 0, response.read().decode()


def until(condition: "object", seconds: float = 30.0) -> object:
    """The first true answer of `condition()`; AssertionError after `seconds`."""
    deadline = time.monotonic() + seconds
    answer: object = None
    while time.monotonic() < deadline:
        answer = condition()  # type: ignore[operator]
        if answer:
            return answer
    raise AssertionError(f"not within {seconds} s; last answer: {answer!r}")
