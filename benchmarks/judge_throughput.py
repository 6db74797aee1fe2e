"""Submissions a second on one machine: threads that submit, one after another, to one Judge.

    python benchmarks/judge_throughput.py [--json] [--seconds 3] [--rounds 3] [--tier T1|T2] [--sweep]

Each task in turn, several rounds; the median round counts. Every verdict must be AC, and the wrong solution
WA before anything is timed. --sweep tries other numbers of threads and spares beside the default ones, and
only the default ones are held to the bars, which are meant for two cores. Exit status 1: a bar is missed.
"""

import argparse
import inspect
import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy
from figures import AtLeast, become_realtime, machine
from tasks import Task, kmeans, numpy_pair, pure_pair, regression

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.stacks import STACKS
from warmstart.judge.verdict import Outcome

BARS: tuple[tuple[str, Callable[[], Task], float], ...] = (
    ("pure", pure_pair, 300.0),
    ("numpy", numpy_pair, 200.0),
    ("numpy", kmeans, 90.0),
    ("sklearn", regression, 80.0),
)
THREADS = 2
SPARES = int(inspect.signature(Judge).parameters["spares"].default)
SWEEP = [(threads, spares) for threads in (1, 2, 3, 4) for spares in (0, 2, 4)]
SETTLE = 0.3


@dataclass
class Rate:
    """Submissions a second of one task with so many threads and spares, round by round."""

    task: Task
    threads: int
    spares: int
    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    def __str__(self) -> str:
        low, high = min(self.rounds), max(self.rounds)
        name = f"{self.task.name}, {self.threads} threads, {self.spares} spares"
        return f"{name:<58} {self.median:9.1f} [{low:.1f} {high:.1f}]  n={len(self.rounds)}"


def measure(judge: Judge, task: Task, threads: int, seconds: float) -> float:
    """Verdicts a second; AssertionError: one was not AC."""
    end = time.perf_counter() + seconds
    counts = [0] * threads
    wrong: list[Outcome] = []

    def submit(number: int) -> None:
        while time.perf_counter() < end:
            outcome = judge.judge(task.problem, task.right).outcome
            if outcome is not Outcome.AC:
                wrong.append(outcome)
            counts[number] += 1

    started = time.perf_counter()
    submitters = [threading.Thread(target=submit, args=(number,)) for number in range(threads)]
    for submitter in submitters:
        submitter.start()
    for submitter in submitters:
        submitter.join()
    assert not wrong, wrong
    return sum(counts) / (time.perf_counter() - started)


def check(judge: Judge, task: Task) -> None:
    judge.warm(task.problem.stack)
    assert judge.judge(task.problem, task.wrong).outcome is Outcome.WA
    assert judge.judge(task.problem, task.right).outcome is Outcome.AC


def take(
    tasks: list[Task], rounds: int, seconds: float, tier: jail.Tier | None, *, sweep: bool
) -> list[Rate]:
    """The tasks in turn within each round, so that a change of load meets all of them."""
    chosen = [(THREADS, SPARES), *([each for each in SWEEP if each != (THREADS, SPARES)] if sweep else [])]
    rates = [Rate(task, threads, spares) for threads, spares in chosen for task in tasks]
    judges = {spares: Judge(tier=tier, spares=spares) for spares in {rate.spares for rate in rates}}
    try:
        for rate in rates:
            check(judges[rate.spares], rate.task)
        for _ in range(rounds):
            for rate in rates:
                time.sleep(SETTLE)
                rate.rounds.append(measure(judges[rate.spares], rate.task, rate.threads, seconds))
    finally:
        for judge in judges.values():
            judge.close()
    return rates


def tell(
    rates: list[Rate], bars: list[AtLeast], facts: dict[str, object], skipped: list[str], *, as_json: bool
) -> None:
    if as_json:
        rows = [
            {
                "task": rate.task.name,
                "threads": rate.threads,
                "spares": rate.spares,
                "per_second": rate.rounds,
            }
            for rate in rates
        ]
        held = {bar.name: {"value": bar.value, "bar": bar.bar, "holds": bar.holds} for bar in bars}
        print(json.dumps({"machine": facts, "rates": rows, "bars": held, "skipped": skipped}, indent=1))
        return
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    print("submissions a second, median [lowest highest] round")
    print("\n".join(map(str, [*rates, *bars, *skipped])))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=float, default=3.0, help="of one round of one task")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sweep", action="store_true", help="other numbers of threads and spares too")
    parser.add_argument("--tier", help="T1 or T2; else the best of this machine")
    parser.add_argument("--no-realtime", action="store_true", help="stay in the ordinary scheduler class")
    chosen = parser.parse_args()
    realtime = not chosen.no_realtime and become_realtime()
    tier = jail.Tier(chosen.tier) if chosen.tier else jail.best_tier()
    here = [(make(), bar) for stack, make, bar in BARS if stack in STACKS]
    rates = take([task for task, _ in here], chosen.rounds, chosen.seconds, tier, sweep=chosen.sweep)
    bars = [
        AtLeast(f"{task.name}, a second", rate.median, bar)
        for (task, bar), rate in zip(here, rates, strict=False)
    ]
    skipped = [f"skipped: there is no stack {stack}" for stack, _, _ in BARS if stack not in STACKS]
    facts = machine(
        numpy=numpy.__version__, tier=str(tier), realtime=realtime, cores=len(os.sched_getaffinity(0))
    )
    tell(rates, bars, facts, skipped, as_json=chosen.json)
    return 0 if all(bar.holds for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
