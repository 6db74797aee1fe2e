"""Graders as a teacher would set them up: a submission in, whether it passed out.

Each is generous: a report must name every case as passed, an exit status alone convinces none of them.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from peers import OTTER, PYTEST, base_python

from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import Outcome

Grader = Callable[[str], bool]
SECONDS = 120

_PYTEST = """
import pytest
from solution import pair

CASES = {cases!r}

@pytest.mark.parametrize("xs, target, expected", CASES)
def test_case(xs, target, expected):
    assert pair(xs, target) == expected
"""

_UNITTEST = """
import unittest
from solution import pair

CASES = {cases!r}

class TestPair(unittest.TestCase):
    pass

def case(xs, target, expected):
    return lambda self: self.assertEqual(pair(xs, target), expected)

for number, (xs, target, expected) in enumerate(CASES):
    setattr(TestPair, f"test_{{number}}", case(xs, target, expected))
"""


def _cases(problem: FrozenProblem) -> list[tuple[object, ...]]:
    return [(*case.input, case.expected) for case in problem.cases]  # type: ignore[misc]


def _run(command: list[str], folder: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def warmstart(judge: Judge, problem: FrozenProblem) -> Grader:
    return lambda source: judge.judge(problem, source).outcome is Outcome.AC


def pytest_in_process(problem: FrozenProblem) -> Grader:
    """A test file that imports the submission; JUnit's report must count every case as passed."""
    python = PYTEST.program()

    def passed(source: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            _lay(folder, source, _PYTEST.format(cases=_cases(problem)))
            done = _run([python, "-m", "pytest", "-q", "-p", "no:cacheprovider",
                         "--junitxml=report.xml", "test_solution.py"], folder)  # fmt: skip
            report = Path(folder, "report.xml")
            return done.returncode == 0 and report.exists() and _all_passed(report, len(problem.cases))

    return passed


def _all_passed(report: Path, wanted: int) -> bool:
    suite = ElementTree.parse(report).find("testsuite")  # noqa: S314  pytest wrote it
    if suite is None:
        return False
    failed = sum(int(suite.get(kind, "0")) for kind in ("failures", "errors", "skipped"))
    return int(suite.get("tests", "0")) == wanted and failed == 0


def unittest_in_process(problem: FrozenProblem) -> Grader:
    """`python -m unittest`, as Exercism's runner tests; its last lines must count every case, and OK."""

    def passed(source: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            _lay(folder, source, _UNITTEST.format(cases=_cases(problem)))
            done = _run([base_python(), "-m", "unittest", "test_solution"], folder)
            lines = done.stderr.strip().splitlines()
            counted = any(line.startswith(f"Ran {len(problem.cases)} tests") for line in lines)
            return done.returncode == 0 and counted and lines[-1] == "OK"

    return passed


def _lay(folder: str, source: str, tests: str) -> None:
    Path(folder, "solution.py").write_text(source, encoding="utf-8")
    Path(folder, "test_solution.py").write_text(tests, encoding="utf-8")


def otter(problem: FrozenProblem) -> Grader:
    """`otter generate` once, `otter run` a submission: the way that needs no container."""
    program = OTTER.program("otter")
    kept = tempfile.TemporaryDirectory()
    folder = kept.name
    Path(folder, "tests").mkdir()
    Path(folder, "tests", "q1.py").write_text(_ok_test(problem), encoding="utf-8")
    made = _run([program, "generate", "-t", "tests", "-o", "autograder.zip"], folder)
    assert made.returncode == 0, made.stderr

    def passed(source: str) -> bool:
        assert kept  # the folder lives as long as its grader
        with tempfile.TemporaryDirectory() as results:
            Path(results, "submission.ipynb").write_text(_notebook(source), encoding="utf-8")
            _run([program, "run", "--no-logo", "-a", f"{folder}/autograder.zip", "-o", results,
                  f"{results}/submission.ipynb"], results)  # fmt: skip
            report = Path(results, "results.json")
            return report.exists() and _full_score(json.loads(report.read_text()))

    return passed


def _ok_test(problem: FrozenProblem) -> str:
    cases = [
        {"code": f">>> pair({xs!r}, {target!r}) == {expected!r}\nTrue\n", "hidden": True, "locked": False}
        for xs, target, expected in _cases(problem)
    ]
    suite = {"type": "doctest", "scored": True, "setup": "", "teardown": "", "cases": cases}
    return f"OK_FORMAT = True\ntest = {{'name': 'q1', 'points': {len(cases)}, 'suites': [{suite!r}]}}\n"


def _notebook(source: str) -> str:
    cell: dict[str, object] = {"cell_type": "code", "id": "a", "source": source}
    cell |= {"execution_count": None, "metadata": {}, "outputs": []}
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return json.dumps(
        {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    )


def _full_score(results: dict[str, list[dict[str, float]]]) -> bool:
    scored = [test for test in results["tests"] if test.get("max_score")]
    return bool(scored) and all(test["score"] == test["max_score"] for test in scored)


def versions() -> dict[str, str]:
    return {
        "otter-grader": OTTER.version.partition("==")[2],
        "pytest": PYTEST.version.partition("==")[2],
        "unittest": sys.version.split()[0],
    }
