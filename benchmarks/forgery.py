"""Wrong answers of a few lines that are meant to pass all the same, put before four graders side by side.

    python benchmarks/forgery.py [--json] [--tier T1|T2]

otter-grader, pytest and unittest are run as a teacher would set them up; they test in the submission's own
process, which is what is shown here. Each grader must first accept an honest solution and refuse a plain
wrong one. Peers are installed outside the repository on first use; a missing one is reported as missing.
Exit status 1: Warmstart was fooled, or misjudged an honest solution.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from figures import machine
from graders import Grader, otter, pytest_in_process, unittest_in_process, versions, warmstart
from judge_latency import RIGHT, WRONG, two_sum
from peers import Missing

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem


@dataclass(frozen=True)
class Forgery:
    """`pair` answers wrongly and the rest hides it. `aim`: the grader it was written against."""

    name: str
    aim: str
    source: str


FORGERIES = (
    Forgery("assertEqual does nothing", "unittest", """
import unittest
unittest.TestCase.assertEqual = lambda *anything: None
def pair(xs, target): return []
"""),
    Forgery("a list equal to everything", "any", """
class Same(list):
    __eq__ = lambda self, other: True
def pair(xs, target): return Same()
"""),
    Forgery("run_doctest says passed", "otter-grader", """
from otter.test_files import ok_test
ok_test.run_doctest = lambda *anything: (True, "")
def pair(xs, target): return []
"""),
    Forgery("doctest compares nothing", "otter-grader", """
import doctest
doctest.OutputChecker.check_output = lambda *anything: True
def pair(xs, target): return []
"""),
    Forgery("unittest forgets failures", "unittest", """
import unittest
unittest.TextTestResult.addFailure = unittest.TextTestResult.addSuccess = lambda *anything: None
def pair(xs, target): return []
"""),
    Forgery("pytest runs no test", "pytest", """
from _pytest.python import Function
Function.runtest = lambda self: None
def pair(xs, target): return []
"""),
    Forgery("the answer from the caller's frame", "pytest, unittest", """
import sys
def pair(xs, target):
    caller = sys._getframe(1)
    return caller.f_locals.get("expected")
"""),
    Forgery("the answer from the tests' module", "pytest, unittest", """
import sys
def pair(xs, target):
    cases = sys.modules["test_solution"].CASES
    return next(expected for ys, wanted, expected in cases if (ys, wanted) == (xs, target))
"""),
    Forgery("exit with success", "exit statuses", """
import os
def pair(xs, target): os._exit(0)
"""),
    Forgery("a frame that says passed", "Warmstart", """
import os, struct
def pair(xs, target):
    text = b'{"case":0,"verdict":"AC","value":true,"passed":true}'
    os.write(3, struct.pack("!II", len(text) + 4, len(text)) + text)
"""),
    Forgery("the worker's encoder replaced", "Warmstart", """
import sys
sys.modules["warmstart.judge.worker"].encode = lambda value, sink: {"verdict": "AC"}
def pair(xs, target): return []
"""),
)  # fmt: skip
WORKERS = 2
OURS = "Warmstart"


def word(grader: Grader | None, source: str) -> str:
    if grader is None:
        return "missing"
    return "FOOLED" if grader(source) else "held"


def honest(grader: Grader | None) -> str:
    """Whether it tells right from wrong at all; if not, holding means nothing."""
    if grader is None:
        return "missing"
    return "yes" if grader(RIGHT) and not grader(WRONG) else "NO"


def set_up(judge: Judge, problem: FrozenProblem) -> tuple[dict[str, Grader | None], list[str]]:
    """Graders by name, None for those that are not here, and why they are not."""
    makers: dict[str, Callable[[], Grader]] = {
        "otter-grader": lambda: otter(problem),
        "pytest": lambda: pytest_in_process(problem),
        "unittest": lambda: unittest_in_process(problem),
        OURS: lambda: warmstart(judge, problem),
    }
    graders: dict[str, Grader | None] = {}
    reasons = []
    for name, make in makers.items():
        try:
            graders[name] = make()
        except Missing as error:
            graders[name] = None
            reasons.append(str(error))
    return graders, reasons


def table(graders: dict[str, Grader | None]) -> dict[str, dict[str, str]]:
    """Row by row, what each grader said; the slow ones two at a time."""
    with ThreadPoolExecutor(WORKERS) as pool:
        sound = {name: pool.submit(honest, grader) for name, grader in graders.items()}
        rows = {
            forgery.name: {
                name: pool.submit(word, grader, forgery.source) for name, grader in graders.items()
            }
            for forgery in FORGERIES
        }
        return {
            "tells right from wrong": {name: told.result() for name, told in sound.items()},
            **{row: {name: told.result() for name, told in cells.items()} for row, cells in rows.items()},
        }


def lines(rows: dict[str, dict[str, str]]) -> Iterator[str]:
    aims = {forgery.name: forgery.aim for forgery in FORGERIES}
    names = list(next(iter(rows.values())))
    yield f"{'forgery':<36}{'written against':<20}" + "".join(f"{name:<14}" for name in names)
    for row, cells in rows.items():
        yield f"{row:<36}{aims.get(row, ''):<20}" + "".join(f"{cell:<14}" for cell in cells.values())


NOTE = (
    "otter-grader, pytest and unittest were not made to withstand their own submissions: they test whatever "
    "Python can import, notebooks too, and are meant for people who have no reason to cheat or for courses "
    "that look at the source as well."
)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--tier", help="T1 or T2; else the best of this machine")
    chosen = parser.parse_args()
    problem = two_sum()
    with Judge(tier=jail.Tier(chosen.tier) if chosen.tier else None) as judge:
        graders, missing = set_up(judge, problem)
        rows = table(graders)
        facts = machine(tier=str(judge.tier), **versions())
    fooled = {name: sum(cells[name] == "FOOLED" for cells in rows.values()) for name in graders}
    held = fooled[OURS] == 0 and rows["tells right from wrong"][OURS] == "yes"
    if chosen.json:
        told = {"machine": facts, "rows": rows, "fooled": fooled, "missing": missing, "holds": held}
        print(json.dumps(told, indent=1))
        return 0 if held else 1
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    print("\n".join(lines(rows)))
    print(", ".join(f"{name} fooled by {times} of {len(FORGERIES)}" for name, times in fooled.items()))
    print("\n".join([*(f"missing: {reason}" for reason in missing), NOTE]))
    print(f"Warmstart fooled: bar 0: {'holds' if held else 'MISSED'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
