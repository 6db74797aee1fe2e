"""The simulator of planners: its truth steps as the product's memory does, and planning beats order."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from types import ModuleType

import pytest

from tests.house.tracked import ROOT
from warmstart.recall.memory import recall_at


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("planner_world")


def test_the_truth_has_the_recall_of_the_products_memory(simulated: ModuleType) -> None:
    truth = simulated.Truth(simulated.world(), (1, 2))
    for day in range(3):
        for card in range(day, 60, 2):
            truth.see(card, day)
    found = truth.recall(9.5).tolist()
    memories = truth.memories
    expected = [simulated.BY_LUCK if m is None else recall_at(m, 9.5, truth.w) for m in memories]
    assert found == pytest.approx(expected, abs=1e-12)
    assert any(memory is None for memory in memories)


def test_what_happens_depends_on_the_seed_alone(simulated: ModuleType) -> None:
    one, other, third = (simulated.Truth(simulated.world(), (1, n)) for n in (5, 5, 6))
    assert [one.see(0, 0), one.scores(4.0).tolist()] == [other.see(0, 0), other.scores(4.0).tolist()]
    assert one.scores(4.0).tolist() != third.scores(4.0).tolist()


@pytest.mark.slow
def test_the_planner_beats_fsrs_order() -> None:
    program = [sys.executable, "benchmarks/planner.py", "--json", "--processes", "1"]
    size = ["--learners", "8", "--days", "15"]
    done = subprocess.run([*program, *size], cwd=ROOT, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    score = {name[:2].strip(): row["score"] for name, row in told["policies"].items()}
    assert told["no_study"] < score["a"] < score["c"] < score["d"]
    assert score["d*"] - score["c'"] > 0.02
    assert score["d*"] > score["d"] - 0.005
    assert score["h"] > score["d*"]
