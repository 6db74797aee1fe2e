"""The same submissions through Warmstart and through other people's sandboxes and judges.

    python benchmarks/judge_peers.py [--json] [--n 40] [--tier T1|T2] [--no-realtime] [--task two-sum|k-means]

Two tasks of 20 cases: two-sum, and a step of k-means in NumPy. Rows are interleaved in one run. Each computes
its verdict from the outputs, must accept the right solution every time, and must refuse a wrong one before
anything is timed. Peers are installed outside the repository on first use; a missing one is reported as
missing. Exit status 1: a bar is missed.
"""

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

import numpy
from figures import AtLeast, Ratio, Row, become_realtime, machine, tell
from judge_latency import GAP
from peers import DMOJ, NSJAIL, PYTEST, Missing
from rivals import Dmoj, Engine, bubblewrapped, computed, executed, judged, nsjailed, pytest_cold
from tasks import Task, kmeans, pure_pair

from warmstart.judge import jail
from warmstart.judge.pool import Judge

WARM_UP = 3
TIMES_FASTER = 15.0
TIMES_FASTER_THAN_DMOJ = 300.0
OVER_COMPUTING = 2.5
JAILED_OVER_UNJAILED = 1.3
COMPUTE = "in-process compute"
WARM, JAILED, UNJAILED = "ours, warm spare", "ours, on demand", "ours, on demand, unjailed (T0)"
SANDBOXED = ("bubblewrap", "nsjail", "DMOJ, a process a case", "DMOJ, 20 cases in one")
NOTES = (
    "What the peers do more: bubblewrap, nsjail and DMOJ run any language and any program, where Warmstart "
    "runs Python functions of stacks that it has loaded beforehand; that is where its time comes from.",
    "DMOJ's row includes its compile step, a process and a comparison a case, and the report to its site's "
    "queue; its judge is up and running before the clock starts. bubblewrap and nsjail come here without "
    "seccomp filters; their inputs are marshal, their outputs JSON with raw arrays, compared plainly.",
    "pytest and the cold interpreter have no sandbox at all; in-process compute is the calls alone.",
)


class Entrants:
    """Engines of one task by name, each with its row; `missing`: why the others are not there."""

    def __init__(self, task: Task, missing: list[str]) -> None:
        self.task = task
        self.rows: dict[str, Row] = {}
        self._engines: dict[str, Engine] = {}
        self._missing = missing

    def add(self, name: str, make: Callable[[], Engine]) -> None:
        """Enter it if it is here and tells right from wrong."""
        try:
            engine = make()
            assert not engine(self.task.wrong)[1], f"{name} accepts the wrong solution"
            assert engine(self.task.right)[1], f"{name} refuses the right solution"
        except Missing as error:
            self._missing.append(f"{self.task.name}, {name}: {error}")
            return
        self._engines[name] = engine
        self.rows[name] = Row(f"{self.task.name}: {name}")

    def turn(self, *, counts: bool) -> None:
        for name, engine in self._engines.items():
            time.sleep(GAP)
            seconds, passed = engine(self.task.right)
            assert passed, f"{name} refuses the right solution"
            if counts:
                self.rows[name].samples.append(1000 * seconds)

    def median(self, name: str) -> float:
        return self.rows[name].median


def enter(task: Task, judges: dict[str, Judge], stack: ExitStack, missing: list[str]) -> Entrants:
    entrants = Entrants(task, missing)
    entrants.add(COMPUTE, lambda: computed(task))
    for name, judge in judges.items():
        entrants.add(name, lambda judge=judge: judged(judge, task))  # type: ignore[misc]
    entrants.add("cold python3 -S, no sandbox", lambda: executed(task))
    entrants.add("bubblewrap", lambda: bubblewrapped(task))
    entrants.add("nsjail", lambda: nsjailed(task))
    if task.problem.imports:
        missing.append(f"{task.name}, DMOJ: it starts Python with -S, without NumPy")
    else:
        entrants.add(SANDBOXED[2], lambda: _closing(stack, Dmoj(task, together=False)))
        entrants.add(SANDBOXED[3], lambda: _closing(stack, Dmoj(task, together=True)))
    entrants.add("pytest cold, no sandbox", lambda: pytest_cold(task))
    return entrants


def _closing(stack: ExitStack, dmoj: Dmoj) -> Dmoj:
    stack.callback(dmoj.close)
    return dmoj


def ratios(entrants: Entrants) -> list[Ratio]:
    """Of one task; those whose peer is missing are left out."""
    name, median, here = entrants.task.name, entrants.median, entrants.rows
    ours = median(WARM)
    demand = median(JAILED) / median(UNJAILED)
    found = [Ratio(f"{name}: on demand, jailed / unjailed", demand, JAILED_OVER_UNJAILED)]
    if entrants.task.problem.imports:
        compute = ours / median(COMPUTE)
        found.append(Ratio(f"{name}: ours / in-process compute", compute, OVER_COMPUTING))
    sandboxed = [peer for peer in SANDBOXED if peer in here]
    if sandboxed:
        fastest = min(sandboxed, key=median)
        title = f"{name}: fastest sandboxed peer ({fastest}) / ours"
        found.append(AtLeast(title, median(fastest) / ours, TIMES_FASTER))
    if SANDBOXED[2] in here:
        dmoj = median(SANDBOXED[2]) / ours
        found.append(AtLeast(f"{name}: DMOJ, 20 cases / ours", dmoj, TIMES_FASTER_THAN_DMOJ))
    return found


def take(n: int, tier: jail.Tier, tasks: list[Task]) -> tuple[list[Entrants], list[str]]:
    """All rows of all tasks, turn by turn, and what is missing."""
    missing: list[str] = []
    with ExitStack() as stack:
        judges = {
            WARM: stack.enter_context(Judge(tier=tier)),
            JAILED: stack.enter_context(Judge(tier=tier, spares=0)),
            UNJAILED: stack.enter_context(Judge(tier=jail.Tier.T0, spares=0)),
        }
        all_ = [enter(task, judges, stack, missing) for task in tasks]
        for turn in range(n + WARM_UP):
            for entrants in all_:
                entrants.turn(counts=turn >= WARM_UP)
    return all_, missing


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=40, help="turns; each takes every row once")
    parser.add_argument("--task", choices=("two-sum", "k-means"), help="one of them; else both")
    parser.add_argument("--tier", help="T1 or T2; else the best of this machine")
    parser.add_argument("--no-realtime", action="store_true", help="stay in the ordinary scheduler class")
    chosen = parser.parse_args()
    makers = {"two-sum": pure_pair, "k-means": kmeans}
    tasks = [make() for name, make in makers.items() if chosen.task in (None, name)]
    realtime = not chosen.no_realtime and become_realtime()
    tier = jail.Tier(chosen.tier) if chosen.tier else jail.best_tier()
    all_, missing = take(chosen.n, tier, tasks)
    versions = " ".join(peer.version for peer in (DMOJ, NSJAIL, PYTEST))
    facts = machine(numpy=numpy.__version__, tier=str(tier), realtime=realtime, peers=versions)
    return tell(
        [row for entrants in all_ for row in entrants.rows.values()],
        [ratio for entrants in all_ for ratio in ratios(entrants)],
        facts,
        as_json=chosen.json,
        notes=[*(f"missing: {reason}" for reason in missing), *NOTES],
    )


if __name__ == "__main__":
    sys.exit(main())
