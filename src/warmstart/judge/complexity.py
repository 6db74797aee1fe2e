"""Which class a cost grows in, told from costs at several sizes; pure arithmetic.

A cost is fitted by a + b f(n) with a, b >= 0 over seven classes, an exponential by b c^n with its base
free, by least squares of the *relative* residuals: a cost at n = 16 counts as much as one at n = 4096.
The Bayesian information criterion (Schwarz 1978), m ln(RSS / m) + k ln m, picks; classes whose BIC is
within `CLOSE` of the best cannot be excluded.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

CLOSE = 6.0
"""Difference in BIC up to which a class is not excluded (Kass and Raftery 1995 call 6 to 10 strong)."""

LEAST_POINTS = 4
LEAST_RISE = 0.2
"""Share of the constant part by which the growing part must lift the largest cost."""

_FLOOR = 1e-7
"""Least mean squared relative residual: counts may fit to the last digit, and ln 0 decides nothing."""


class Complexity(Enum):
    """Growth classes in rising order. `degree`: of the polynomial, a log counting for nothing."""

    CONSTANT = ("1", 0.0)
    LOGARITHMIC = ("log n", 0.0)
    LINEAR = ("n", 1.0)
    LINEARITHMIC = ("n log n", 1.0)
    QUADRATIC = ("n^2", 2.0)
    CUBIC = ("n^3", 3.0)
    EXPONENTIAL = ("2^n", math.inf)

    def __init__(self, formula: str, degree: float) -> None:
        self.formula = formula
        self.degree = degree

    def __str__(self) -> str:
        return self.formula

    def of(self, n: float) -> float:
        """f(n)."""
        match self:
            case Complexity.CONSTANT:
                return 1.0
            case Complexity.LOGARITHMIC:
                return math.log2(n + 1)
            case Complexity.LINEARITHMIC:
                return n * math.log2(n + 1)
            case Complexity.EXPONENTIAL:
                return math.pow(2.0, min(n, 1000))
            case _:
                return math.pow(n, self.degree)


@dataclass(frozen=True, slots=True)
class Fit:
    """cost = a + b f(n), or b base^n. `error`: root mean square of the relative residuals.

    rises: the growing term is a fair share of the largest cost, so it is more than a constant that
    a little noise lifts at the end.
    """

    complexity: Complexity
    a: float
    b: float
    error: float
    bic: float
    base: float = 2.0
    rises: bool = True

    def at(self, n: float) -> float:
        if self.complexity is Complexity.EXPONENTIAL:
            return self.b * math.pow(self.base, min(n, 1000))
        return self.a + self.b * self.complexity.of(n)


def fits(sizes: Sequence[float], costs: Sequence[float]) -> tuple[Fit, ...]:
    """Every class's fit, the best first. ValueError: fewer than `LEAST_POINTS` sizes, or a cost <= 0."""
    if len(sizes) != len(costs) or len(sizes) < LEAST_POINTS or min(costs) <= 0:
        raise ValueError(f"want at least {LEAST_POINTS} sizes, each with a cost above 0")
    return tuple(
        sorted((_fit(c, sizes, costs) for c in Complexity), key=lambda fit: (not fit.rises, fit.bic))
    )


def _fit(complexity: Complexity, sizes: Sequence[float], costs: Sequence[float]) -> Fit:
    # a constant has one parameter, all others two
    parameters = 1 if complexity is Complexity.CONSTANT else 2
    if complexity is Complexity.EXPONENTIAL:
        fit = _exponential(sizes, costs)
    else:
        values = np.array([complexity.of(n) for n in sizes])
        a, b = _weighted(values, 1.0 / np.asarray(costs, dtype=float), constant=parameters == 1)
        fit = Fit(complexity, a, b, 0.0, 0.0)
    residuals = [fit.at(n) / cost - 1.0 for n, cost in zip(sizes, costs, strict=True)]
    mean_square = float(np.mean(np.square(residuals)))
    bic = len(sizes) * math.log(max(mean_square, _FLOOR)) + parameters * math.log(len(sizes))
    rises = parameters == 1 or fit.at(sizes[-1]) > (1 + LEAST_RISE) * fit.a
    return replace(fit, error=math.sqrt(mean_square), bic=bic, rises=rises)


def _exponential(sizes: Sequence[float], costs: Sequence[float]) -> Fit:
    """A line through ln cost over n; a base under 1.1 is none that one would call exponential."""
    rate, start = np.polyfit(np.asarray(sizes, dtype=float), np.log(np.asarray(costs, dtype=float)), 1)
    base = max(math.exp(min(float(rate), 5.0)), 1.1)
    return Fit(Complexity.EXPONENTIAL, 0.0, math.exp(min(float(start), 700.0)), 0.0, 0.0, base)


def _weighted(values: np.ndarray, weights: np.ndarray, *, constant: bool) -> tuple[float, float]:
    """(a, b) of least squares on (a + b f) w - 1 with a, b >= 0; values are scaled, 2^n overflows nothing."""
    if constant:
        return float(weights.sum() / (weights**2).sum()), 0.0
    scale = float(values.max())
    columns = np.stack([weights, values / scale * weights], axis=1)
    solution, *_ = np.linalg.lstsq(columns, np.ones(len(values)), rcond=None)
    a, b = float(solution[0]), float(solution[1])
    if a < 0:
        column = columns[:, 1]
        a, b = 0.0, float(column.sum() / (column**2).sum())
    if b < 0:
        a, b = float(weights.sum() / (weights**2).sum()), 0.0
    return a, b / scale


def slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Slope of ln cost on ln size over the upper half of the sizes, at least three of them.

    Sturdier than a fit where memory gets slower as it fills, which adds a log of its own.
    ValueError: fewer than three sizes.
    """
    if len(sizes) < 3:
        raise ValueError("want at least three sizes")
    count = max(3, math.ceil(len(sizes) / 2))
    x = np.log(np.asarray(sizes[-count:], dtype=float))
    y = np.log(np.maximum(np.asarray(costs[-count:], dtype=float), 1e-12))
    return float(np.polyfit(x, y, 1)[0])


def sturdy_slope(sizes: Sequence[float], costs: Sequence[float], largest: int = 5) -> float:
    """As `slope`, of the `largest` sizes: the median over pairs (Theil 1950, Sen 1968), which one of five
    costs that is wrong does not move.

    ValueError: fewer than three sizes.
    """
    if len(sizes) < 3:
        raise ValueError("want at least three sizes")
    x = np.log(np.asarray(sizes[-largest:], dtype=float))
    y = np.log(np.maximum(np.asarray(costs[-largest:], dtype=float), 1e-12))
    first, second = np.triu_indices(len(x), 1)
    return float(np.median((y[second] - y[first]) / (x[second] - x[first])))


def not_excluded(ranked: Sequence[Fit]) -> tuple[Complexity, ...]:
    """The best class and those that the same costs speak for almost as well, in rising order."""
    near = [fit.complexity for fit in ranked if fit.rises and fit.bic - ranked[0].bic <= CLOSE]
    return tuple(c for c in Complexity if c in near)
