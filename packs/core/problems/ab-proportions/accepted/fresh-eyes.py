import math
from statistics import NormalDist

_N = NormalDist()


def _phi(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def z_test(xa, na, xb, nb, alternative):
    x, n = xa + xb, na + nb
    if x == 0 or x == n:
        return 0.0, 1.0
    z = (xb * na - xa * nb) * math.sqrt(n / (na * nb * x * (n - x)))
    if alternative == "two-sided":
        return z, 2 * _phi(-abs(z))
    if alternative == "larger":
        return z, _phi(-z)
    return z, _phi(z)


def interval(xa, na, xb, nb, level):
    d = (xb * na - xa * nb) / (na * nb)
    s = math.sqrt(xa * (na - xa) / na ** 3 + xb * (nb - xb) / nb ** 3)
    h = -_N.inv_cdf((1 - level) / 2) * s
    return d - h, d + h


def sample_size(pa, pb, alpha, power, alternative):
    if pa == pb or (alternative == "larger" and pb < pa) or (alternative == "smaller" and pb > pa):
        raise ValueError("no such test")
    a = alpha / 2 if alternative == "two-sided" else alpha
    m = (pa + pb) / 2
    top = -_N.inv_cdf(a) * math.sqrt(2 * m * (1 - m)) + _N.inv_cdf(power) * math.sqrt(pa * (1 - pa) + pb * (1 - pb))
    return math.ceil((top / (pb - pa)) ** 2)
