"""Mastery: fifteen path-sum Kalman filters over root, area, skill and item, mixed by running likelihood.

An attempt at an item of difficulty b succeeds with the chance sigmoid(root + area + skill + item - b); each
node is a Gaussian, and each attempt moves the nodes on its path by their share of the surprise. The mixture
with fixed share is that of Herbster and Warmuth, Tracking the best expert, 1998.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Any

import numpy as np

from warmstart.skills.filters import SHARE, Array, Filters, shipped
from warmstart.skills.recalibration import Recalibration, sigmoid

_PI_8 = 0.3926990817
_Z80 = 1.2815515655446004
_LEAST = 1e-4
ROOT = ""


@dataclass(frozen=True, slots=True)
class Share:
    """That an item trains a skill; the loadings of an item sum to 1."""

    skill: str
    area: str
    loading: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One attempt as the bank sees it. `difficulty` in logits, `y` in [0, 1], `guess`: chance of who guesses.

    `item` None: of no item that could come again. `weight`: how far it counts beside a first submission.
    """

    id: str
    day: float
    skills: tuple[Share, ...]
    item: str | None
    difficulty: float
    y: float
    weight: float = 1.0
    difficulty_variance: float = 0.0
    guess: float = 0.0


@dataclass(frozen=True, slots=True)
class Prediction:
    """`p`: mixed; `recalibrated`: what is shown; `low`, `high`: ends of the 80 % interval."""

    p: float
    recalibrated: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many logits an attempt moved each level, drift left out; mixed by the weights before it.

    `chance`: of success, as it was told before it.
    """

    total: float
    skill: float
    area: float
    overall: float
    item: float
    chance: float


@dataclass(frozen=True, slots=True)
class Mastery:
    """Chance with a medium item of the skill, never seen. `last_day` None: no attempt yet."""

    p: float
    low: float
    high: float
    attempts: int
    last_day: float | None


@dataclass(frozen=True, slots=True)
class SkillLogit:
    """root + area + skill, aged to the day asked for. `var_skill`: of what is the skill's alone, with how
    far the filters disagree; `var_shared`: of root and area."""

    mean: float
    var_skill: float
    var_shared: float


class Bank:
    """A fold of evidence in the order of (day, id)."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters
        size = len(filters.m0)
        self.weights: Array = np.full(size, 1.0 / size)
        self.recalibration = Recalibration()
        self._index: dict[tuple[str, str], int] = {}
        self._mean: Array = np.zeros((64, size))
        self._var: Array = np.zeros((64, size))
        self._last: dict[int, float] = {}
        self._attempts: dict[int, int] = {}
        self._node("root", ROOT)

    @classmethod
    def fresh(cls, area_level: bool = True) -> "Bank":
        return cls(shipped(area_level=area_level))

    def copy(self) -> "Bank":
        """Goes on apart from this one."""
        other = Bank.__new__(Bank)
        other.filters, other.weights = self.filters, self.weights
        other.recalibration = Recalibration()
        other.recalibration.state = list(self.recalibration.state)
        other._index, other._last = dict(self._index), dict(self._last)
        other._attempts = dict(self._attempts)
        other._mean, other._var = self._mean.copy(), self._var.copy()
        return other

    def _prior(self, level: str) -> tuple[Array | float, Array]:
        each = self.filters
        match level:
            case "root":
                return each.m0, each.v_root
            case "area":
                return 0.0, each.v_area
            case "skill":
                return 0.0, each.v_skill
            case _:
                return 0.0, each.v_item

    def _node(self, level: str, name: str) -> int:
        found = self._index.get((level, name))
        if found is not None:
            return found
        found = self._index[(level, name)] = len(self._index)
        if found == len(self._mean):
            self._mean = np.concatenate([self._mean, np.zeros_like(self._mean)])
            self._var = np.concatenate([self._var, np.zeros_like(self._var)])
        self._mean[found], self._var[found] = self._prior(level)
        return found

    def _aged(self, mean: Array, var: Array, gap: float) -> tuple[Array, Array]:
        """A skill's, `gap` days after its last attempt."""
        each = self.filters
        return mean - each.forget * log1p(gap), np.minimum(var + each.q_day * gap, 2.0 * each.v_skill)

    def _seen(self, level: str, name: str, day: float) -> tuple[Array | float, Array]:
        """Mean and variance as of `day`; nothing is changed."""
        found = self._index.get((level, name))
        if found is None:
            return self._prior(level)
        mean, var = self._mean[found], self._var[found]
        gap = day - self._last.get(found, day)
        return self._aged(mean, var, gap) if gap > 0 else (mean, var)

    def _path(self, asked: Evidence) -> list[tuple[str, str, float]]:
        """(level, name, loading) of every node of the path."""
        areas: dict[str, float] = {}
        for share in asked.skills:
            areas[share.area] = areas.get(share.area, 0.0) + share.loading
        path = [("root", ROOT, 1.0), *(("area", area, h) for area, h in areas.items())]
        path += [("skill", share.skill, share.loading) for share in asked.skills]
        return path if asked.item is None else [*path, ("item", asked.item, 1.0)]

    def _moments(self, asked: Evidence, day: float) -> tuple[Array, Array]:
        """Mean and variance of the logit, by filter."""
        mean: Array = np.full(len(self.weights), -asked.difficulty)
        var: Array = np.full(len(self.weights), asked.difficulty_variance)
        for level, name, loading in self._path(asked):
            m, v = self._seen(level, name, day)
            mean = mean + loading * m
            var = var + loading * loading * v
        return mean, var

    def predict(self, asked: Evidence, day: float) -> Prediction:
        """Its `y` and `weight` are not looked at; nothing is changed."""
        mean, var = self._moments(asked, day)
        p = float(self.weights @ _chance(mean, var, asked.guess)[0])
        middle, spread = self._mixture(mean, var)
        low, high = (_floored(middle + side * _Z80 * spread**0.5, asked.guess) for side in (-1.0, 1.0))
        return Prediction(p, self.recalibration.shown(p), low, high)

    def _mixture(self, mean: Array, var: Array) -> tuple[float, float]:
        middle = float(self.weights @ mean)
        return middle, float(self.weights @ (var + mean * mean)) - middle * middle

    def update(self, seen: Evidence) -> Moved:
        """Fold one attempt in."""
        path = self._path(seen)
        rows = [self._node(level, name) for level, name, _ in path]
        skills = [n for n, (level, _, _) in enumerate(path) if level == "skill"]
        for n in skills:
            self._age(rows[n], seen.day)
        h = np.array([loading for *_, loading in path])[:, None]
        means, variances = self._mean[rows], self._var[rows]
        hv = h * variances
        mean = (h * means).sum(axis=0) - seen.difficulty
        var = (h * hv).sum(axis=0) + seen.difficulty_variance
        p, dq = _chance(mean, var, seen.guess)
        den = p * (1.0 - p) + 1e-9
        bend = seen.weight * dq * dq / den
        c = 1.0 / (1.0 + var * bend)
        deltas = hv * (seen.weight * (seen.y - p) * dq / den * c)
        self._mean[rows] = means + deltas
        self._var[rows] = variances - hv * hv * (bend * c)
        moved = self._moved(path, deltas, p)
        self._drift(path, rows, seen)
        self._mix(p, seen.y)
        return moved

    def _age(self, row: int, day: float) -> None:
        gap = day - self._last.get(row, day)
        if gap > 0:
            self._mean[row], self._var[row] = self._aged(self._mean[row], self._var[row], gap)
        self._last[row] = max(day, self._last.get(row, day))
        self._attempts[row] = self._attempts.get(row, 0) + 1

    def _moved(self, path: Sequence[tuple[str, str, float]], deltas: Array, p: Array) -> Moved:
        mixed = deltas @ self.weights
        levels = {"root": 0.0, "area": 0.0, "skill": 0.0, "item": 0.0}
        for (level, _, loading), delta in zip(path, mixed, strict=True):
            levels[level] += loading * float(delta)
        total = sum(levels.values())
        chance = self.recalibration.shown(float(self.weights @ p))
        return Moved(total, levels["skill"], levels["area"], levels["root"], levels["item"], chance)

    def _drift(self, path: Sequence[tuple[str, str, float]], rows: Sequence[int], seen: Evidence) -> None:
        each = self.filters
        self._var[0] += each.q_root
        for (level, _, loading), row in zip(path, rows, strict=True):
            if level == "skill":
                self._mean[row] += loading * (each.learn_right * seen.y + each.learn_wrong * (1.0 - seen.y))
                self._var[row] += loading * each.q_skill
            elif level == "item":
                self._mean[row] += each.item_gain

    def _mix(self, p: Array, y: float) -> None:
        mixed = float(self.weights @ p)
        likelihood = y * np.log(np.maximum(p, _LEAST)) + (1.0 - y) * np.log(np.maximum(1.0 - p, _LEAST))
        weights = self.weights * np.exp(likelihood)
        self.weights = (1.0 - SHARE) * weights / weights.sum() + SHARE / len(weights)
        self.recalibration.add(mixed, y)

    def mastery(self, skill: str, area: str, day: float) -> Mastery:
        found = self.predict(Evidence("", day, (Share(skill, area, 1.0),), None, 0.0, 0.0), day)
        row = self._index.get(("skill", skill), -1)
        return Mastery(
            found.recalibrated, found.low, found.high, self._attempts.get(row, 0), self._last.get(row)
        )

    def logit(self, skill: str, area: str, day: float) -> SkillLogit:
        """Moments matched over the filters: how far they disagree goes with the skill."""
        parts = [
            self._seen("root", ROOT, day),
            self._seen("area", area, day),
            self._seen("skill", skill, day),
        ]
        mean = parts[0][0] + parts[1][0] + parts[2][0]
        middle, spread = self._mixture(np.asarray(mean), parts[0][1] + parts[1][1] + parts[2][1])
        shared = float(self.weights @ (parts[0][1] + parts[1][1]))
        return SkillLogit(middle, max(spread - shared, 0.0), shared)

    def spread(self, skill: str, area: str, day: float) -> tuple[float, float, float, float]:
        """Mixed over the filters: mean of the skill's logit, and the variances of root, area and skill."""
        root, group, own = (
            self._seen(level, name, day) for level, name in (("root", ROOT), ("area", area), ("skill", skill))
        )
        mean = float(self.weights @ np.asarray(root[0] + group[0] + own[0]))
        variances = [float(self.weights @ each[1]) for each in (root, group, own)]
        return mean, variances[0], variances[1], variances[2]

    def as_json(self) -> dict[str, Any]:
        """Exact: a bank read back goes on the same to the last bit. The filters are not in it."""
        size = len(self._index)
        return {
            "nodes": [list(key) for key in self._index],
            "mean": self._mean[:size].tolist(),
            "var": self._var[:size].tolist(),
            "last": {str(row): day for row, day in self._last.items()},
            "attempts": {str(row): n for row, n in self._attempts.items()},
            "weights": self.weights.tolist(),
            "recalibration": self.recalibration.state,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], filters: Filters | None = None) -> "Bank":
        """`filters` None: those that the product uses."""
        bank = cls(filters or shipped(area_level=True))
        bank._index = {(level, name): n for n, (level, name) in enumerate(data["nodes"])}
        bank._mean, bank._var = np.array(data["mean"]), np.array(data["var"])
        bank._last = {int(row): day for row, day in data["last"].items()}
        bank._attempts = {int(row): n for row, n in data["attempts"].items()}
        bank.weights = np.array(data["weights"])
        bank.recalibration.state = list(data["recalibration"])
        return bank


def _chance(mean: Array, var: Array, guess: float) -> tuple[Array, Array]:
    """Chance of success by filter, and its slope against the logit."""
    k = 1.0 / np.sqrt(1.0 + _PI_8 * var)
    q = 1.0 / (1.0 + np.exp(np.clip(-k * mean, -700.0, 700.0)))
    return guess + (1.0 - guess) * q, (1.0 - guess) * q * (1.0 - q) * k


def _floored(logit: float, guess: float) -> float:
    return guess + (1.0 - guess) * sigmoid(logit)


def folded(evidence: Iterable[Evidence], bank: Bank | None = None) -> Bank:
    """All of it, in its order."""
    bank = bank or Bank.fresh()
    for each in evidence:
        bank.update(each)
    return bank
