"""Whether growth is named right: twelve functions of known class, more of what interviews ask, and every slow
wrong solution of the packs.

    python benchmarks/growth.py [--json] [--trials 3] [--skip-packs]

Exact: the class itself. By a degree: the polynomial degree of the class that is named differs, which is
never to happen; that a degree "cannot be excluded" beside the right class is no such miss, and is counted
on its own. "Under 1 s" holds on an idle machine. Exit status 1: a bar is missed.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence

from figures import machine
from growth_functions import FUNCTIONS, FURTHER, Known

from warmstart.content.installed import first_party_packs
from warmstart.content.pack import read_pack
from warmstart.content.workshop import read_workshop
from warmstart.judge.growth import measure_growth
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Growth, Sources

SHARE_EXACT = 0.9
SECONDS = 1.0


def problem(known: Known) -> FrozenProblem:
    return FrozenProblem(
        id=known.name, version=1, kind="code", entry="f", imports=(), starter="", reference="", cases=(),
        source=Sources(big=known.big), growth=Growth("n", 1.0, 0.35, ()),
    )  # fmt: skip


def known_functions(judge: Judge, functions: Sequence[Known], trials: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for trial in range(trials):
        for known in functions:
            started = time.monotonic()
            time_ = measure_growth(judge, problem(known), known.source).time
            found = time_.complexity
            rows.append({
                "function": known.name, "trial": trial, "wanted": str(known.wanted), "found": str(found),
                "exact": found is known.wanted,
                "off_by_a_degree": found is None or found.degree != known.wanted.degree,
                "degree_in_doubt": len({known.wanted.degree, *(c.degree for c in time_.not_excluded)}) > 1,
                "seconds": time.monotonic() - started,
            })  # fmt: skip
    return rows


def packs(judge: Judge) -> list[dict[str, object]]:
    """References must not miss their contract, growth_exceeded solutions must."""
    rows: list[dict[str, object]] = []
    for path in first_party_packs():
        for problem_ in read_pack(path)[0].problems:
            frozen, workshop = problem_.frozen, read_workshop(problem_)[0]
            if frozen is None or frozen.growth is None or workshop is None:
                continue
            slow = [(mutant.id, mutant.source, False) for mutant in workshop.wrong.mutants if mutant.grows]
            for name, source, keeps in [("reference", frozen.reference, True), *slow]:
                report = measure_growth(judge, frozen, source)
                rows.append({
                    "problem": workshop.problem.slug, "solution": name, "found": report.time.sentence,
                    "right": (report.meets is not False) if keeps else report.meets is False,
                    "accused": keeps and report.meets is False,
                })  # fmt: skip
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--trials", type=int, default=3)
    parser.add_argument("--skip-packs", action="store_true")
    args = parser.parse_args()
    with Judge(spares=2) as judge:
        for stack in ("pure", "numpy"):
            judge.warm(stack)
        facts = machine(tier=str(judge.tier))
        functions = known_functions(judge, FUNCTIONS, args.trials)
        further = known_functions(judge, FURTHER, 1)
        solutions = [] if args.skip_packs else packs(judge)
    accused = [row for row in solutions if row["accused"]]
    off = _having([*functions, *further], "off_by_a_degree")
    exact = len(_having(functions, "exact"))
    holds = exact >= SHARE_EXACT * len(functions) and not off and not accused
    if args.json:
        rows = {"functions": functions, "further": further, "solutions": solutions}
        print(json.dumps({"machine": facts, **rows, "holds": holds}, indent=1))
        return 0 if holds else 1
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    for row in [*functions, *further]:
        if not row["exact"]:
            print(f"not exact: {row['function']}: {row['found']}, wanted {row['wanted']}")
    for row in solutions:
        if not row["right"]:
            print(f"not right: {row['problem']} {row['solution']}: {row['found']}")
    print(f"exact class, of the twelve   {exact} of {len(functions)}  bar {SHARE_EXACT:.0%}")
    print(f"exact class, of further ones {len(_having(further, 'exact'))} of {len(further)}")
    print(f"off by a degree              {len(off)}  bar 0")
    doubted = len(_having([*functions, *further], "degree_in_doubt"))
    print(f"another degree not excluded  {doubted} of {len(functions) + len(further)}")
    for name, some in (("the twelve", functions), ("further ones", further)):
        seconds = [float(str(row["seconds"])) for row in some]
        middle, worst = statistics.median(seconds), max(seconds)
        print(f"seconds, {name:19} median {middle:.2f}, worst {worst:.2f}  bar {SECONDS} when idle")
    right = len(_having(solutions, "right"))
    print(f"packs' solutions             {right} of {len(solutions)} right, {len(accused)} wrongly accused"
          "  bar 0 accused")  # fmt: skip
    return 0 if holds else 1


def _having(rows: Sequence[dict[str, object]], name: str) -> list[dict[str, object]]:
    return [row for row in rows if row[name]]


if __name__ == "__main__":
    sys.exit(main())
