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


def test_a_list_that_is_emptied_from_its_front_is_quadratic_by_its_counts(judge: Judge) -> None:
    """The clock needs long runs to hear how C moves what is left: on a busy machine it had too few."""
    report = grown(judge, "def f(a):\n    while a:\n        a.pop(0)\n")
    assert report.time.complexity is Complexity.QUADRATIC
    assert not report.time.overruled


@pytest.mark.parametrize(
    "loop",
    [
        "while a: a = a[1:]",
        "b = []\n    for x in a: b = [x] + b",
        "b = []\n    for x in a: b.insert(0, x)",
        "b = ''\n    for x in a: b = f'{x}{b}'",
        "for x in a: b = list(a)",
        "for x in a: b = a.copy()",
        "b = 'x'\n    for x in a: b = ','.join([b, b[:1]])",
    ],
)
def test_copies_made_in_a_loop_are_counted(judge: Judge, loop: str) -> None:
    report = grown(judge, f"def f(a):\n    {loop}\n")
    assert report.time.complexity is Complexity.QUADRATIC
    assert report.meets is False


@pytest.mark.parametrize(
    "loop",
    [
        "while a: a.pop()",
        "b = []\n    for x in a: b.append(x)",
        "b = [0]\n    for x in a: b.insert(len(b), x)",
        "b = 0\n    for x in a: b = b + x * 2",
    ],
)
def test_work_at_the_end_of_a_list_is_not_taken_for_more(judge: Judge, loop: str) -> None:
    assert grown(judge, f"def f(a):\n    {loop}\n").time.complexity is Complexity.LINEAR


def test_one_clock_that_is_wrong_by_milliseconds_changes_nothing() -> None:
    counts = [(n, 3 * n) for n in (8, 16, 32, 64, 128)]
    for wrong in range(5):
        clock = [(n, 4e-7 * n) for n in (2**12, 2**13, 2**14, 2**15, 2**16)]
        clock[wrong] = clock[wrong][0], clock[wrong][1] + 0.006
        assert classify_time(counts, clock).complexity is Complexity.LINEAR


def test_what_runs_too_short_to_be_heard_is_said() -> None:
    counts = [(n, 3 * n) for n in (8, 16, 32, 64, 128)]
    found = classify_time(counts, [(128, 0.00005)])
    assert found.complexity is Complexity.LINEAR
    assert Complexity.QUADRATIC in found.not_excluded
    assert classify_time(counts, [(2**16, 0.0009)]).not_excluded == (Complexity.LINEAR,)


def test_what_never_ends_at_the_next_size_is_no_constant() -> None:
    counts = [(n, 1) for n in (5, 6, 7, 8)]
    clock = [(7, 0.0008), (8, 0.006), (9, 0.06)]
    found = classify_time(counts, clock, endless=(10, 0.2))
    assert found.complexity is Complexity.EXPONENTIAL


def test_counts_that_follow_no_class_leave_it_to_the_clock() -> None:
    counts = [(8, 11), (16, 11), (32, 11), (64, 5026), (128, 7249), (256, 21415), (512, 50611)]
    clock = [(n, 5e-8 * n**2) for n in (256, 512, 1024, 2048)]
    assert classify_time(counts, clock).complexity is Complexity.QUADRATIC


def test_steep_growth_is_told_from_sizes_that_lie_close_together() -> None:
    clock = [(128, 0.006), (256, 0.078), (320, 0.159), (384, 0.266)]
    assert classify_time([], clock).complexity is Complexity.CUBIC


def test_between_two_degrees_the_clock_tells_neither() -> None:
    found = classify_time([], [(n, 1e-5 * n**1.5) for n in (64, 128, 256, 512)])
    assert {Complexity.LINEAR, Complexity.QUADRATIC} <= set(found.not_excluded)


def test_faint_runs_overrule_nothing() -> None:
    """A right binary search was once told n, by half a millisecond of noise."""
    counts = [(2**k, 12 * k) for k in range(3, 18)]
    faint = [(2**k, 0.0003 * 2 ** ((k - 17) * 0.7)) for k in (17, 18, 19)]
    found = classify_time(counts, faint)
    assert found.complexity is Complexity.LOGARITHMIC
    assert Complexity.LINEAR in found.not_excluded


def test_the_clock_excludes_what_is_too_slow_for_it() -> None:
    counts = [(16, 202), (32, 394), (64, 1052), (128, 2344), (256, 6360), (512, 17524), (1024, 57057)]
    clock = [(256, 0.0008), (512, 0.0019), (1024, 0.0057), (2048, 0.0177), (4096, 0.0639)]
    found = classify_time(counts, clock)
    assert found.complexity is Complexity.QUADRATIC
    assert found.not_excluded == (Complexity.QUADRATIC,)


def test_what_grows_late_behind_calls_of_numpy_is_told_by_its_largest_sizes() -> None:
    clock = [(256, 0.0026), (512, 0.0056), (1024, 0.0153), (2048, 0.0557), (4096, 0.1758)]
    assert classify_time([], clock, blind=True).not_excluded == (Complexity.QUADRATIC,)


def test_numpys_counts_are_a_least_amount_of_work() -> None:
    counts = [(n, n * n) for n in (8, 16, 32, 64, 128)]
    found = classify_time(counts, [(128, 0.0001)], blind=True)
    assert found.complexity is Complexity.QUADRATIC
    assert Complexity.CUBIC in found.not_excluded


def test_little_memory_at_a_large_size_is_constant() -> None:
    assert classify_space([(2**k, 0.01) for k in range(8, 20)]).complexity is Complexity.CONSTANT


def test_free_memory_that_is_used_up_is_no_degree() -> None:
    """Peaks of a linear solution, as they were measured: the worker had some MiB free at first."""
    linear = classify_space([(4096, 0.0), (8192, 0.69), (16384, 2.81), (32768, 7.1)])
    assert linear.complexity is Complexity.LINEAR
    assert Complexity.QUADRATIC in linear.not_excluded
    quadratic = classify_space([(2**k, 8.0 * 4**k / 4**10) for k in range(8, 13)])
    assert quadratic.complexity is Complexity.QUADRATIC
    assert classify_space([(2**k, 8.0 * 2**k / 2**16) for k in range(14, 20)]).complexity is Complexity.LINEAR
