"""How sure somebody was, against how right they were: a fold over answers with a stated confidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from warmstart.skills.reliability import NORMAL, wilson
from warmstart.web.practice.posting import CONFIDENCES

FEW = 20
"""Answers under which the figures say more about chance than about the learner."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One answer: how sure, in percent, that it is good; whether it was."""

    confidence: int
    good: bool


@dataclass(frozen=True, slots=True)
class Step:
    """All answers at one confidence. `low`, `high`: where the true share lies, nineteen times in twenty."""

    confidence: int
    answers: int
    good: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.good / self.answers


@dataclass(frozen=True, slots=True)
class Calibration:
    """`brier`: mean squared distance of confidence and outcome; 0 is perfect, 0.25 is always saying 50 %."""

    answers: int
    brier: float
    sure: float
    good: float
    steps: tuple[Step, ...]

    @property
    def few(self) -> bool:
        return self.answers < FEW

    @property
    def left(self) -> int:
        """How many more answers the figures need before they are read."""
        return max(0, FEW - self.answers)

    @property
    def verdict(self) -> str:
        """One sentence, only where it is more than chance; empty: too few answers."""
        if self.few:
            return ""
        gap, chance = (
            self.sure - self.good,
            NORMAL * sqrt(max(self.good * (1 - self.good), 0.05) / self.answers),
        )
        if abs(gap) <= chance:
            return "Overall you are about as sure as you are right; what is left may be chance."
        way = "surer than you are right" if gap > 0 else "righter than you are sure"
        return f"You are {way}: by {abs(round(100 * gap))} percentage points on average."


def calibration(stated: Sequence[Stated]) -> Calibration | None:
    """None: nothing was stated yet. Brier 1950."""
    if not stated:
        return None
    n = len(stated)
    return Calibration(
        answers=n,
        brier=sum((each.confidence / 100 - each.good) ** 2 for each in stated) / n,
        sure=sum(each.confidence for each in stated) / (100 * n),
        good=sum(each.good for each in stated) / n,
        steps=tuple(
            _step(at, own) for at in CONFIDENCES if (own := [s for s in stated if s.confidence == at])
        ),
    )


def _step(confidence: int, own: Sequence[Stated]) -> Step:
    good = sum(each.good for each in own)
    return Step(confidence, len(own), good, *wilson(good, len(own)))
