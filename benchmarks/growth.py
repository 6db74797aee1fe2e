"""Whether growth is named right: twelve functions of known class, and every slow wrong solution of the packs.

    python benchmarks/growth.py [--json] [--trials 3] [--skip-packs]

Exact: the class itself. By a degree: the polynomial degree differs, which is never to happen. Beside each
trial stands its wall time; "under 1 s" holds on an idle machine. Exit status 1: a bar is missed.
"""

import argparse
import json
import statistics
import sys
import time
from dataclasses import dataclass

from figures import machine

from warmstart.content.installed import first_party_packs
from warmstart.content.pack import read_pack
from warmstart.content.workshop import read_workshop
from warmstart.judge.complexity import Complexity
from warmstart.judge.growth import measure_growth
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Growth, Sources

SHARE_EXACT = 0.9
SECONDS = 1.0

RANDOM = "import random\ndef big(n):\n    rng = random.Random(n)\n    return "
NUMBERS = RANDOM + "([rng.randint(0, 10**9) for _ in range(n)],)"
LETTERS = RANDOM + "tuple([rng.randint(0, 3) for _ in range(n)] for _ in range(2))"
MATRICES = RANDOM + "tuple([[rng.randint(0, 9) for _ in range(n)] for _ in range(n)] for _ in range(2))"


@dataclass(frozen=True)
class Known:
    name: str
    wanted: Complexity
    big: str
    source: str


FUNCTIONS = (
    Known("dict look-up", Complexity.CONSTANT, RANDOM + "({i: i for i in range(n)}, n // 2)",
          "def f(table, key):\n    return table[key]\n"),
    Known("binary search", Complexity.LOGARITHMIC, RANDOM + "(list(range(0, 2 * n, 2)), 2 * n - 3)", """
def f(xs, x):
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low
"""),
    Known("hash two-sum", Complexity.LINEAR, RANDOM + "([rng.randint(0, 10**9) for _ in range(n)], -1)", """
def f(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return seen[target - x], j
        seen[x] = j
"""),
    Known("merge sort", Complexity.LINEARITHMIC, NUMBERS, """
def f(xs):
    if len(xs) < 2:
        return xs
    left, right, merged = f(xs[: len(xs) // 2]), f(xs[len(xs) // 2 :]), []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]
"""),
    Known("sorted", Complexity.LINEARITHMIC, NUMBERS, "def f(xs):\n    return sorted(xs)\n"),
    Known("heapq", Complexity.LINEARITHMIC, NUMBERS, """
import heapq
def f(xs):
    heap = []
    for x in xs:
        heapq.heappush(heap, x)
    return [heapq.heappop(heap) for _ in xs]
"""),
    Known("pair loop", Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    inversions = 0
    for i in range(len(xs)):
        for j in range(i):
            inversions += xs[j] > xs[i]
    return inversions
"""),
    Known("dedupe by `in` a list", Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    kept = []
    for x in xs:
        if x not in kept:
            kept.append(x)
    return kept
"""),
    Known("longest common subsequence", Complexity.QUADRATIC, LETTERS, """
def f(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        new = [0]
        for j, y in enumerate(b):
            new.append(row[j] + 1 if x == y else max(row[j + 1], new[j]))
        row = new
    return row[-1]
"""),
    Known("pop(0)", Complexity.QUADRATIC, NUMBERS, """
def f(xs):
    total = 0
    while xs:
        total += xs.pop(0)
    return total
"""),
    Known("matrix product", Complexity.CUBIC, MATRICES, """
def f(a, b):
    n = len(a)
    return [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
"""),
    Known("naive Fibonacci", Complexity.EXPONENTIAL, RANDOM + "(n,)",
          "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n"),
)  # fmt: skip


def problem(known: Known) -> FrozenProblem:
    return FrozenProblem(
        id=known.name, version=1, kind="code", entry="f", imports=(), starter="", reference="", cases=(),
        source=Sources(big=known.big), growth=Growth("n", 1.0, 0.35, ()),
    )  # fmt: skip


def known_functions(judge: Judge, trials: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for trial in range(trials):
        for known in FUNCTIONS:
            started = time.monotonic()
            time_ = measure_growth(judge, problem(known), known.source).time
            found = time_.complexity
            rows.append({
                "function": known.name, "trial": trial, "wanted": str(known.wanted), "found": str(found),
                "exact": found is known.wanted,
                "off_by_a_degree": found is None or found.degree != known.wanted.degree,
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
        functions = known_functions(judge, args.trials)
        solutions = [] if args.skip_packs else packs(judge)
    exact = sum(bool(row["exact"]) for row in functions)
    off = [row for row in functions if row["off_by_a_degree"]]
    accused = [row for row in solutions if row["accused"]]
    seconds = [float(str(row["seconds"])) for row in functions]
    holds = exact >= SHARE_EXACT * len(functions) and not off and not accused
    if args.json:
        print(
            json.dumps(
                {"machine": facts, "functions": functions, "solutions": solutions, "holds": holds}, indent=1
            )
        )
        return 0 if holds else 1
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    for row in functions:
        if not row["exact"]:
            print(f"not exact: {row['function']}: {row['found']}, wanted {row['wanted']}")
    for row in solutions:
        if not row["right"]:
            print(f"not right: {row['problem']} {row['solution']}: {row['found']}")
    print(f"exact class           {exact} of {len(functions)}  bar {SHARE_EXACT:.0%}")
    print(f"off by a degree       {len(off)}  bar 0")
    print(
        f"seconds a function    median {statistics.median(seconds):.2f}, worst {max(seconds):.2f}"
        f"  bar {SECONDS} when idle"
    )
    right = sum(bool(row["right"]) for row in solutions)
    print(
        f"packs' solutions      {right} of {len(solutions)} right, {len(accused)} wrongly accused"
        "  bar 0 accused"
    )
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
