"""Starting, and starting again, of the server that a person starts."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from tests.browser.server import Server

SECOND_START_CPU = 3.0


def ended_children_cpu() -> float:
    """Seconds of the children that were waited for, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_second_start_takes_under_three_seconds_of_cpu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first start leaves bytecode to the second, as with a learner; many a CI machine forbids it.
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "bytecode"))
    server = Server(tmp_path / "data")
    server.start()
    server.stop()
    before = ended_children_cpu()
    server.start()
    server.stop()
    assert ended_children_cpu() - before < SECOND_START_CPU
