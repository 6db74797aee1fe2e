from collections.abc import Iterator
from threading import Event

import pytest

from warmstart.judge.complexity import Complexity
from warmstart.judge.growth import GrowthReport, classify_space, classify_time, measure_growth
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Growth, Sources

BIG = """
import random
def big(n):
    rng = random.Random(n)
    return ([rng.randint(0, 10**9) for _ in range(n)],)
"""
PROBLEM = FrozenProblem(
    id="growth",
    version=1,
    kind="code",
    entry="f",
    imports=(),
    starter="",
    reference="",
    cases=(),
    source=Sources(big=BIG),
    growth=Growth("n", 1.0, 0.35, ()),
)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(spares=1) as judge:
        yield judge


def grown(judge: Judge, source: str) -> GrowthReport:
    return measure_growth(judge, PROBLEM, source)


def test_work_inside_sorted_is_counted(judge: Judge) -> None:
    report = grown(judge, "def f(a):\n    return sorted(a)\n")
    assert report.time.complexity is Complexity.LINEARITHMIC
    assert report.meets is True  # n log n is of the same degree as the n that is wanted


def test_a_whole_degree_too_much_misses_the_contract(judge: Judge) -> None:
    report = grown(judge, "def f(a):\n    return [x for x in a for y in a if x < y]\n")
    assert report.time.complexity is Complexity.QUADRATIC
    assert report.meets is False


def test_an_exception_at_every_size_is_no_evidence(judge: Judge) -> None:
    report = grown(judge, "def f(a):\n    raise ValueError\n")
    assert report.time.complexity is None
    assert report.meets is None
    assert report.time.sentence.startswith("not enough evidence")


def test_a_loop_that_never_ends_ends_at_its_limit(judge: Judge) -> None:
    assert grown(judge, "def f(a):\n    while True: pass\n").meets is None


def test_a_cancelled_measurement_tells_what_is_known(judge: Judge) -> None:
    stop = Event()
    stop.set()
    report = measure_growth(judge, PROBLEM, "def f(a):\n    return a\n", stop=stop)
    assert report.cancelled
    assert report.points == ()


def test_memory_is_measured_beyond_the_input(judge: Judge) -> None:
    copies = grown(judge, "def f(a):\n    b = a * 4\n    return len(b)\n")
    assert copies.space.complexity is Complexity.LINEAR
    nothing = grown(judge, "def f(a):\n    return sum(a)\n")
    assert nothing.space.complexity in (Complexity.CONSTANT, None)


def test_counts_decide_against_a_clock_that_sees_a_log_more() -> None:
    counts = [(n, 3 * n) for n in (8, 16, 32, 64, 128)]
    clock = [(n, 1e-8 * n**1.3) for n in (2**15, 2**16, 2**17, 2**18, 2**19)]
    assert classify_time(counts, clock).complexity is Complexity.LINEAR


def test_the_clock_overrules_by_a_whole_degree() -> None:
    counts = [(n, 3 * n) for n in (8, 16, 32, 64, 128)]
    clock = [(n, 1e-11 * n**1.95) for n in (2**14, 2**15, 2**16, 2**17, 2**18)]
    found = classify_time(counts, clock)
    assert found.complexity is Complexity.QUADRATIC
    assert "in C" in found.basis


def test_little_memory_at_a_large_size_is_constant() -> None:
    assert classify_space([(2**k, 0.01) for k in range(8, 20)]).complexity is Complexity.CONSTANT
