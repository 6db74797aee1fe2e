"""How long after its limit a submission that never ends gets its verdict.

    python benchmarks/time_limit.py [--json] [--n 40] [--tier T1|T2] [--no-realtime]

Endless submissions of several kinds in turn, each against a small limit. Overshoot: wall time from the call
to the verdict, less the limit that the verdict names: of CPU time for loops, by the clock for sleepers. Exit
status 1: the bar is missed.
"""

import argparse
import sys
import time
from dataclasses import dataclass, replace

from figures import Ratio, Row, become_realtime, machine, tell
from judge_latency import GAP, RIGHT, two_sum

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.verdict import Outcome
from warmstart.judge.watch import wall_limit

OVERSHOOT_MS = 20.0
SECONDS = 0.2
SECONDS_OF_SLEEPERS = 0.05


@dataclass(frozen=True)
class Endless:
    """`sleeps`: it burns no CPU, so the limit by the clock must end it."""

    name: str
    source: str
    sleeps: bool = False


KINDS = (
    Endless("a loop in Python", """
def pair(xs, target):
    while True:
        pass
"""),
    Endless("a loop that swallows every exception", """
def pair(xs, target):
    while True:
        try:
            sum(range(1000))
        except BaseException:
            pass
"""),
    Endless("a loop in C", """
import itertools
def pair(xs, target):
    return sum(itertools.repeat(0))
"""),
    Endless("a power in C that no signal interrupts", """
def pair(xs, target):
    return 3 ** 20_000_000
"""),
    Endless("a loop in the module body", "while True:\n    pass\n"),
    Endless("four threads", """
import threading
def pair(xs, target):
    def spin():
        while True:
            pass
    threads = [threading.Thread(target=spin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""),
    Endless("a sleep", "import time\ndef pair(xs, target):\n    time.sleep(1000)\n", sleeps=True),
    Endless("a lock that nobody opens", """
import threading
def pair(xs, target):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
""", sleeps=True),
)  # fmt: skip


def overshoot(judge: Judge, problem: FrozenProblem, kind: Endless) -> float:
    """Milliseconds from the limit to the verdict."""
    limits = Limits(seconds=SECONDS_OF_SLEEPERS if kind.sleeps else SECONDS)
    started = time.perf_counter()
    verdict = judge.judge(problem, kind.source, limits=limits)
    seconds = time.perf_counter() - started
    assert verdict.outcome is Outcome.TLE, (kind.name, verdict.outcome)
    return 1000 * (seconds - (wall_limit(limits) if kind.sleeps else limits.seconds))


def take(judge: Judge, problem: FrozenProblem, n: int) -> dict[str, Row]:
    rows = {kind.name: Row(kind.name) for kind in KINDS}
    for turn in range(max(n, len(KINDS))):
        kind = KINDS[turn % len(KINDS)]
        time.sleep(GAP)
        rows[kind.name].samples.append(overshoot(judge, problem, kind))
        assert judge.judge(problem, RIGHT).outcome is Outcome.AC
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=80, help="endless submissions in all, the kinds in turn")
    parser.add_argument("--tier", help="T1 or T2; else the best of this machine")
    parser.add_argument("--no-realtime", action="store_true", help="stay in the ordinary scheduler class")
    chosen = parser.parse_args()
    realtime = not chosen.no_realtime and become_realtime()
    problem = two_sum()
    problem = replace(problem, cases=problem.cases[:1])
    with Judge(tier=jail.Tier(chosen.tier) if chosen.tier else None) as judge:
        judge.warm(problem.stack)
        rows = take(judge, problem, chosen.n)
        facts = machine(tier=str(judge.tier), realtime=realtime)
    all_ = Row("all kinds", [sample for row in rows.values() for sample in row.samples])
    facts["p50"], facts["worst"] = f"{all_.median:.2f}", f"{max(all_.samples):.2f}"
    bar = Ratio("p95 of the overshoot, ms", all_.percentile(95), OVERSHOOT_MS)
    return tell([*rows.values(), all_], [bar], facts, as_json=chosen.json, notes=(NOTE,))


NOTE = (
    "A submission that never ends and is pushed aside by other load burns no CPU meanwhile, so its verdict "
    "comes later by that wait; with realtime False on a busy machine that wait is in these figures."
)


if __name__ == "__main__":
    sys.exit(main())
