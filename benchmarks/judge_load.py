"""Verdicts a second, and how late the judge is when it ends what runs too long.

    python benchmarks/judge_load.py [--json] [--n 40] [--tier T1|T2] [--no-realtime]

Throughput: two threads submit without a pause, so that every worker is forked on demand. Lateness: of an
endless loop, CPU time used beyond the limit when it was killed. Every verdict must be the right one.
Reported without a bar in this version, but for lateness: at most 20 ms at the 95th percentile.
"""

import argparse
import sys
import threading
import time
from dataclasses import replace

from figures import Ratio, Row, become_realtime, machine, tell
from judge_latency import RIGHT, two_sum

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.verdict import Outcome

THREADS = 2
SECONDS = 4.0
MOST_LATE_MS = 20.0
LIMITS = Limits(seconds=0.1)
ENDLESS = "def pair(xs, target):\n    while True:\n        pass\n"


def throughput(judge: Judge, problem: FrozenProblem) -> float:
    """Accepted verdicts a second."""
    counts = [0] * THREADS
    until = time.monotonic() + SECONDS

    def submit(number: int) -> None:
        while time.monotonic() < until:
            assert judge.judge(problem, RIGHT).outcome is Outcome.AC
            counts[number] += 1

    threads = [threading.Thread(target=submit, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def lateness(judge: Judge, problem: FrozenProblem, n: int) -> Row:
    row = Row("an endless loop: CPU beyond the limit when killed")
    for _ in range(n):
        verdict = judge.judge(problem, ENDLESS, limits=LIMITS)
        assert verdict.outcome is Outcome.TLE
        row.samples.append(verdict.cpu_ms - 1000 * LIMITS.seconds)
    return row


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=40, help="endless loops")
    parser.add_argument("--tier", help="T1 or T2; else the best of this machine")
    parser.add_argument("--no-realtime", action="store_true", help="stay in the ordinary scheduler class")
    chosen = parser.parse_args()
    realtime = not chosen.no_realtime and become_realtime()
    pure = two_sum()
    with Judge(tier=jail.Tier(chosen.tier) if chosen.tier else None) as judge:
        late = lateness(judge, pure, chosen.n)
        rates = {
            stack: f"{throughput(judge, problem):.0f}/s"
            for stack, problem in (("pure", pure), ("numpy", replace(pure, imports=("numpy",))))
        }
        facts = machine(tier=str(judge.tier), realtime=realtime, **rates)
    bar = Ratio("lateness, 95th percentile, in ms", late.percentile(95), MOST_LATE_MS)
    return tell([late], [bar], facts, as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
