"""Today with a log of 100,000 attempts: the first view, those after it, and one after each answer.

    python benchmarks/log_scale.py [--json] [--attempts 100000] [--n 30]

A synthetic log (fixed seed, three years, the questions and problems of the pack core) on a fresh data folder.
Each row is taken in a process of its own, without sockets, in CPU time of the whole process: "from nothing"
has only the log, "first" starts with the snapshot that an earlier start left. Exit status 1: a bar is missed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
from figures import Ratio, Row, machine, tell
from log_scale_rows import fill

from warmstart.web.site.server import prepare

FIRST_MS, AFTER_MS = 2000.0, 50.0


def view(handler: WSGIHandler) -> float:
    """CPU seconds of the first screen."""
    environ = RequestFactory().get("/", headers={"host": "localhost", "accept-encoding": "gzip"}).environ
    before = time.process_time()
    response = handler(environ, lambda *given: bytes)
    body = b"".join(response)
    seconds = time.process_time() - before
    assert response.status_code == 200, response.status_code
    assert len(body) > 1000
    response.close()
    return seconds


def answer_one() -> None:
    """As a graded answer to some question leaves the log."""
    log: Any = import_module("warmstart.web.attempts.log")
    person = import_module("warmstart.web.accounts.local").the_local_person()
    items = import_module("warmstart.web.standing.facts").catalogue().items.values()
    item = next(facts.id for facts in items if facts.kind == "question")
    at = datetime.now(UTC)
    answer = log.add_answer(log.begin_attempt(person, item, 1, at), "words", at, seconds=90)
    log.add_grade(answer, 1, "offline 3", 0.8, {}, at)


def task(name: str, attempts: int, n: int) -> list[float]:
    """Run in a process of its own; Django is set up for one folder."""
    prepare(Path(os.environ["WARMSTART_DATA_DIR"]))
    if name == "fill":
        return [float(fill(attempts))]
    handler = WSGIHandler()
    if name == "warm up":
        RequestFactory().get("/")
    first = view(handler)
    if name in ("from nothing", "first"):
        return [first]
    seconds = []
    for _ in range(n):
        if name == "after an answer":
            answer_one()
        seconds.append(view(handler))
    return seconds


def alone(name: str, folder: str, attempts: int, n: int) -> list[float]:
    told = subprocess.run(  # noqa: S603
        [sys.executable, __file__, "--task", name, "--attempts", str(attempts), "--n", str(n)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        env={**os.environ, "WARMSTART_DATA_DIR": folder},
    )
    return [float(each) for each in json.loads(told.stdout.splitlines()[-1])]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=30, help="views after the first")
    parser.add_argument("--attempts", type=int, default=100_000)
    parser.add_argument("--task", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.task is not None:
        print(json.dumps(task(chosen.task, chosen.attempts, chosen.n)))
        return 0
    with tempfile.TemporaryDirectory(prefix="log-scale-") as folder:
        rows = alone("fill", folder, chosen.attempts, chosen.n)
        taken = {
            name: alone(name, folder, chosen.attempts, chosen.n)
            for name in ("from nothing", "first", "view", "after an answer")
        }
        size = (Path(folder) / "warmstart.sqlite3").stat().st_size / 2**20
    return _told(taken, rows[0], size, chosen)


def _told(taken: dict[str, list[float]], rows: float, size: float, chosen: argparse.Namespace) -> int:
    found = {
        name: Row(f"{name}, CPU", [1000 * s for s in seconds] * (2 if len(seconds) == 1 else 1))
        for name, seconds in taken.items()
    }
    ratios = [
        Ratio("first view with a snapshot, in ms", found["first"].median, FIRST_MS),
        Ratio("later views, in ms", found["view"].median, AFTER_MS),
    ]
    facts = machine(django=django.__version__, attempts=chosen.attempts, rows=int(rows), mib=round(size))
    return tell(list(found.values()), ratios, facts, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
