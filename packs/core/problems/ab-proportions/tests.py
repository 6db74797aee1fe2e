"""Cases for ab-proportions. The oracle is SciPy's normal distribution; oracle2 goes by other ways.

Those are: the chi-squared test without correction; quantiles by bisection in decimals; the sample size
as the first n whose power is enough.
"""

import math
from fractions import Fraction

import numpy as np
from scipy.special import log_ndtr, ndtri
from scipy.stats import chi2_contingency, norm

RTOL, ATOL = 1e-7, 1e-15

SIDES = ("two-sided", "larger", "smaller")

CASES = {
    "twelve against fifteen percent": ("just below 5 %", ("z_test", 120, 1000, 150, 1000, "two-sided")),
    "interval": ("just above 0", ("interval", 120, 1000, 150, 1000, 0.95)),
    "sample size": ("for 80 % power at 5 %", ("sample_size", 0.12, 0.15, 0.05, 0.8, "two-sided")),
    "b is larger": ("one-sided: half of the two-sided p-value, as B leads", ("z_test", 120, 1000, 150, 1000, "larger")),
    "b is smaller": ("B leads, so the p-value of the other side is near 1", ("z_test", 120, 1000, 150, 1000, "smaller")),
    "a leads": ("A leads: z is negative, and the two-sided p-value does not mind", ("z_test", 150, 1000, 120, 1000, "two-sided")),
    "a leads, larger": ("A leads: that B is larger has a p-value above one half", ("z_test", 150, 1000, 120, 1000, "larger")),
    "a leads, smaller": ("A leads: that B is smaller has a small p-value", ("z_test", 150, 1000, 120, 1000, "smaller")),
    "no difference": ("equal rates: z = 0, p = 1", ("z_test", 30, 300, 50, 500, "two-sided")),
    "no difference, one side": ("equal rates: one half on each side", ("z_test", 30, 300, 50, 500, "larger")),
    "unequal groups": (
        "a small and a large group: pooling weighs them by their sizes",
        ("z_test", 9, 20, 1000, 5000, "two-sided"),
    ),
    "nobody buys": ("no conversions at all: no information, (0, 1) instead of 0/0", ("z_test", 0, 40, 0, 70, "two-sided")),
    "nobody buys, one side": ("no information: 1 for one side as well", ("z_test", 0, 40, 0, 70, "larger")),
    "everybody buys": ("all convert: no information either", ("z_test", 40, 40, 70, 70, "smaller")),
    "nobody in one group": ("zero conversions in one group only is information", ("z_test", 0, 50, 6, 50, "two-sided")),
    "one person each": ("the smallest experiment; the formula holds, the approximation does not", ("z_test", 0, 1, 1, 1, "larger")),
    "far out": (
        "z is nearly 14: 1 - cdf is 0 there, the true tail is about 1.6e-44",
        ("z_test", 1000, 20000, 1700, 20000, "larger"),
    ),
    "far out, two-sided": ("both tails together, far beyond rounding of 1", ("z_test", 5000, 20000, 7000, 20000, "two-sided")),
    "far out, other side": ("the far tail on the other side", ("z_test", 7000, 20000, 5600, 20000, "smaller")),
    "large numbers": ("a billion people", ("z_test", 10**8, 10**9, 10**8 + 50_000, 10**9, "two-sided")),
    "interval, unequal groups": (
        "each group brings its own variance; pooling gives another width here",
        ("interval", 9, 20, 1000, 5000, 0.95),
    ),
    "interval at 99 %": ("more confidence, wider", ("interval", 200, 1000, 260, 1100, 0.99)),
    "interval at 50 %": ("the quantile at 0.75", ("interval", 200, 1000, 260, 1100, 0.5)),
    "interval, nobody in a": ("a rate of 0 has variance 0 in its group", ("interval", 0, 50, 6, 50, 0.9)),
    "interval, nobody at all": ("both variances are 0: an interval of no width around 0", ("interval", 0, 50, 0, 60, 0.95)),
    "interval beyond one": ("small groups: the upper end may lie above 1", ("interval", 0, 2, 3, 4, 0.99)),
    "interval, a leads": ("the difference is B - A, negative here", ("interval", 60, 100, 40, 120, 0.95)),
    "size for one side": ("one-sided: alpha is not halved", ("sample_size", 0.12, 0.15, 0.05, 0.8, "larger")),
    "size for the other side": ("smaller: B is expected below A", ("sample_size", 0.15, 0.12, 0.01, 0.9, "smaller")),
    "more power": ("95 % power needs more people than 80 %", ("sample_size", 0.12, 0.15, 0.05, 0.95, "two-sided")),
    "a fall": ("a fall of the same rates needs as many people as a rise", ("sample_size", 0.15, 0.12, 0.05, 0.8, "two-sided")),
    "half power": ("power one half: its quantile is 0", ("sample_size", 0.3, 0.4, 0.1, 0.5, "two-sided")),
    "large effect": ("a large effect needs a handful of people: rounded up", ("sample_size", 0.1, 0.9, 0.05, 0.8, "two-sided")),
    "small effect": ("a tenth of a percent needs very many", ("sample_size", 0.05, 0.051, 0.05, 0.8, "two-sided")),
    "tiny effect": ("rates that differ by less than a thousandth are different", ("sample_size", 0.5, 0.5004, 0.05, 0.8, "two-sided")),
    "large numbers, no difference": (
        "the two rates agree to nine digits: z is nearly 0, whatever the rounding of the rates",
        ("z_test", 430763678, 910238457, 460504483, 973083181, "two-sided"),
    ),
    "no effect to find": ("equal rates: no sample is large enough, ValueError", ("sample_size", 0.2, 0.2, 0.05, 0.8, "two-sided")),
    "no effect, larger": ("equal rates are not larger: ValueError", ("sample_size", 0.2, 0.2, 0.05, 0.8, "larger")),
    "no effect, smaller": ("equal rates are not smaller: ValueError", ("sample_size", 0.2, 0.2, 0.05, 0.8, "smaller")),
    "wrong side": ("B is smaller, and the test looks for larger: ValueError", ("sample_size", 0.2, 0.1, 0.05, 0.8, "larger")),
    "wrong side, smaller": ("B is larger, and the test looks for smaller: ValueError", ("sample_size", 0.1, 0.2, 0.05, 0.8, "smaller")),
}


