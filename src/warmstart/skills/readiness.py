"""Readiness for one round of an interview: a score with its uncertainty, and the chance to pass with both.

Values marked J are the simulator's: judgements. z is a skill's logit divided by A.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import erf, exp, sqrt

A, KAPPA, DEMAND = 1.3, 1.2, 0.5
"""[J] Scale of z, what recall adds to it, and what an interview demands."""
BAR, LUCK = 0.62, 0.10
"""[J] Score at which a round is passed, and the luck of the draw (a standard deviation)."""
MODEL_ERROR = 0.06
"""[J] Standard deviation, added where mock rounds correct the model."""
ENOUGH_MOCKS = 2
"""Below this many mock rounds a range is told, never a bare percentage."""
_Z80 = 1.2816
PRIOR, UNSEEN = 4.0, 0.8


@dataclass(frozen=True, slots=True)
class RoundSpec:
    """`weight`: of the round in the interview. `alpha`: how far it asks for what one remembers, rather than
    for what one can do. `skills`: weights that sum to 1."""

    id: str
    title: str
    weight: float
    alpha: float
    skills: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SkillNow:
    """Of a skill at the asked instant, in units of z; `recall`: K, the mean recall of its items."""

    z: float
    var_skill: float
    var_shared: float
    recall: float


@dataclass(frozen=True, slots=True)
class RoundForecast:
    """`low`, `high`: 80 % interval of the score; `p_low`, `p_high`: chance to pass at its ends."""

    score: float
    low: float
    high: float
    variance: float
    p: float
    p_low: float
    p_high: float
    mocks: int

    @property
    def enough(self) -> bool:
        """Whether `p` may be told by itself."""
        return self.mocks >= ENOUGH_MOCKS


def ability(z: float, recall: float) -> float:
    """x: the chance to solve what an interview asks of the skill."""
    logit = A * (z + KAPPA * (recall - 0.5) - DEMAND)
    return 1.0 / (1.0 + exp(-logit)) if logit >= 0 else exp(logit) / (1.0 + exp(logit))


def quality(alpha: float, z: float, recall: float) -> float:
    """q: expected score on the skill."""
    return alpha * recall + (1.0 - alpha) * ability(z, recall)


def slope_z(alpha: float, z: float, recall: float) -> float:
    """dq/dz."""
    x = ability(z, recall)
    return (1.0 - alpha) * A * x * (1.0 - x)


def slope_recall(alpha: float, z: float, recall: float) -> float:
    """dq/dK."""
    x = ability(z, recall)
    return alpha + (1.0 - alpha) * A * KAPPA * x * (1.0 - x)


def forecast(round_: RoundSpec, skills: Mapping[str, SkillNow], mocks: Sequence[float] = ()) -> RoundForecast:
    """`skills`: every one of the round's. `mocks`: scores of mock rounds, none of them in the bank as well.

    The variance of the score by the delta method: skills apart, root and area together.
    """
    score = variance = shared = together = 0.0
    for skill, weight in round_.skills.items():
        now = skills[skill]
        steep = weight * slope_z(round_.alpha, now.z, now.recall)
        score += weight * quality(round_.alpha, now.z, now.recall)
        variance += steep * steep * now.var_skill
        together += steep
        shared += weight * now.var_shared
    variance += together * together * shared
    if mocks:
        score, variance = _with_mocks(score, variance, mocks)
    return _told(score, variance, len(mocks))


def _with_mocks(score: float, variance: float, mocks: Sequence[float]) -> tuple[float, float]:
    before = variance + MODEL_ERROR**2
    pull = before / (before + LUCK**2 / len(mocks))
    return score + pull * (sum(mocks) / len(mocks) - score), before * (1.0 - pull)


def _told(score: float, variance: float, mocks: int) -> RoundForecast:
    side = _Z80 * sqrt(variance)
    low, high = max(score - side, 0.0), min(score + side, 1.0)
    return RoundForecast(
        score=score,
        low=low,
        high=high,
        variance=variance,
        p=_normal((score - BAR) / sqrt(LUCK**2 + variance)),
        p_low=_normal((low - BAR) / LUCK),
        p_high=_normal((high - BAR) / LUCK),
        mocks=mocks,
    )


def _normal(x: float) -> float:
    return 0.5 * (1.0 + erf(x / sqrt(2.0)))


def recall_of_skill(
    recalls: Sequence[float], unseen: int, known: int, known_anywhere: int, seen_anywhere: int
) -> float:
    """K: mean recall of a skill's items. `recalls`: of those that were met; of the others `unseen` there are.

    `known`: of the skill's met ones, those rated easy at first sight; the same over all skills is the prior.
    """
    total = len(recalls) + unseen
    if not total:
        return 0.0
    return (
        sum(recalls) + unseen * UNSEEN * known_share(len(recalls), known, known_anywhere, seen_anywhere)
    ) / total


def known_share(seen: int, known: int, known_anywhere: int, seen_anywhere: int) -> float:
    """kappa: share of the unseen items that one knows already."""
    prior = (1.0 + known_anywhere) / (3.0 + seen_anywhere)
    return (PRIOR * prior + known) / (PRIOR + seen)
