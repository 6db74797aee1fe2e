"""The problems that hostile submissions are for: small, quick, with answers worth stealing."""

import numpy as np

from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits, Sources
from warmstart.judge.tests.hostile.catalogue import HONEST, HONEST_QUERY

CANARY = "warmstart-expected-canary"
LIMITS = Limits(seconds=0.4, mib=64, output_kib=256)

_CHECK = """
def check(inp, out, expected):
    xs, target = inp
    if type(out) is not list or [type(i) for i in out] != [int, int]:
        return "want a list of two indices"
    i, j = out
    if not 0 <= i < j < len(xs):
        return "want two positions, the smaller one first"
    if xs[i] + xs[j] != target:
        return f"{xs[i]} + {xs[j]} is not {target}"
"""

_SCHEMA = "CREATE TABLE sale (shop TEXT, amount INTEGER);"

HONEST_ARRAYS = "def scale(xs):\n    return xs * 2\n"


def _inputs() -> list[tuple[list[int], int]]:
    """Twenty lists of distinct sums, so that one pair alone is right; sizes 3 to 60."""
    found = []
    for number in range(20):
        size = 3 + number * 3
        xs = [(index * index * 7 + index * number + number) % 1009 for index in range(size)]
        i, j = number % (size - 1), size - 1
        xs[i], xs[j] = 5000 + number, 7000
        found.append((xs, xs[i] + xs[j]))
    return found


def _case(number: int, given: object, expected: object) -> FrozenCase:
    name = f"case {number} {CANARY}"
    return FrozenCase(f"c{number}", name, CANARY, given, expected, visible=number < 2, group="hand")


def _pairs() -> tuple[FrozenCase, ...]:
    inputs = _inputs()
    answers = [[n % (len(xs) - 1), len(xs) - 1] for n, (xs, _) in enumerate(inputs)]
    return tuple(_case(n, given, answers[n]) for n, given in enumerate(inputs))


def _arrays() -> tuple[FrozenCase, ...]:
    inputs = [np.arange(1.0, n + 2) for n in range(20)]
    return tuple(_case(n, (xs,), xs * 2) for n, xs in enumerate(inputs))


def _queries() -> tuple[FrozenCase, ...]:
    """Rows of three shops; each case's answers are other numbers."""
    cases = []
    for number in range(20):
        rows = [("abc"[n % 3], n * number + n) for n in range(number + 3)]
        sums = [(shop, sum(amount for s, amount in rows if s == shop)) for shop in "abc"]
        cases.append(_case(number, {"sale": rows}, sums))
    return tuple(cases)


def _problem(name: str, entry: str, cases: tuple[FrozenCase, ...], **rest: object) -> FrozenProblem:
    return FrozenProblem(
        id=name,
        version=1,
        entry=entry,
        starter="",
        reference=f"# {CANARY}",
        cases=cases,
        limits=LIMITS,
        **{"imports": (), "kind": "code", **rest},  # type: ignore[arg-type]
    )


PROBLEMS = {
    "pairs": _problem("pairs", "pair", _pairs()),
    "checked": _problem("checked", "pair", _pairs(), source=Sources(check=_CHECK)),
    "arrays": _problem("arrays", "scale", _arrays(), imports=("numpy",)),
    "queries": _problem("queries", "query", _queries(), kind="sql", schema=_SCHEMA),
}
HONEST_SOURCES = {
    "pairs": HONEST,
    "checked": HONEST,
    "arrays": HONEST_ARRAYS.encode(),
    "queries": HONEST_QUERY,
}
