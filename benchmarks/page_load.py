"""How long pages take while 200 submissions wait for the judge, beside how long they take when nobody does.

    python benchmarks/page_load.py [--json] [--n 60] [--waiting 200]

A real server on a fresh data folder, asked over HTTP. The submissions are endless loops of one learner, so
the judge burns what it may for as long as the measurement lasts; each is followed as its page follows it,
over 24 connections. Wall time from request to the last byte of the answer, list and problem page by turns.
Exit status 1: a page's 95th percentile under load is 3 times its idle one, or more.
"""

import argparse
import heapq
import http.client
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from figures import Ratio, Row, machine, tell

PAGES = {"list": "/problems/", "problem": "/problems/pair-with-sum/"}
SUBMIT = "/problems/pair-with-sum/submit/"
ENDLESS = "def pair_with_sum(values, target):\n    while True:\n        pass\n"
MOST = 3.0
CONNECTIONS = 24
PATIENCE = 60.0


class Browser:
    """One connection that is kept alive, with the cookies it was given."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> str:
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/x-www-form-urlencoded",
            "HX-Request": "true",
        }
        self.connection.request(method, path, urlencode(form or {}), headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        body = answer.read().decode()
        assert answer.status == 200, (method, path, answer.status, body[:300])
        return body


@contextmanager
def served() -> Iterator[int]:
    """The port of a server that is up."""
    with tempfile.TemporaryDirectory(prefix="page-load-") as folder:
        command = [sys.executable, "-m", "warmstart.cli.main", "up", "--no-browser", "--port", "0"]
        server = subprocess.Popen(  # noqa: S603
            [*command, "--data-dir", str(Path(folder) / "data")], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None
        try:
            said = server.stdout.readline()
            yield int(re.findall(r":(\d+)/", said)[0])
        finally:
            server.terminate()
            server.wait()


def timed(browser: Browser, rows: dict[str, Row], n: int) -> None:
    for _ in range(n):
        for name, path in PAGES.items():
            started = time.perf_counter()
            browser.ask("GET", path)
            rows[name].samples.append(1000 * (time.perf_counter() - started))


class Followers:
    """The pages of those who wait: each asks again when its last answer said so."""

    def __init__(self, port: int, panels: list[str]) -> None:
        self._due: list[tuple[float, str]] = []
        self._changed = threading.Condition()
        self._over = False
        self.asked = 0
        for panel in panels:
            self._note(panel)
        self._threads = [threading.Thread(target=self._follow, args=(port,)) for _ in range(CONNECTIONS)]
        for thread in self._threads:
            thread.start()

    def _note(self, panel: str) -> None:
        found = re.search(r'hx-get="([^"]+)" hx-trigger="load delay:(\d+)ms', panel)
        if found is not None:
            with self._changed:
                heapq.heappush(self._due, (time.monotonic() + int(found[2]) / 1000, found[1]))
                self._changed.notify()

    def _next(self) -> str | None:
        with self._changed:
            while not self._over:
                wait = self._due[0][0] - time.monotonic() if self._due else 1.0
                if wait <= 0:
                    return heapq.heappop(self._due)[1]
                self._changed.wait(wait)
        return None

    def _follow(self, port: int) -> None:
        browser = Browser(port)
        while (path := self._next()) is not None:
            self._note(browser.ask("GET", path.replace("&amp;", "&")))
            self.asked += 1

    def end(self) -> int:
        """How many follow until the end; no thread is left."""
        with self._changed:
            self._over = True
            left = len(self._due)
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()
        return left


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=60, help="times each page is asked for")
    parser.add_argument("--waiting", type=int, default=200, help="submissions that wait")
    chosen = parser.parse_args()
    idle = {name: Row(f"{name}, nobody waits") for name in PAGES}
    busy = {name: Row(f"{name}, {chosen.waiting} submissions wait") for name in PAGES}
    with served() as port:
        browser = Browser(port)
        page = browser.ask("GET", PAGES["problem"])
        token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
        timed(browser, {name: Row("warm-up") for name in PAGES}, 10)
        timed(browser, idle, chosen.n)
        form = {"csrfmiddlewaretoken": token, "source": ENDLESS}
        panels = [browser.ask("POST", SUBMIT, form) for _ in range(chosen.waiting)]
        followers = Followers(port, panels)
        started = time.monotonic()
        timed(browser, busy, chosen.n)
        seconds = time.monotonic() - started
        asked, left = followers.asked, followers.end()
    facts = machine(followed=f"{asked / seconds:.0f} requests/s", still_waiting_at_the_end=left)
    rows = [*idle.values(), *busy.values()]
    ratios = [
        Ratio(
            f"{name}: 95th percentile, {chosen.waiting} waiting / idle",
            busy[name].percentile(95) / idle[name].percentile(95),
            MOST,
        )
        for name in PAGES
    ]
    return tell(rows, ratios, facts, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
