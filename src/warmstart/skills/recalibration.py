"""Putting right the mixed probability: an extended Kalman filter on (a, b) of sigmoid(a + b logit p)."""

from math import exp, log

from warmstart.skills.filters import VAR_A, VAR_B

_LEAST = 1e-4


def sigmoid(x: float) -> float:
    return 1.0 / (1.0 + exp(-x)) if x >= 0 else exp(x) / (1.0 + exp(x))


class Recalibration:
    """`state`: a, b, and their variances A, B and covariance C. For showing and planning, never fed back."""

    __slots__ = ("state",)

    def __init__(self) -> None:
        self.state = [0.0, 1.0, VAR_A, VAR_B, 0.0]

    def shown(self, p: float) -> float:
        a, b, *_ = self.state
        return sigmoid(a + b * _logit(p))

    def add(self, p: float, y: float) -> None:
        """`p`: as mixed before the outcome `y`, which lies in [0, 1]."""
        a, b, var_a, var_b, cov = self.state
        z = _logit(p)
        q = sigmoid(a + b * z)
        r = max(q * (1.0 - q), 0.001)
        s = var_a + 2.0 * cov * z + var_b * z * z
        u = 1.0 / (1.0 / r + s)
        e = (y - q) / r
        row_a, row_b = var_a + cov * z, cov + var_b * z
        gain_a, gain_b = row_a * u, row_b * u
        self.state = [
            a + gain_a * e,
            b + gain_b * e,
            var_a - gain_a * row_a,
            var_b - gain_b * row_b,
            cov - gain_a * row_b,
        ]


def _logit(p: float) -> float:
    return log(max(p, _LEAST)) - log(max(1.0 - p, _LEAST))
