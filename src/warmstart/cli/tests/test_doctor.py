import json
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.judge import jail, nursery
from warmstart.judge.pool import Judge
from warmstart.judge.selftest import TRIALS, run_trials

STACKS = ["pure", "numpy", "sklearn", "sql"]


@pytest.fixture
def without_scikit_learn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for entry in nursery._site().iterdir():
        if entry.name not in ("sklearn", "joblib"):
            (tmp_path / entry.name).symlink_to(entry)
    monkeypatch.setattr(nursery, "_site", lambda: tmp_path)


def test_each_stack_states_its_memory(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [stack["stack"] for stack in told["stacks"]] == STACKS
    assert all(stack["ready"] and stack["mib"] > 5 for stack in told["stacks"])
    assert told["memory_mib"] == pytest.approx(sum(stack["mib"] for stack in told["stacks"]))


def test_every_tier_is_listed_with_what_it_protects_and_what_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    for tier in (jail.Tier.T1, jail.Tier.T2, jail.Tier.T3, jail.Tier.T4):
        assert f"{tier.protects} Not: {tier.leaves}" in text
    assert "T4 needs macOS, not linux: Protects from accidents" in text
    assert "used here: " in text
    assert text.count(" holds ") == len(TRIALS)


def test_what_a_tier_does_not_promise_is_no_fault() -> None:
    with Judge(tier=jail.Tier.T3, spares=1) as judge:
        results = {result.claim: result for result in run_trials(judge)}
    read = results["your files cannot be read"]
    assert (read.holds, read.promised, read.is_fault) == (False, False, False)
    assert not any(result.is_fault for result in results.values())


@pytest.mark.usefixtures("without_scikit_learn")
def test_a_stack_that_is_not_installed_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line.strip() for line in lines if line.startswith("  sklearn:"))
    assert "sklearn, joblib is missing" in line
    assert 'pip install "warmstart[ml]"' in "".join(lines)
    assert any(line.startswith("  numpy: ready") for line in lines)
