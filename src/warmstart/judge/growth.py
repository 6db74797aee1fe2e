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
from typing import Protocol

from warmstart.judge.complexity import LEAST_POINTS, Complexity, Fit, fits, not_excluded, slope
from warmstart.judge.problem import FrozenProblem, Growth, Limits
from warmstart.judge.replies import Raised
from warmstart.judge.run import Metered
from warmstart.judge.watch import End

FIRST_SIZE = 8
LARGEST_SIZE = 2**22
AUDIBLE = 0.002
"""CPU seconds below which a run's clock says more of the machine than of the code."""
WEIGHTY = 0.25
"""MiB below which a peak is the allocator's, not the submission's."""
SETTLED = 0.03
"""Root mean square relative error of counts that follow a class; they repeat exactly."""
FEWEST_SETTLED = 5
A_DEGREE = 0.75
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
    overruled: bool = False

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


class Meter(Protocol):
    """As `Judge.measure_at`; a server's own gives others a turn between two runs."""

    def measure_at(
        self, problem: FrozenProblem, source: str | bytes, n: int, *, meter: str, limits: Limits
    ) -> Metered | End | Raised: ...


def measure_growth(
    judge: Meter,
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
    runs = _Runs(judge, problem, source, stop)
    counted = list(runs.rising("counts", budget.counted, budget.all_counted))
    timed = list(runs.rising("cpu", budget.timed, budget.all_timed))
    blind = problem.stack != "pure"
    time = classify_time(_counts(counted), _seconds(timed), blind=blind)
    if time.overruled:
        timed = runs.fastest(timed)
        time = classify_time(_counts(counted), _seconds(timed), blind=blind)
    space = classify_space([(n, m.peak_mib) for n, m in timed])
    cancelled = stop is not None and stop.is_set()
    return GrowthReport(
        _points(counted, timed), time, space, problem.growth, _meets(problem.growth, time), cancelled
    )


class _Runs:
    """One submission's runs at growing sizes."""

    def __init__(self, judge: Meter, problem: FrozenProblem, source: str | bytes, stop: Event | None) -> None:
        self._judge = judge
        self._problem = problem
        self._source = source
        self._stop = stop

    def rising(self, meter: str, one: float, in_all: float) -> Iterator[tuple[int, Metered]]:
        """Doubling sizes until a run is long enough or the budget is spent; after a size that was too
        long, two between it and the last that was not."""
        spent, size, step, good, between = 0.0, FIRST_SIZE, FIRST_SIZE, 0, 0
        limits = Limits(seconds=4 * one, mib=512)
        while spent < in_all and size <= LARGEST_SIZE and not self._stopped():
            metered = self._judge.measure_at(self._problem, self._source, size, meter=meter, limits=limits)
            if isinstance(metered, Metered):
                spent += metered.cpu + metered.making
                good = size
                yield size, metered
                if max(metered.cpu, metered.making) > one and between == 0:
                    return
                size += step if between else size
            elif metered in (End.CPU, End.WALL):
                spent += limits.seconds / 4
                between += 1
                step = max(1, (size - good) // 4)
                size = good + step
                if between > 2 or not good:
                    return
            elif good:  # an exception at a larger size: recursion, mostly; the smaller ones stand
                return
            else:
                size *= 2  # too small for this generator

    def fastest(self, timed: Sequence[tuple[int, Metered]]) -> list[tuple[int, Metered]]:
        """The same sizes again, twice: noise only ever adds, so the fastest of three counts."""
        result = []
        limits = Limits(seconds=2.0, mib=512)
        for n, first in timed:
            again = [
                self._judge.measure_at(self._problem, self._source, n, meter="cpu", limits=limits)
                for _ in range(2 if first.cpu >= AUDIBLE and not self._stopped() else 0)
            ]
            runs = [first, *(metered for metered in again if isinstance(metered, Metered))]
            result.append((n, min(runs, key=lambda metered: metered.cpu)))
        return result

    def _stopped(self) -> bool:
        return self._stop is not None and self._stop.is_set()


def _counts(counted: Sequence[tuple[int, Metered]]) -> list[tuple[int, int]]:
    return [(n, metered.count) for n, metered in counted]


def _seconds(timed: Sequence[tuple[int, Metered]]) -> list[tuple[int, float]]:
    return [(n, metered.cpu) for n, metered in timed if metered.cpu >= AUDIBLE]


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


def classify_time(
    counts: Sequence[tuple[int, int]], seconds: Sequence[tuple[int, float]], *, blind: bool = False
) -> Measured:
    """Counts decide; the slope of the clock overrules them by whole degrees only.

    blind: most work is done where nothing is counted (NumPy), so counts alone are no evidence.
    """
    clock = _slope(seconds)
    by_count = _by_count(counts)
    if by_count is None or (blind and clock is None):
        return _by_clock(clock, seconds)
    best, near = by_count
    if clock is not None and isfinite(best.degree) and clock >= best.degree + A_DEGREE:
        degree = round(clock)
        higher = next(c for c in Complexity if c.degree >= degree and c.degree > best.degree)
        basis = f"its counted work grows like {best}, but its CPU time like n^{clock:.1f}: work done in C"
        return Measured(higher, (higher,), clock, basis, overruled=True)
    if blind:
        return _by_clock(clock, seconds)
    basis = f"by {counts[-1][1]:,} counted steps at n = {counts[-1][0]:,}"
    return Measured(best, near, clock, basis)


def _by_count(counts: Sequence[tuple[int, int]]) -> tuple[Complexity, tuple[Complexity, ...]] | None:
    known = [(n, count) for n, count in counts if count > 0]
    if len(known) < LEAST_POINTS:
        return None
    ranked = _settled(known)
    return ranked[0].complexity, not_excluded(ranked)


def _settled(counts: Sequence[tuple[int, int]]) -> tuple[Fit, ...]:
    """Fits without the smallest sizes while those spoil them: generators have their own idea of small."""
    for first in range(len(counts) - FEWEST_SETTLED):
        ranked = fits([n for n, _ in counts[first:]], [count for _, count in counts[first:]])
        if ranked[0].error <= SETTLED:
            return ranked
    rest = counts[-max(FEWEST_SETTLED, LEAST_POINTS) :]
    return fits([n for n, _ in rest], [count for _, count in rest])


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
    degrees = [c.degree for c in (time.complexity, *time.not_excluded)]
    if min(degrees) >= contract.time + 1:
        return False
    return True if max(degrees) < contract.time + 1 else None
