import json
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.judge.problem import FrozenProblem, Growth, Sources, write_problem

PROBLEM = FrozenProblem(
    id="5a8f4f0e-6d7f-4b6e-9a51-3f6f0e6d0c12",
    version=1,
    kind="code",
    entry="f",
    imports=(),
    starter="",
    reference="",
    cases=(),
    source=Sources(big="def big(n):\n    return (list(range(n)),)\n"),
    growth=Growth("length", 1.0, 0.35, ()),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cases.json").write_text(write_problem(PROBLEM))
    return tmp_path


def grown(folder: Path, source: str, *more: str) -> int:
    file = folder / "solution.py"
    file.write_text(source)
    return main(["grow", str(file), "--folder", str(folder), *more])


def test_a_contract_that_is_met_exits_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert grown(folder, "def f(xs):\n    return [x + 1 for x in xs]\n") == 0
    said = capsys.readouterr().out
    assert "time:   grows like n" in said
    assert "wanted is growth of degree 1: met (n: length)" in said


def test_a_contract_missed_by_a_degree_exits_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert grown(folder, "def f(xs):\n    return sum(x < y for x in xs for y in xs)\n", "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["time"]["class"] == "n^2"
    assert report["meets"] is False
    assert {"n", "count", "cpu_ms", "peak_mib"} == set(report["points"][0])