KEEP = {"large numbers, no difference": "both ways to write z must be accepted where they cancel"}


def gen(rng, size):
    what = rng.choice(["z_test", "interval", "sample_size"])
    if what == "sample_size":
        while True:
            pa, pb = (round(rng.uniform(0.02, 0.98), 3) for _ in range(2))
            found = what, pa, pb, rng.choice([0.01, 0.05, 0.1, 0.2]), rng.choice([0.6, 0.8, 0.9]), rng.choice(SIDES)
            if pa == pb or _clear(*found[1:]):
                return found
    na, nb = (rng.randint(1, 10 ** (1 + size // 2)) for _ in range(2))
    last = rng.choice(SIDES) if what == "z_test" else rng.choice([0.8, 0.9, 0.95, 0.99])
    return what, rng.randint(0, na), na, rng.randint(0, nb), nb, last


def _clear(pa, pb, alpha, power, alternative):
    share = _size(pa, pb, alpha, power, alternative) % 1
    return 1e-6 < share < 1 - 1e-6


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 6, "the input is the name of a function and its arguments"
    what, *rest = inp
    assert what in ("z_test", "interval", "sample_size"), "the function is z_test, interval or sample_size"
    if what == "sample_size":
        *numbers, alternative = rest
        assert all(type(x) is float and 0 < x < 1 for x in numbers), "pa, pb, alpha and power are floats between 0 and 1"
        assert 1e-6 <= numbers[2] <= 0.4 and 0.5 <= numbers[3] <= 0.9999, "alpha: 1e-6 to 0.4, power: 0.5 to 0.9999"
        assert alternative in ("two-sided", "larger", "smaller"), "no such alternative"
        return
    xa, na, xb, nb, last = rest
    assert all(type(x) is int for x in (xa, na, xb, nb)), "counts are integers"
    assert 0 <= xa <= na and 0 <= xb <= nb and 1 <= na <= 10**9 and 1 <= nb <= 10**9, "0 <= x <= n, n from 1 to 1e9"
    if what == "z_test":
        assert last in ("two-sided", "larger", "smaller"), "no such alternative"
    else:
        assert type(last) is float and 1e-6 <= last <= 1 - 1e-6, "level is a float from 1e-6 to 1 - 1e-6"


INVALID = {
    "more buyers than people": ("z_test", 5, 4, 1, 4, "two-sided"),
    "nobody was shown": ("z_test", 0, 0, 1, 4, "two-sided"),
    "no such alternative": ("z_test", 1, 4, 1, 4, "greater"),
    "level too close to one": ("interval", 1, 4, 1, 4, 1 - 1e-9),
    "alpha too small": ("sample_size", 0.5, 0.6, 1e-12, 0.8, "larger"),
    "level in percent": ("interval", 1, 4, 1, 4, 95.0),
    "rate of one": ("sample_size", 0.5, 1.0, 0.05, 0.8, "larger"),
    "power below one half": ("sample_size", 0.5, 0.6, 0.05, 0.4, "larger"),
}


def run(sol, inp):
    what, *arguments = inp
    return getattr(sol, what)(*arguments)


def check(inp, out, expected):
    what = inp[0]
    if what == "sample_size":
        if type(out) is not int:
            return f"sample_size must return an int, not {out!r:.40}."
        return None if out == expected else f"{expected} people are needed in each group, yours says {out}."
    if not isinstance(out, (tuple, list)) or len(out) != 2 or not all(type(x) in (int, float) for x in out):
        return f"{what} must return two numbers, not {out!r:.60}."
    names = ("z", "The p-value") if what == "z_test" else ("The lower end", "The upper end")
    for name, got, want in zip(names, out, expected):
        room = {"z": 1e-8, "The p-value": 0}.get(name, 1e-12)
        if not abs(got - want) <= 1e-7 * abs(want) + room:
            return f"{name} is {want:.10g}, yours is {got:.10g}."
    return None


def _refuse(pa, pb, alternative):
    if pa == pb or {"larger": pb < pa, "smaller": pb > pa}.get(alternative, False):
        raise ValueError("cannot succeed")


def _size(pa, pb, alpha, power, alternative):
    tail = alpha / 2 if alternative == "two-sided" else alpha
    mean = (pa + pb) / 2
    top = norm.isf(tail) * math.sqrt(2 * mean * (1 - mean)) + norm.ppf(power) * math.sqrt(pa * (1 - pa) + pb * (1 - pb))
    return (top / (pb - pa)) ** 2


def oracle(inp):
    what, *rest = inp
    if what == "sample_size":
        _refuse(rest[0], rest[1], rest[4])
        return math.ceil(_size(*rest))
    xa, na, xb, nb, last = rest
    difference = float(Fraction(xb, nb) - Fraction(xa, na))
    if what == "interval":
        variance = Fraction(xa * (na - xa), na**3) + Fraction(xb * (nb - xb), nb**3)
        reach = float(norm.ppf((1 + last) / 2)) * math.sqrt(variance)
        return difference - reach, difference + reach
    pooled = Fraction(xa + xb, na + nb)
    if pooled in (0, 1):
        return 0.0, 1.0
    z = difference / math.sqrt(pooled * (1 - pooled) * (Fraction(1, na) + Fraction(1, nb)))
    tails = {"two-sided": 2 * norm.sf(abs(z)), "larger": norm.sf(z), "smaller": norm.cdf(z)}
    return z, float(tails[last])


def oracle2(inp):
    what, *rest = inp
    if what == "sample_size":
        return _first_with_power(*rest)
    xa, na, xb, nb, last = rest
    if what == "interval":
        rates = np.array([xb / nb, xa / na])
        error = np.linalg.norm(np.sqrt(rates * (1 - rates) / [nb, na]))
        return tuple(float(rates[0] - rates[1] + ndtri(q) * error) for q in ((1 - last) / 2, (1 + last) / 2))
    if xa + xb in (0, na + nb):
        return 0.0, 1.0
    table = chi2_contingency([[xa, na - xa], [xb, nb - xb]], correction=False)
    z = math.copysign(math.sqrt(table.statistic), xb * na - xa * nb)
    if last == "two-sided":
        return z, float(table.pvalue)
    return z, math.exp(log_ndtr(-z if last == "larger" else z))


def _first_with_power(pa, pb, alpha, power, alternative):
    _refuse(pa, pb, alternative)
    critical = -ndtri(alpha / 2 if alternative == "two-sided" else alpha)

    def enough(n):
        mean = (pa + pb) / 2
        null, true = math.sqrt(2 * mean * (1 - mean) / n), math.sqrt((pa * (1 - pa) + pb * (1 - pb)) / n)
        return norm.cdf((abs(pb - pa) - critical * null) / true) >= power

    low, high = 0, 1
    while not enough(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
