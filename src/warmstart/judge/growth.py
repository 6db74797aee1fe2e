"""How the cost of a submission grows with its input, in time and in memory, with the evidence.

Two kinds of run, one input each in a worker of its own. Counted runs repeat exactly and decide; they
are blind to work that C does out of their sight (`list.pop(0)`), so timed runs overrule them, but only
by a whole polynomial degree: the clock cannot tell n from n log n. Counts are made inside the
learner's process and could be forged; growth never gives AC.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from threading import Event

from warmstart.judge.complexity import LEAST_POINTS, Complexity, fits, not_excluded, slope
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Growth, Limits
from warmstart.judge.run import Metered
from warmstart.judge.watch import End

FIRST_SIZE = 8
LARGEST_SIZE = 2**22
AUDIBLE = 0.002
"""CPU seconds below which a run's clock says more of the machine than of the code."""
WEIGHTY = 0.25
"""MiB below which a peak is the allocator's, not the submission's."""
A_DEGREE = 0.7
"""Of slope beyond what was counted: a whole degree, less what is lost at small sizes."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Seconds of CPU: of one counted run, of all; of one timed run, of all."""

    counted: float = 0.08
    all_counted: float = 0.3
    timed: float = 0.12
    all_timed: float = 0.45


@dataclass(frozen=True, slots=True)
class Point:
    """One size. `count` and `cpu` (seconds), `peak_mib`: None where that was not measured."""

    n: int
    count: int | None = None
    cpu: float | None = None
    peak_mib: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A class with its evidence. `complexity` None: not enough evidence, and `basis` says why.

    not_excluded: the classes that the evidence speaks for almost as well. slope: of the timed runs.
    """

    complexity: Complexity | None
    not_excluded: tuple[Complexity, ...]
    slope: float | None
    basis: str

    @property
    def sentence(self) -> str:
        if self.complexity is None:
            return f"not enough evidence: {self.basis}"
        others = [str(c) for c in self.not_excluded if c is not self.complexity]
        doubt = f"; {' and '.join(others)} cannot be excluded" if others else ""
        return f"grows like {self.complexity}{doubt} ({self.basis})"


@dataclass(frozen=True, slots=True)
class GrowthReport:
    """`meets`: the contract on time; False only when it is missed by a whole degree, None: unknown."""

    points: tuple[Point, ...]
    time: Measured
    space: Measured
    contract: Growth | None
    meets: bool | None
    cancelled: bool = False


def measure_growth(
    judge: Judge,
    problem: FrozenProblem,
    source: str | bytes,
    *,
    budget: Budget = Budget(),
    stop: Event | None = None,
) -> GrowthReport:
    """Measure until the budget is used or `stop` is set; says then what is known."""
    if problem.source.big is None:
        unknown = Measured(None, (), None, "this problem has no inputs of growing size")
        return GrowthReport((), unknown, unknown, problem.growth, None)
    counted = list(_runs(judge, problem, source, "counts", budget.counted, budget.all_counted, stop))
    timed = list(_runs(judge, problem, source, "cpu", budget.timed, budget.all_timed, stop))
    time = classify_time(
        [(n, m.count) for n, m in counted], [(n, m.cpu) for n, m in timed if m.cpu >= AUDIBLE]
    )
    space = classify_space([(n, m.peak_mib) for n, m in timed])
    cancelled = stop is not None and stop.is_set()
    return GrowthReport(
        _points(counted, timed), time, space, problem.growth, _meets(problem.growth, time), cancelled
    )


def _runs(
    judge: Judge,
    problem: FrozenProblem,
    source: str | bytes,
    meter: str,
    one: float,
    all_: float,
    stop: Event | None,
) -> Iterator[tuple[int, Metered]]:
    """Doubling sizes until a run is long enough or the budget is spent; then, after a size that was too
    long, two between it and the last that was not."""
    spent, size, step, good, between = 0.0, FIRST_SIZE, FIRST_SIZE, 0, 0
    limits = Limits(seconds=4 * one, mib=512)
    while spent < all_ and size <= LARGEST_SIZE and not (stop is not None and stop.is_set()):
        metered = judge.measure_at(problem, source, size, meter=meter, limits=limits)
        if isinstance(metered, Metered):
            spent += metered.cpu + metered.making
            good = size
            yield size, metered
            if max(metered.cpu, metered.making) > one and between == 0:
                return
            size += step if between else size
            continue
        if metered in (End.CPU, End.WALL):
            spent += limits.seconds / 4
            between += 1
            step = max(1, (size - good) // 4)
            size = good + step
            if between > 2 or not good:
                return
            continue
        if good:  # an exception at a larger size: recursion, mostly; the smaller ones stand
            return
        size *= 2  # too small for this generator


def _points(
    counted: Sequence[tuple[int, Metered]], timed: Sequence[tuple[int, Metered]]
) -> tuple[Point, ...]:
    counts = {n: m.count for n, m in counted}
    timings = dict(timed)
    return tuple(
        Point(
            n,
            counts.get(n),
            timings[n].cpu if n in timings else None,
            timings[n].peak_mib if n in timings else None,
        )
        for n in sorted({*counts, *timings})
    )


def classify_time(counts: Sequence[tuple[int, int]], seconds: Sequence[tuple[int, float]]) -> Measured:
    """Counts decide; the slope of the clock overrules them by whole degrees only."""
    clock = _slope(seconds)
    by_count = _by_count(counts)
    if by_count is None:
        return _by_clock(clock, seconds)
    best, near = by_count
    if clock is not None and isfinite(best.degree) and clock >= best.degree + A_DEGREE:
        degree = round(clock)
        higher = next(c for c in Complexity if c.degree >= degree and c.degree > best.degree)
        basis = f"its counted work grows like {best}, but its CPU time like n^{clock:.1f}: work done in C"
        return Measured(higher, (higher,), clock, basis)
    basis = f"by {counts[-1][1]:,} counted steps at n = {counts[-1][0]:,}"
    return Measured(best, near, clock, basis)


def _by_count(counts: Sequence[tuple[int, int]]) -> tuple[Complexity, tuple[Complexity, ...]] | None:
    known = [(n, count) for n, count in counts if count > 0]
    if len(known) < LEAST_POINTS:
        return None
    ranked = fits([n for n, _ in known], [count for _, count in known])
    return ranked[0].complexity, not_excluded(ranked)


def _by_clock(clock: float | None, seconds: Sequence[tuple[int, float]]) -> Measured:
    if clock is None:
        return Measured(None, (), None, "too few sizes ran within the time")
    degree = max(0, round(clock))
    near = tuple(c for c in Complexity if c.degree == degree)
    if not near:
        return Measured(Complexity.EXPONENTIAL, (), clock, f"CPU time grows like n^{clock:.1f} and faster")
    return Measured(near[0], near, clock, f"CPU time up to n = {seconds[-1][0]:,}")


def _slope(points: Sequence[tuple[int, float]]) -> float | None:
    """None: fewer than three points, or less than two doublings between them."""
    if len(points) < 3 or points[-1][0] < 4 * points[-3][0]:
        return None
    return slope([n for n, _ in points], [cost for _, cost in points])


def classify_space(peaks: Sequence[tuple[int, float]]) -> Measured:
    """Memory beyond the input, by the slope of its peak; a log is beyond what pages can show."""
    heavy = [(n, peak) for n, peak in peaks if peak >= WEIGHTY]
    steep = _slope(heavy)
    if steep is not None:
        degree = max(0, round(steep))
        near = next((c for c in Complexity if c.degree == degree), Complexity.EXPONENTIAL)
        return Measured(near, (near,), steep, f"peak of {heavy[-1][1]:.1f} MiB at n = {heavy[-1][0]:,}")
    if peaks and not heavy and peaks[-1][0] >= 2**15:
        basis = f"under {WEIGHTY} MiB at n = {peaks[-1][0]:,}"
        return Measured(Complexity.CONSTANT, (Complexity.CONSTANT, Complexity.LOGARITHMIC), 0.0, basis)
    return Measured(None, (), None, "too little memory was used at the sizes that ran")


def _meets(contract: Growth | None, time: Measured) -> bool | None:
    if contract is None or time.complexity is None:
        return None
    return time.complexity.degree < contract.time + 1
