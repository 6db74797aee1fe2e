import json
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.judge import nursery

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


@pytest.mark.usefixtures("without_scikit_learn")
def test_a_stack_that_is_not_installed_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = (line.strip() for line in lines if line.startswith("  sklearn:"))
    assert "sklearn, joblib is missing" in line
    assert 'pip install "warmstart[ml]"' in "".join(lines)
    assert any(line.startswith("  numpy: ready") for line in lines)
