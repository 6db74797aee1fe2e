"""What planning is worth: a month of 200 simulated learners under each policy, and how true forecasts are.

    python benchmarks/planner.py [--learners 200] [--days 30] [--minutes 45] [--processes 2] [--json]

Score: expected on the interview day, of all rounds by their weights; "all rounds": chance to pass every one.
Differences are of the same learners, with 95 % intervals. Forecasts are those that d* would have shown.
Seeds are fixed. Exit status 1: a bar is missed.
"""

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from typing import TypedDict

import numpy as np
from planner_forecast import COVERED, ECE, Forecast, Told, forecasts, told
from planner_policies import POLICIES
from planner_study import Oracle, Study
from planner_world import ROUNDS, Array, Truth, pass_chance, world

SEED = 20261123
BEST, ORDER, ORACLE = "d* greedy, rho 1/2", "c' same, 40 new a day", "h oracle d*"
ABOVE_ORDER, BELOW_ORACLE = 0.040, 0.016
LATER = 14
"""Days after the interview at which the score is told once more."""


@dataclass(frozen=True)
class Month:
    """Of one learner under one policy."""

    score: float
    passed: float
    all_rounds: float
    later: float
    forecasts: tuple[Forecast, ...] = ()


def lived(number: int, *, names: Sequence[str], days: int, minutes: float) -> dict[str, Month]:
    """A learner's month under every policy, from the same start."""
    return {name: _month(number, name, days, minutes) for name in names}


def _month(number: int, name: str, days: int, minutes: float) -> Month:
    truth = Truth(world(), (SEED, number))
    study = (Oracle if name == ORACLE else Study)(truth, days, minutes)
    kept: list[Forecast] = []
    for day in range(days):
        study.begin(day)
        if name == BEST:
            kept += forecasts(study, number)
        POLICIES[name](study)
    study.begin(days)
    if name == BEST:
        kept += forecasts(study, number)
    scores = truth.scores(days)
    chances = [pass_chance(score) for score in scores.tolist()]
    return Month(
        score=_whole(scores),
        passed=float(np.mean(chances)),
        all_rounds=math.prod(chances),
        later=_whole(truth.scores(days + LATER)),
        forecasts=tuple(kept),
    )


def _whole(scores: Array) -> float:
    return float(sum(weight * score for (_, weight, *_), score in zip(ROUNDS, scores, strict=True)))


def unstudied(learners: int, days: int) -> float:
    """Score on the interview day if nobody does anything."""
    return float(np.mean([_whole(Truth(world(), (SEED, n)).scores(days)) for n in range(learners)]))


def difference(of: Sequence[Month], than: Sequence[Month]) -> tuple[float, float, float]:
    """Mean rise of the score, and its 95 % interval."""
    found = np.array([a.score - b.score for a, b in zip(of, than, strict=True)])
    side = 1.96 * float(found.std(ddof=1)) / math.sqrt(len(found)) if len(found) > 1 else math.nan
    return float(found.mean()), float(found.mean()) - side, float(found.mean()) + side


class Row(TypedDict):
    """Means over the learners."""

    score: float
    passed: float
    all_rounds: float
    later: float
    best_minus_it: tuple[float, float, float]


def row(months: Sequence[Month], best: Sequence[Month]) -> Row:
    return {
        "score": float(np.mean([month.score for month in months])),
        "passed": float(np.mean([month.passed for month in months])),
        "all_rounds": float(np.mean([month.all_rounds for month in months])),
        "later": float(np.mean([month.later for month in months])),
        "best_minus_it": difference(best, months),
    }


@dataclass(frozen=True)
class Bar:
    """`least`: whether the value must reach the bar, rather than stay at or under it."""

    value: float
    bar: float
    least: bool = False

    @property
    def holds(self) -> bool:
        return self.value >= self.bar if self.least else self.value <= self.bar

    def __str__(self) -> str:
        sign = ">=" if self.least else "<="
        return f"{self.value:.4f}  bar {sign} {self.bar:g}: {'holds' if self.holds else 'MISSED'}"


def bars_of(by_name: Mapping[str, Sequence[Month]], shown: Sequence[Told]) -> dict[str, Bar]:
    found = {
        "d* - c'": Bar(difference(by_name[BEST], by_name[ORDER])[0], ABOVE_ORDER, least=True),
        "oracle - d*": Bar(difference(by_name[ORACLE], by_name[BEST])[0], BELOW_ORACLE),
    }
    for each in shown:
        if (bar := ECE.get(each.day)) is not None:
            found[f"ECE on day {each.day}"] = Bar(each.ece, bar)
        found[f"80 % intervals on day {each.day} cover"] = Bar(each.covered, COVERED[0], least=True)
        found[f"80 % intervals on day {each.day} cover at most"] = Bar(each.covered, COVERED[1])
    return found


def main() -> int:
    options = _options()
    live = partial(lived, names=list(POLICIES), days=options.days, minutes=options.minutes)
    with ProcessPoolExecutor(max(1, min(options.processes, 2))) as pool:
        found = list(pool.map(live, range(options.learners), chunksize=2))
    by_name = {name: [each[name] for each in found] for name in POLICIES}
    rows = {name: row(months, by_name[BEST]) for name, months in by_name.items()}
    shown = told([each for month in by_name[BEST] for each in month.forecasts])
    bars = bars_of(by_name, shown)
    idle = unstudied(options.learners, options.days)
    if options.json:
        setting = {key: getattr(options, key) for key in ("learners", "days", "minutes")}
        held = {name: asdict(bar) | {"holds": bar.holds} for name, bar in bars.items()}
        result = {"no_study": idle, "policies": rows, "forecast": [asdict(each) for each in shown]}
        print(json.dumps(setting | {"seed": SEED} | result | {"bars": held}, indent=1))
    else:
        print(f"{options.learners} learners, {options.days} days of {options.minutes:g} minutes, seed {SEED}")
        _print(rows, idle, shown, bars)
    return int(not all(bar.holds for bar in bars.values()))


def _print(rows: Mapping[str, Row], idle: float, shown: Sequence[Told], bars: Mapping[str, Bar]) -> None:
    print(f"{'policy':<38} score  P(pass)  all rounds  D+{LATER}   d* minus it")
    print(f"{'no study':<38} {idle:.3f}")
    for name, each in rows.items():
        mean, low, high = each["best_minus_it"]
        print(
            f"{name:<38} {each['score']:.3f}  {each['passed']:.3f}    {each['all_rounds']:.3f}       "
            f"{each['later']:.3f}  {mean:+.4f} [{low:+.4f}, {high:+.4f}]"
        )
    for day in shown:
        print(day)
    for name, bar in bars.items():
        print(f"{name:<38} {bar}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=45.0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
