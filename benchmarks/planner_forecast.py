"""How true the forecasts of rounds are that a learner would have been shown."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from planner_study import Study
from planner_world import Array, pass_chance, passes

from warmstart.skills.readiness import forecast

DAYS = (5, 15, 25, 30)
BINS = 10
ECE = {5: 0.07, 30: 0.03}
COVERED = (0.75, 0.92)


@dataclass(frozen=True)
class Forecast:
    """Of one round on one day, as if the interview were then. `true`: the score without luck."""

    day: int
    p: float
    passed: bool
    score: float
    low: float
    high: float
    true: float


@dataclass(frozen=True)
class Told:
    """Of all learners on one day. `ece_of_truth`: what whoever knew the true scores would have, which is
    the luck of the draw in a sample of this size. `ece_without_luck`: the forecast's against true chances."""

    day: int
    rounds: int
    passed: float
    ece: float
    ece_of_truth: float
    ece_without_luck: float
    covered: float
    brier: float
    brier_of_constant: float
    rmse: float

    def __str__(self) -> str:
        return (
            f"forecast on day {self.day:>2}, {self.rounds} rounds: {self.passed:.3f} passed, "
            f"ECE {self.ece:.3f} (of the truth {self.ece_of_truth:.3f}, "
            f"without luck {self.ece_without_luck:.3f}), "
            f"80 % intervals cover {self.covered:.3f}, "
            f"Brier {self.brier:.3f} (constant {self.brier_of_constant:.3f}), "
            f"RMSE of the score {self.rmse:.3f}"
        )


def forecasts(study: Study, number: int) -> list[Forecast]:
    """Today's, on the days that are looked at."""
    if study.day not in DAYS:
        return []
    rng = np.random.default_rng((number, study.day, 11))
    now, true = study.now(), study.truth.scores(study.day).tolist()
    found = []
    for each, score in zip(study.truth.rounds, true, strict=True):
        shown = forecast(each, now)
        passed = passes(score, float(rng.normal()))
        found.append(Forecast(study.day, shown.p, passed, shown.score, shown.low, shown.high, score))
    return found


def told(found: Sequence[Forecast]) -> list[Told]:
    days = sorted({each.day for each in found})
    return [_told(day, [each for each in found if each.day == day]) for day in days]


def _told(day: int, found: Sequence[Forecast]) -> Told:
    p, passed = np.array([each.p for each in found]), np.array([float(each.passed) for each in found])
    chances = np.array([pass_chance(each.true) for each in found])
    errors = np.array([each.score - each.true for each in found])
    rate = float(passed.mean())
    return Told(
        day=day,
        rounds=len(found),
        passed=rate,
        ece=calibration_error(p, passed),
        ece_of_truth=calibration_error(chances, passed),
        ece_without_luck=calibration_error(p, chances),
        covered=float(np.mean([each.low <= each.true <= each.high for each in found])),
        brier=float(((p - passed) ** 2).mean()),
        brier_of_constant=rate * (1.0 - rate),
        rmse=float(np.sqrt((errors**2).mean())),
    )


def calibration_error(p: Array, passed: Array) -> float:
    """Over bins of equal mass."""
    order = np.argsort(p, kind="stable")
    bins = np.array_split(order, BINS)
    return float(sum(len(b) * abs(p[b].mean() - passed[b].mean()) for b in bins if len(b)) / len(p))
