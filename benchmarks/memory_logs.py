"""Logs to measure on: a file of the optimiser's de-facto columns, or learners drawn by seed."""

import csv
import random
from datetime import UTC, datetime, timedelta, tzinfo
from math import log as ln
from pathlib import Path

from warmstart.recall.days import real_day, study_day
from warmstart.recall.memory import Rating
from warmstart.recall.parameters import DEFAULTS, HIGH, LOW, Parameters
from warmstart.recall.replay import Review

SPREAD, DECAY, SPREAD_OF_DECAY = 0.25, 0.2, 0.45


def read_log(path: Path, zone: tzinfo) -> list[Review]:
    """Columns card_id, review_time (ms since 1970) and review_rating (1 to 4; others are left out)."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for place, row in enumerate(csv.DictReader(file)):
            if row["review_rating"] not in {"1", "2", "3", "4"}:
                continue
            at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=float(row["review_time"]))
            rating = Rating(int(row["review_rating"]))
            found.append(Review(row["card_id"], real_day(at), study_day(at, zone), rating, f"{place:09d}"))
    return sorted(found, key=lambda each: (each.day, each.id))


def drawn(seed: int) -> Parameters:
    """A learner whose parameters differ from the defaults, as in the planner's simulator."""
    rng = random.Random(seed)  # noqa: S311
    raw = [value * rng.lognormvariate(0, SPREAD) for value in DEFAULTS[:20]]
    raw.append(rng.lognormvariate(ln(DECAY), SPREAD_OF_DECAY))
    return tuple(min(max(value, low), high) for value, low, high in zip(raw, LOW, HIGH, strict=True))
