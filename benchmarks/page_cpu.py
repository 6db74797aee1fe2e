"""Server CPU of lists and of an item's page, with the problems that come along and with 500.

    python benchmarks/page_cpu.py [--json] [--n 60]

Each size has a server process of its own, without sockets: from WSGI environment to answer through all
of Django's middleware, on a fresh data folder, as somebody with two attempts at every third problem.
CPU time of the whole process. Exit status 1: a page takes over 10 ms.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
from figures import Ratio, Row, become_realtime, machine, tell

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.catalogue.tests.packs import REFERENCE, problem_id, write_pack
from warmstart.web.site.server import prepare

SHIPPED = sum(1 for _ in (Path(__file__).parents[1] / "packs/core/problems").glob("*/cases.json"))
SIZES = (SHIPPED, 500)
MOST_MS = 10.0
WARM_UP = 10
AT = datetime(2026, 11, 22, tzinfo=UTC)
PAGES = {
    "list": "/problems/",
    "search": "/problems/?q=sum",
    "problem": "/problems/pair-with-sum/",
    "questions": "/questions/",
    "question": "/questions/attention-scale/",
}


def serve(problems: int, n: int) -> dict[str, list[float]]:
    """CPU seconds of each page, taken by turns. Only once a process: Django is set up for one folder."""
    with tempfile.TemporaryDirectory(prefix="page-cpu-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        if problems > SHIPPED:
            pack = write_pack(Path(folder) / "pack", problems - SHIPPED, pack_id="synthetic")
            os.environ["WARMSTART_PACKS"] = str(pack)
        prepare(data)
        attempt_some(problems)
        handler = WSGIHandler()
        samples: dict[str, list[float]] = {name: [] for name in PAGES}
        for turn in range(n + WARM_UP):
            for name, path in PAGES.items():
                seconds = cost(handler, path)
                if turn >= WARM_UP:
                    samples[name].append(seconds)
        return samples


def attempt_some(problems: int) -> None:
    """Through the log, as the server does; models can be imported only now that Django is set up."""
    log: Any = import_module("warmstart.web.attempts.log")
    person = import_module("warmstart.web.accounts.local").the_local_person()
    shipped = import_module("warmstart.web.catalogue.access").problem_called("pair-with-sum")
    for item in [shipped.pk, *map(problem_id, range(0, max(0, problems - SHIPPED), 3))]:
        for _ in range(2):
            attempt = log.attempt_at(person, item, 1, AT)
            submission = log.add_submission(attempt, REFERENCE.encode(), AT)
            log.add_verdict(submission, 1, Verdict(Outcome.WA, ()), AT + timedelta(seconds=1))


def cost(handler: WSGIHandler, path: str) -> float:
    environ = RequestFactory().get(path, headers={"host": "localhost", "accept-encoding": "gzip"}).environ
    before = time.process_time()
    response = handler(environ, lambda *given: bytes)
    body = b"".join(response)
    seconds = time.process_time() - before
    assert response.status_code == 200, (path, response.status_code)
    assert len(body) > 1000
    response.close()
    return seconds


def of_size(problems: int, n: int) -> dict[str, Row]:
    told = subprocess.run(  # noqa: S603
        [sys.executable, __file__, "--size", str(problems), "--n", str(n)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    samples = json.loads(told.stdout.splitlines()[-1])
    return {
        name: Row(f"{name}, {problems} problems, CPU", [1000 * s for s in seconds])
        for name, seconds in samples.items()
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=60, help="times each page is asked for")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.size is not None:
        print(json.dumps(serve(chosen.size, chosen.n)))
        return 0
    realtime = become_realtime()
    rows = [row for size in SIZES for row in of_size(size, chosen.n).values()]
    ratios = [Ratio(f"{row.name}, in ms", row.median, MOST_MS) for row in rows]
    return tell(rows, ratios, machine(django=django.__version__, realtime=realtime), as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
