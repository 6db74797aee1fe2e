"""What folding evidence costs: an attempt, a replay of 10,000 and of 100,000, and a choice of the placement.

    python benchmarks/bank_cost.py [--json]

Seeded attempts at 600 items of 90 skills in 13 areas, fifteen a day. Beside it the largest difference from
the golden vectors of the tests. Times are of the process' own CPU. Exit status 1: a bar is missed.
"""

import argparse
import json
import random
import statistics
import sys
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

from warmstart.skills.bank import Bank, Evidence, Share, folded
from warmstart.skills.filters import Filters
from warmstart.skills.placement import next_item
from warmstart.skills.tests.golden import ATTEMPTS, GOLDEN, evidence_of

SEED = 20261123
AREAS, SKILLS, ITEMS, A_DAY = 13, 90, 600, 15
CANDIDATES = 230
BARS = {
    "attempt_us": 300.0,
    "replay_10000_s": 3.0,
    "placement_ms": 50.0,
    "golden_difference": 1e-9,
}


def items(rng: random.Random) -> list[tuple[tuple[Share, ...], str, float]]:
    """One in four trains two skills, 7 to 3."""
    found = []
    for number in range(ITEMS):
        one, two = rng.sample(range(SKILLS), 2)
        loadings = [(one, 0.7), (two, 0.3)] if number % 4 == 0 else [(one, 1.0)]
        shares = tuple(Share(f"s{skill}", f"a{skill % AREAS}", loading) for skill, loading in loadings)
        found.append((shares, f"i{number}", float(rng.choice((-1, 0, 1)))))
    return found


def log(count: int) -> list[Evidence]:
    rng = random.Random(SEED)  # noqa: S311 - a study, not a secret
    offered = items(rng)
    rows = []
    for number in range(count):
        shares, item, difficulty = rng.choice(offered)
        y = rng.choice((0.0, 0.5, 1.0, 1.0))
        rows.append(Evidence(f"{number:06}", number / A_DAY, shares, item, difficulty, y, 1.0, 0.4))
    return rows


def seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


def golden_difference() -> float:
    """Of predictions, levels moved, weights and probes; the tests compare end nodes too."""
    return max(_of_single(), _of_bank())


def _of_single() -> float:
    bank = Bank(Filters.of([GOLDEN["single"]["hyper_parameters"]]))
    worst = 0.0
    for seen, wanted in zip(ATTEMPTS, GOLDEN["single"]["expected"], strict=True):
        worst = max(worst, abs(bank.predict(seen, seen.day).p - float(wanted["p"])))
        moved = bank.update(seen)
        found = {"root": moved.overall, "area": moved.area, "skill": moved.skill, "item": moved.item}
        worst = max(worst, *(abs(found[level] - float(delta)) for level, delta in wanted["moved"].items()))
    return worst


def _of_bank() -> float:
    bank, wanted = Bank.fresh(area_level=False), GOLDEN["bank"]
    worst = 0.0
    for seen, expected in zip(ATTEMPTS, wanted["expected"], strict=True):
        told = bank.predict(seen, seen.day)
        worst = max(worst, abs(told.p - expected["p"]), abs(told.recalibrated - expected["recalibrated"]))
        bank.update(seen)
    ends = zip(bank.weights.tolist(), wanted["weights_at_end"], strict=True)
    probes = [(bank.predict(evidence_of(row), row["day"]), row["expected"]) for row in GOLDEN["probes"]]
    differences = [
        worst,
        *(abs(found - end) for found, end in ends),
        *(abs(told.p - expected["p"]) for told, expected in probes),
        *(abs(told.low - expected["low80"]) for told, expected in probes),
        *(abs(told.high - expected["high80"]) for told, expected in probes),
    ]
    return float(max(differences))


def measured() -> dict[str, Any]:
    rows = log(100_000)
    bank = folded(rows[:2000])
    batches = [rows[start : start + 200] for start in range(2000, 6000, 200)]
    attempt = statistics.median(seconds(partial(folded, batch, bank)) for batch in batches)
    tried = [seconds(partial(next_item, bank, rows[:CANDIDATES], 500.0)) for _ in range(9)]
    return {
        "attempt_us": attempt / 200 * 1e6,
        "replay_10000_s": seconds(partial(folded, rows[:10_000])),
        "replay_100000_s": seconds(partial(folded, rows)),
        "placement_ms": statistics.median(tried) * 1e3,
        "golden_difference": golden_difference(),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measured()
    missed = [name for name, bar in BARS.items() if found[name] > bar]
    if asked.json:
        print(json.dumps({"figures": found, "bars": BARS, "missed": missed}, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:<20} {value:12.4g}" + (f"  bar {BARS[name]:g}" if name in BARS else ""))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
