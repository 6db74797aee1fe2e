"""From submit to verdict inside the judge room, against a bare fork and a cold import of NumPy.

    python benchmarks/judge_latency.py [--json] [--n 40] [--tier T1|T2] [--no-realtime]

Rows are interleaved in one run. Each computes its verdict from the outputs of the same solution and must
find it right; a wrong solution must be found wrong in each before anything is timed. Exit status 1: a bar
is missed.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

import numpy
from figures import Ratio, Row, become_realtime, machine, tell

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenCase, FrozenProblem
from warmstart.judge.verdict import Outcome

GAP = 0.06
"""Seconds between submissions, in which spares are refilled; people need longer."""
BURST = 5
WARM_UP = 5
TIMES_A_BARE_FORK = 2.5
TIMES_A_FORK_WITH_NUMPY = 1.0
SHARE_OF_A_COLD_IMPORT = 0.05

RIGHT = """
def pair(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return [seen[target - x], j]
        seen[x] = j
"""
WRONG = RIGHT.replace("seen[target - x], j", "j, seen[target - x]")


def two_sum() -> FrozenProblem:
    """Twenty lists of 5 to 100 numbers, whose only pair with the wanted sum ends each list."""
    cases = []
    for number in range(20):
        size = 5 * (number + 1)
        xs = [*range(0, 2 * (size - 2), 2), 10_001, 20_000]
        given = (xs, 30_001)
        cases.append(
            FrozenCase(f"c{number}", f"case {number}", "", given, [size - 2, size - 1], number < 3, "hand")
        )
    return FrozenProblem(
        id="two-sum", version=1, kind="code", entry="pair", imports=(), starter="", reference="",
        cases=tuple(cases),
    )  # fmt: skip


class BareFork:
    """A bare interpreter, or one with NumPy, that forks in a tight loop."""

    def __init__(self, problem: FrozenProblem, *options: str) -> None:
        program = str(Path(__file__).with_name("bare_fork.py"))
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-I", "-S", program, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._inputs = [case.input for case in problem.cases]
        self._expected = [case.expected for case in problem.cases]

    def run(self, source: str, times: int) -> tuple[list[float], bool]:
        """Seconds of each fork, and whether all outputs were the expected ones."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"source": source, "inputs": self._inputs, "times": times}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["seconds"], all(outputs == self._expected for outputs in answer["outputs"])

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def judged(judge: Judge, problem: FrozenProblem, source: str) -> tuple[float, Outcome]:
    started = time.perf_counter()
    verdict = judge.judge(problem, source)
    return time.perf_counter() - started, verdict.outcome


def cold_numpy() -> float:
    started = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-c", "import numpy; print(numpy.__version__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - started
    assert told.stdout.strip() == numpy.__version__
    return seconds


def check_all(judge: Judge, problem: FrozenProblem, forks: list[BareFork]) -> None:
    """A row that accepts the wrong solution or rejects the right one times something else."""
    assert judged(judge, problem, WRONG)[1] is Outcome.WA
    assert judged(judge, problem, RIGHT)[1] is Outcome.AC
    for fork in forks:
        assert not fork.run(WRONG, 1)[1]
        assert fork.run(RIGHT, 1)[1]


def take(n: int, judge: Judge, problem: FrozenProblem) -> dict[str, Row]:
    bare = BareFork(problem)
    heavy = BareFork(problem, "--numpy", str(Path(numpy.__file__).parents[1]))
    check_all(judge, problem, [bare, heavy])
    rows = {
        "bare": Row("a  bare fork + pipe, bare interpreter, tight loop"),
        "heavy": Row("b  bare fork + pipe, interpreter with NumPy, tight loop"),
        "gapped": Row("b' bare fork + pipe, interpreter with NumPy, gaps"),
        "judge": Row("c  two-sum, 20 cases, jailed, warm spare, gaps"),
        "tight": Row("c' two-sum, 20 cases, jailed, tight loop"),
        "cold": Row('d  cold python -c "import numpy"'),
    }
    for turn in range(n + WARM_UP):
        samples = one_turn(judge, problem, bare, heavy)
        if turn >= WARM_UP:
            for name, seconds in samples.items():
                rows[name].samples += [1000 * s for s in seconds]
    bare.close()
    heavy.close()
    return rows


def one_turn(judge: Judge, problem: FrozenProblem, bare: BareFork, heavy: BareFork) -> dict[str, list[float]]:
    samples: dict[str, list[float]] = {"gapped": [], "judge": []}
    samples["bare"], right = bare.run(RIGHT, BURST)
    assert right
    samples["heavy"], right = heavy.run(RIGHT, BURST)
    assert right
    samples["cold"] = [cold_numpy()]
    for _ in range(3):
        time.sleep(GAP)
        seconds, outcome = judged(judge, problem, RIGHT)
        assert outcome is Outcome.AC
        samples["judge"].append(seconds)
        time.sleep(GAP)
        gapped, right = heavy.run(RIGHT, 1)
        assert right
        samples["gapped"] += gapped
    tight = [judged(judge, problem, RIGHT) for _ in range(BURST)]
    assert all(outcome is Outcome.AC for _, outcome in tight)
    samples["tight"] = [seconds for seconds, _ in tight]
    return samples


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=40, help="turns; each takes every row once or more")
    parser.add_argument("--tier", help="T1 or T2; else the best of this machine")
    parser.add_argument("--no-realtime", action="store_true", help="stay in the ordinary scheduler class")
    chosen = parser.parse_args()
    realtime = not chosen.no_realtime and become_realtime()
    problem = two_sum()
    with Judge(tier=jail.Tier(chosen.tier) if chosen.tier else None) as judge:
        judge.warm(problem.stack)
        rows = take(chosen.n, judge, problem)
        facts = machine(numpy=numpy.__version__, tier=str(judge.tier), realtime=realtime)
    judge_ms = rows["judge"].median
    ratios = [
        Ratio("c / a  times a bare fork", judge_ms / rows["bare"].median, TIMES_A_BARE_FORK),
        Ratio("c / b' times a fork with NumPy", judge_ms / rows["gapped"].median, TIMES_A_FORK_WITH_NUMPY),
        Ratio("c / d  share of a cold import", judge_ms / rows["cold"].median, SHARE_OF_A_COLD_IMPORT),
    ]
    facts["c / b"] = f"{judge_ms / rows['heavy'].median:.2f}"
    return tell(list(rows.values()), ratios, facts, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
