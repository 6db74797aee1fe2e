"""FSRS-6: whether the step is right, whether the learner's own parameters predict better, and what it costs.

    python benchmarks/memory.py [--json] [--learners 16] [--reviews 4000]
    python benchmarks/memory.py --log FILE.csv [--zone Europe/Berlin] [--json]

Without a log, learners are simulated: some whose parameters differ from the defaults, and as many who have
the defaults, for whom a new fit can only be noise. The log is a third party's, so it is never committed, and
no bar stands on it. Exit status 1: a bar is missed.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import fsrs_rs_python
import numpy as np
from figures import AtLeast, Ratio, Row, machine, tell
from memory_logs import drawn, read_log
from memory_scores import losses, scores
from memory_walk import DEFAULT, REFITTED, Walk, walk

from warmstart.recall.curve import interval
from warmstart.recall.fitting import fitted
from warmstart.recall.memory import Memory, Rating, after, recall_at
from warmstart.recall.parameters import DEFAULTS
from warmstart.recall.replay import Course
from warmstart.recall.tests.golden import GOLDEN, reviews
from warmstart.recall.tests.simulated import log
from warmstart.recall.tests.test_reference import sequences


@dataclass(frozen=True)
class Difference(Ratio):
    """As `Ratio`, of something tiny."""

    def __str__(self) -> str:
        held = "holds" if self.holds else "MISSED"
        return f"{self.name:<58} {self.value:9.1e}  bar {self.bar:g}: {held}"


def from_golden() -> float:
    """The largest difference; relative above 1."""
    memories: dict[str, Memory] = {}
    worst = 0.0
    for row, review in zip(GOLDEN["reviews"], reviews(), strict=True):
        before, wanted = memories.get(review.item), row["expected"]
        memory = memories[review.item] = after(before, review.rating, review.day, review.study_day)
        pairs = [
            (memory.stability, wanted["stability"]),
            (memory.difficulty, wanted["difficulty"]),
            (interval(memory.stability, 0.9), wanted["interval_90"]),
            (interval(memory.stability, 0.95), wanted["interval_95"]),
        ]
        if before is not None:
            pairs.append((recall_at(before, review.day), wanted["recall"]))
        worst = max(worst, *(abs(ours - theirs) / max(1.0, abs(theirs)) for ours, theirs in pairs))
    return worst


def from_reference(count: int = 2000) -> float:
    """The largest relative difference of stability and difficulty from fsrs-rs, which counts in 32 bits."""
    reference, worst = fsrs_rs_python.FSRS(parameters=list(DEFAULTS)), 0.0
    for course in sequences(random.Random(7), count):  # noqa: S311
        memory, theirs, day = None, None, 0
        for rating, gap in course:
            day += gap
            memory = after(memory, Rating(rating), float(day), day)
            states = reference.next_states(theirs, 0.9, gap)
            theirs = (states.again, states.hard, states.good, states.easy)[rating - 1].memory
            worst = max(worst, abs(memory.stability / theirs.stability - 1))
            worst = max(worst, abs(memory.difficulty / theirs.difficulty - 1))
    return worst


def costs() -> list[Row]:
    fold, short, long = Row("fold, a review"), Row("fit, 4,000 reviews"), Row("fit, 20,000 reviews")
    few, many = log(drawn(1), 4000, 1), log(drawn(1), 20000, 1)
    for _ in range(5):
        started, course = time.perf_counter(), Course()
        for review in few:
            course.add(review)
        fold.samples.append((time.perf_counter() - started) * 1e3 / len(few))
    for row, given, rounds in ((short, few, 5), (long, many, 3)):
        for _ in range(rounds):
            started = time.perf_counter()
            fitted(given)
            row.samples.append((time.perf_counter() - started) * 1e3)
    return [fold, short, long]


def gains(walks: Sequence[Walk]) -> tuple[float, float, float]:
    """Mean over learners of what re-optimising takes off the log loss, and its 95 % interval."""
    per = [
        float((losses(each.told[DEFAULT], each.asked) - losses(each.told[REFITTED], each.asked)).mean())
        for each in walks
    ]
    half = 1.96 * float(np.std(per, ddof=1)) / len(per) ** 0.5
    mean = float(np.mean(per))
    return mean, mean - half, mean + half


def told_of(name: str, walks: Sequence[Walk]) -> list[str]:
    asked = [row for each in walks for row in each.asked]
    lines = [f"{name}: {len(walks)} logs, {len(asked)} next-day reviews"]
    lines += [
        f"  {method:<32} {scores([p for each in walks for p in each.told[method]], asked)}"
        for method in walks[0].told
    ]
    for stage in sorted({stage for each in walks for stage in each.kept}):
        kept = [each.kept[stage] for each in walks if stage in each.kept]
        lines.append(f"  fit at {stage:>5}: kept {sum(kept)} of {len(kept)}")
    return lines


def on_log(path: Path, zone: str, as_json: bool) -> int:
    found = walk(read_log(path, ZoneInfo(zone)))
    if as_json:
        table = {method: scores(told, found.asked).as_json() for method, told in found.told.items()}
        print(json.dumps({"machine": machine(), "next_day": len(found.asked), "scores": table,
                          "kept": found.kept}, indent=1))  # fmt: skip
    else:
        print("\n".join(told_of(path.name, [found])))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--log", type=Path, metavar="FILE")
    parser.add_argument("--zone", default="UTC", help="of the log's learner; a study day begins at 04:00")
    parser.add_argument("--learners", type=int, default=16)
    parser.add_argument("--reviews", type=int, default=4000)
    args = parser.parse_args()
    if args.log:
        return on_log(args.log, args.zone, args.json)
    rows, facts = costs(), machine()
    own = [walk(log(drawn(seed), args.reviews, seed)) for seed in range(args.learners)]
    plain = [walk(log(DEFAULTS, args.reviews, 1000 + seed)) for seed in range(args.learners)]
    gained, lost = gains(own), gains(plain)
    refused = [not kept for each in plain for kept in each.kept.values()]
    ratios = [
        Difference("largest difference from the golden vectors", from_golden(), 1e-9),
        Difference("largest relative difference from fsrs-rs", from_reference(), 2e-5),
        Ratio("fit of 4,000 reviews, s", rows[1].median / 1e3, 3.0),
        AtLeast("log loss gained where learners differ, lower end x 1000", gained[1] * 1e3, 0.0),
        Ratio("log loss lost where learners are the default, x 1000", -lost[0] * 1e3, 2.0),
    ]
    notes = [
        *told_of("learners who differ from the defaults", own),
        f"  re-optimising gains {gained[0]:.4f} [{gained[1]:.4f}, {gained[2]:.4f}] of log loss",
        *told_of("learners who have the defaults", plain),
        f"  re-optimising gains {lost[0]:.4f} [{lost[1]:.4f}, {lost[2]:.4f}]; "
        f"the later slice refused {sum(refused)} of {len(refused)} fits",
    ]
    return tell(rows, ratios, facts, as_json=args.json, notes=notes)


if __name__ == "__main__":
    sys.exit(main())
