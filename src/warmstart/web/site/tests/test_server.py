"""The server as a process: starts, refusals, a disk that fills, a kill in the middle of a submission."""

import os
import resource
import signal
import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from warmstart.web.attempts import storage
from warmstart.web.catalogue.tests.packs import REFERENCE, write_pack
from warmstart.web.site.tests.served import Browser, Served, until

Make = Callable[..., Served]
SLOW = f"import time\nwhile time.process_time() < 2:\n    pass\n{REFERENCE}"


def test_it_serves_and_ends_when_told(served: Make) -> None:
    server = served().start()
    assert "Pair with a sum" in Browser(server.address).get("/problems/?q=pair+with")
    process = server.process
    server.end(signal.SIGINT)
    assert process is not None
    assert process.returncode == 0


def test_no_answer_waits_for_the_last_one_to_be_acknowledged(served: Make) -> None:
    server = served().start()
    seconds = []
    with closing(HTTPConnection("127.0.0.1", urlsplit(server.address).port or 0, timeout=30)) as kept:
        for _ in range(20):
            before = time.perf_counter()
            kept.request("GET", "/up/")
            assert kept.getresponse().read() == b"up\n"
            seconds.append(time.perf_counter() - before)
    # With Nagle's algorithm on, each takes the 40 ms after which the kernel acknowledges by itself.
    assert min(seconds) < 0.035


def test_a_second_server_on_the_folder_names_the_first(served: Make) -> None:
    first = served().start()
    assert first.process is not None
    refusal = served().refusal()
    assert f"already served by process {first.process.pid} at {first.address}" in refusal
    assert refusal.count("\n") == 0


def test_a_port_that_is_taken_is_one_sentence(served: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = served()
        server.port = taken.getsockname()[1]
        assert f"port {server.port} of 127.0.0.1 cannot be used" in server.refusal()


def test_a_bad_setting_stops_the_start(served: Make) -> None:
    assert "WARMSTART_JUDGES=many: want" in served(WARMSTART_JUDGES="many").refusal().splitlines()[-1]


def test_no_space_for_the_database_is_one_sentence(served: Make) -> None:
    assert storage.FULL in served(FILE_LIMIT="20000").refusal()


def test_no_space_for_the_index_of_a_changed_pack_is_one_sentence(served: Make, tmp_path: Path) -> None:
    served().start().end()
    write_pack(tmp_path / "pack", problems=40)
    assert (
        storage.FULL
        in Served(tmp_path / "data", tmp_path / "pack", environment={"FILE_LIMIT": "4096"}).refusal()
    )


def test_a_disk_that_fills_loses_nothing(served: Make, tmp_path: Path) -> None:
    server = served().start()
    browser = Browser(server.address)
    browser.get("/problems/pair/")
    assert browser.post("/problems/pair/draft/", source="kept = 1")[0] == 200
    with _full(server, tmp_path / "data/warmstart.sqlite3-wal"):
        status, said = browser.post("/problems/pair/draft/", source="lost = 1\n" * 20_000)
        assert (status, storage.FULL in said) == (507, True)
        assert "kept = 1" in browser.get("/problems/pair/")
    assert browser.post("/problems/pair/draft/", source="again = 1")[0] == 200


def test_a_verdict_that_finds_no_space_is_judged_again_at_the_next_start(
    served: Make, tmp_path: Path
) -> None:
    server = served().start()
    browser = Browser(server.address)
    browser.get("/problems/pair/")
    _, panel = browser.post("/problems/pair/submit/", source=SLOW)
    follow = panel.partition('hx-get="')[2].partition("?")[0]
    with _full(server, tmp_path / "data/warmstart.sqlite3-wal"):
        until(lambda: storage.FULL in browser.get(follow))
    server.end()
    browser = Browser(server.start().address)
    until(lambda: "accepted" in browser.get(follow))


class _full:  # noqa: N801 - reads as `with _full(...)`
    """The server may write no file beyond what it has."""

    def __init__(self, server: Served, grown: Path) -> None:
        assert server.process is not None
        self.pid, self.size = server.process.pid, grown.stat().st_size

    def __enter__(self) -> None:
        self.before = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (self.size, self.before[1]))

    def __exit__(self, *error: object) -> None:
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, self.before)


def test_kill_in_the_middle_of_a_submission_loses_neither_draft_nor_submission(
    served: Make, tmp_path: Path
) -> None:
    server = served().start()
    browser = Browser(server.address)
    browser.get("/problems/pair/")
    _, panel = browser.post("/problems/pair/submit/", source=SLOW)
    assert "Judging" in panel
    browser.post("/problems/pair/draft/", source="typed = 'after the submit'")
    server.end(signal.SIGKILL)
    with closing(sqlite3.connect(tmp_path / "data/warmstart.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM attempts_submission").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM attempts_verdictrow").fetchone() == (0,)

    browser = Browser(server.start().address)
    follow = panel.partition('hx-get="')[2].partition("?")[0]
    until(lambda: "accepted" in browser.get(follow))
    assert "typed = &#x27;after the submit&#x27;" in browser.get("/problems/pair/")


def test_a_submission_can_be_cancelled_while_it_runs(served: Make) -> None:
    browser = Browser(served().start().address)
    browser.get("/problems/pair/")
    _, panel = browser.post("/problems/pair/submit/", source=SLOW.replace("< 2", "< 20"))
    url = panel.partition('action="')[2].partition('"')[0]
    assert url.endswith("/cancel/")
    assert "Cancelled" in browser.post(url)[1]
    # The judge is free again at once.
    _, panel = browser.post("/problems/pair/submit/", source=REFERENCE)
    assert "accepted" in panel or "Judging" in panel


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="Linux only")
def test_pages_that_wait_do_not_hold_up_the_end(served: Make) -> None:
    server = served().start()
    browser = Browser(server.address)
    browser.get("/problems/pair/")
    browser.post("/problems/pair/submit/", source=SLOW.replace("< 2", "< 20"))
    server.end(signal.SIGTERM)
