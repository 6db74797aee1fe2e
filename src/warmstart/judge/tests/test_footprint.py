import subprocess
import sys
from collections.abc import Iterator

import pytest

from warmstart.judge import footprint
from warmstart.judge.footprint import Footprint
from warmstart.judge.pool import Judge

HOLDS_IN_A_CHILD = """
import subprocess, sys
child = "import sys; held = bytearray(b'x') * (60 << 20); print('ready', flush=True); sys.stdin.read()"
subprocess.run([sys.executable, "-S", "-c", child])
"""


@pytest.fixture
def parent() -> Iterator[int]:
    """pid of a process whose child holds 60 MiB."""
    with subprocess.Popen(
        [sys.executable, "-S", "-c", HOLDS_IN_A_CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process.pid


def test_what_children_hold_is_part_of_it(parent: int) -> None:
    held = footprint.footprint(parent)
    assert (held.processes, held.meter) == (2, "PSS")
    assert 60 <= held.mib <= 100


def test_where_shared_pages_cannot_be_told_it_says_so(parent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    read = footprint._kib
    monkeypatch.setattr(footprint, "_kib", lambda pid, file: None if "smaps" in file else read(pid, file))
    held = footprint.footprint(parent)
    assert held.meter == "RSS"
    assert held.mib >= 60


def test_a_process_that_has_ended_holds_nothing(parent: int) -> None:
    with subprocess.Popen(["/bin/true"]) as ended:
        pass
    assert footprint.footprint(ended.pid) == Footprint(0.0, 0, "RSS")


def test_stacks_that_are_awake_have_a_footprint_and_others_none() -> None:
    with Judge(spares=1) as judge:
        judge.warm("pure")
        held = judge.footprints()
        assert list(held) == ["pure"]
        assert 5 <= held["pure"].mib <= 60
    assert judge.footprints() == {}
