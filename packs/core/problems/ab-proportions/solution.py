"""Two proportions: pooled z test, unpooled interval, and people per group for a given power."""

import math
from statistics import NormalDist


def z_test(xa: int, na: int, xb: int, nb: int, alternative: str) -> tuple[float, float]:
    """(z, p_value) with the pooled standard error; alternative: "two-sided", "larger" (B > A) or "smaller"."""
    # <starter>
    pooled = (xa + xb) / (na + nb)
    if pooled in (0, 1):
        return 0.0, 1.0
    z = (xb / nb - xa / na) / math.sqrt(pooled * (1 - pooled) * (1 / na + 1 / nb))
    if alternative == "two-sided":
        return z, 2 * upper_tail(abs(z))
    return z, upper_tail(z if alternative == "larger" else -z)
    # </starter>


# <starter>
def upper_tail(z: float) -> float:
    """The chance of more than z, with all digits however far out."""
    return math.erfc(z / math.sqrt(2)) / 2


# </starter>


def interval(xa: int, na: int, xb: int, nb: int, level: float) -> tuple[float, float]:
    """(low, high) for the difference B - A, with the unpooled standard error."""
    # <starter>
    a, b = xa / na, xb / nb
    reach = NormalDist().inv_cdf((1 + level) / 2) * math.sqrt(a * (1 - a) / na + b * (1 - b) / nb)
    return b - a - reach, b - a + reach
    # </starter>


def sample_size(pa: float, pb: float, alpha: float, power: float, alternative: str) -> int:
    """People that each version needs to reach `power` at the true rates pa and pb.

    ValueError: the rates are equal, or lie on the other side of a one-sided alternative.
    """
    # <starter>
    possible = {"larger": pb > pa, "smaller": pb < pa}
    if not possible.get(alternative, pa != pb):
        raise ValueError("the test cannot succeed at these rates")
    inverse = NormalDist().inv_cdf
    mean = (pa + pb) / 2
    line = -inverse(alpha / 2 if alternative == "two-sided" else alpha) * math.sqrt(2 * mean * (1 - mean))
    beyond = inverse(power) * math.sqrt(pa * (1 - pa) + pb * (1 - pb))
    return math.ceil(((line + beyond) / (pb - pa)) ** 2)
    # </starter>
