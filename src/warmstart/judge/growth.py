"""How the cost of a submission grows with its input, in time and in memory, with the evidence.

Two kinds of run, one input each in a worker of its own. Counted runs repeat exactly and decide; they
are blind to work that C does out of their sight (`list.pop(0)`), so timed runs overrule them, but only
by a whole polynomial degree: the clock cannot tell n from n log n. Counts are made inside the
learner's process and could be forged; growth never gives AC.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from warmstart.judge.complexity import LEAST_POINTS, Complexity, Fit, fits, not_excluded, sturdy_slope
from warmstart.judge.ladder import AUDIBLE, FIRST_SIZE, Ladder, Meter, Pace, Rung
from warmstart.judge.problem import FrozenProblem, Growth

WEIGHTY = 0.25
"""MiB below which a peak is the allocator's, not the submission's."""
HIDDEN = 4.0
"""MiB that a worker may hold free when the meter starts: what fits in there is in no peak."""
LARGE = 2**15
"""Size from which a list of that many would be seen in a peak."""
SETTLED = 0.03
"""Root mean square relative error of counts that follow a class; they repeat exactly."""
UNFIT = 0.25
"""The same of counts that follow no class: their generator has steps of its own."""
FEWEST_SETTLED = 5
FAINT = 0.0002
"""CPU seconds that stand out from an empty call's, if no run can be longer."""
FASTEST = 2e-10
"""CPU seconds for one of the least things that C does many of: moving a pointer in memory."""
FAR_IN_SIZE, FAR_IN_COST = 4, 6
"""Times by which the largest size, or its cost, exceeds the least before a slope is read."""
STURDY, LATEST = 5, 4
"""Largest sizes of which a slope is that of: fewer where calls into NumPy cost as much as what they do for
long, so that growth shows late."""
IN_DOUBT = 0.35
"""Of slope beyond what was counted: what a memory that gets slower as it fills does not add alone."""
A_DEGREE = 0.5
"""Of slope beyond what was counted: a whole degree, less what is lost at small sizes."""
UNSURE = 0.15
"""Of slope: how near to the middle of two degrees the clock tells neither from the other."""
BEFORE_SILENCE = 64
"""How many times smaller than the largest counted size the first timed one is."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Of the counted runs, of the timed ones, and of these where the clock alone decides."""

    counted: Pace
    timed: Pace
    blind: Pace


BUDGET = Budget(
    counted=Pace(last=0.04, longest=0.15, in_all=0.3),
    timed=Pace(last=0.05, longest=0.15, in_all=0.4),
    blind=Pace(last=0.1, longest=0.4, in_all=0.6),
)


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
    overruled: by the clock. doubted: more runs might tell more.
    """

    complexity: Complexity | None
    not_excluded: tuple[Complexity, ...]
    slope: float | None
    basis: str
    overruled: bool = False
    doubted: bool = False

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
    judge: Meter,
    problem: FrozenProblem,
    source: str | bytes,
    *,
    budget: Budget = BUDGET,
    stop: Event | None = None,
) -> GrowthReport:
    """Measure until the budget is used or `stop` is set; says then what is known."""
    if problem.source.big is None:
        unknown = Measured(None, (), None, "this problem has no inputs of growing size")
        return GrowthReport((), unknown, unknown, problem.growth, None)
    counting = Ladder(judge, problem, source, "counts", stop)
    timing = Ladder(judge, problem, source, "cpu", stop)
    counted = counting.climb(budget.counted)
    blind = problem.stack != "pure"
    pace = budget.blind if blind else budget.timed
    timed = timing.climb(pace, _first_timed(counted))
    time = classify_time(_counts(counted), _seconds(timed), blind=blind, endless=timing.broke_off)
    if time.doubted:
        timed = timing.again(timed, pace)
        time = classify_time(_counts(counted), _seconds(timed), blind=blind, endless=timing.broke_off)
    space = classify_space([(rung.n, rung.metered.peak_mib) for rung in timed])
    if blind:
        time = _at_least_memory(time, space)
    cancelled = stop is not None and stop.is_set()
    return GrowthReport(
        _points(counted, timed), time, space, problem.growth, _meets(problem.growth, time), cancelled
    )


def _first_timed(counted: Sequence[Rung]) -> int:
    """A power of two: counting is slow, so the clock hears nothing at much smaller sizes."""
    times = counted[-1].n // BEFORE_SILENCE if counted else 0
    return max(FIRST_SIZE, 1 << times.bit_length() - 1 if times else 0)


def _counts(counted: Sequence[Rung]) -> list[tuple[int, int]]:
    return [(rung.n, rung.metered.count) for rung in counted]


def _seconds(timed: Sequence[Rung]) -> list[tuple[int, float]]:
    return [(rung.n, rung.metered.cpu) for rung in timed]


def _points(counted: Sequence[Rung], timed: Sequence[Rung]) -> tuple[Point, ...]:
    counts = {rung.n: rung.metered.count for rung in counted}
    timings = {rung.n: rung.metered for rung in timed}
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
    counts: Sequence[tuple[int, int]],
    seconds: Sequence[tuple[int, float]],
    *,
    blind: bool = False,
    endless: tuple[int, float] | None = None,
) -> Measured:
    """Counts decide; the slope of the clock overrules them by whole degrees only.

    blind: most work is done where nothing is counted (NumPy). Counts are then only what there is at least.
    endless: a size that took more than these seconds.
    """
    clock, weak = _heard(seconds, endless, LATEST if blind else STURDY)
    by_count = _by_count(counts)
    if by_count is None or (blind and clock is not None and round(clock) > by_count[0].degree):
        return _by_clock(clock, seconds)
    best, near = by_count
    if blind and clock is None:
        return _at_least(best, near)
    basis = f"by {counts[-1][1]:,} counted steps at n = {counts[-1][0]:,}"
    beyond = 0.0 if clock is None else clock - _expected(best, seconds)
    heard = clock is not None or not seconds or math.isinf(best.degree) or _silent(best, seconds)
    if heard and beyond < IN_DOUBT:
        return Measured(best, _agreed(near, clock), clock, basis)
    degree = best.degree + 1 if clock is None else max(best.degree + 1, round(clock))
    higher = next(c for c in Complexity if c.degree >= degree)
    if clock is None:
        doubt = f"{basis}; whether C does more, sizes up to {seconds[-1][0]:,} are too small to hear"
        return Measured(best, (*near, higher), None, doubt, doubted=True)
    if weak or beyond < A_DEGREE:
        doubt = f"{basis}; CPU time grows like n^{clock:.1f}"
        return Measured(best, (*near, higher), clock, doubt, doubted=True)
    basis = f"its counted work grows like {best}, but its CPU time like n^{clock:.1f}: work done in C"
    return Measured(higher, (higher,), clock, basis, overruled=True, doubted=True)


def _heard(
    seconds: Sequence[tuple[int, float]], endless: tuple[int, float] | None, largest: int
) -> tuple[float | None, bool]:
    """Slope of the clock where runs are long enough; where too few are, of the faint ones too, and then
    with what never ended: it took that long at least. Second, whether it is too weak to overrule counts."""
    for least in (AUDIBLE, FAINT):
        heard = [(n, cpu) for n, cpu in seconds if cpu >= least]
        more = [endless] if endless is not None and heard and endless[0] > heard[-1][0] else []
        for points in (heard, heard + more):
            if (clock := _slope(points, largest)) is not None:
                return clock, sum(cpu >= AUDIBLE for _, cpu in points) < 2
    return None, False


def _agreed(near: tuple[Complexity, ...], clock: float | None) -> tuple[Complexity, ...]:
    """Without the classes that are too slow for what the clock heard."""
    return near if clock is None else tuple(c for c in near if c.degree > clock - A_DEGREE - UNSURE)


def _expected(complexity: Complexity, seconds: Sequence[tuple[int, float]]) -> float:
    """Slope that this class has over the sizes that were timed; a log adds a little."""
    if math.isinf(complexity.degree):
        return complexity.degree
    heard = [n for n, cpu in seconds if cpu >= AUDIBLE] or [n for n, _ in seconds]
    first, last = heard[0], heard[-1]
    if complexity.degree < 1 or first == last:
        return complexity.degree
    return math.log(complexity.of(last) / complexity.of(first)) / math.log(last / first)


def _silent(best: Complexity, seconds: Sequence[tuple[int, float]]) -> bool:
    """A degree more, be it of the fastest work there is, would have been heard at the largest size."""
    n, cpu = seconds[-1]
    return cpu <= math.pow(n, best.degree + 1) * FASTEST


def _at_least(best: Complexity, near: tuple[Complexity, ...]) -> Measured:
    """What is counted is there; whether NumPy does more, the clock did not hear."""
    if best.degree < 1:
        return Measured(None, (), None, "too few sizes ran within the time")
    steeper = tuple(c for c in Complexity if c.degree > best.degree)
    return Measured(best, (*near, *steeper), None, "by counted steps, which do not see NumPy's work")


def _at_least_memory(time: Measured, space: Measured) -> Measured:
    """Memory that is resident was written, so time grows as fast at least."""
    if space.complexity is None or (time.complexity and time.complexity.degree >= space.complexity.degree):
        return time
    near = tuple(c for c in Complexity if c.degree == space.complexity.degree)
    return Measured(near[0], near, time.slope, f"by its memory: {space.basis}", overruled=True)


def _by_count(counts: Sequence[tuple[int, int]]) -> tuple[Complexity, tuple[Complexity, ...]] | None:
    known = [(n, count) for n, count in counts if count > 0]
    if len(known) < LEAST_POINTS:
        return None
    ranked = _settled(known)
    if ranked[0].error > UNFIT:
        return None
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
    degrees = {max(0, round(clock - UNSURE)), max(0, round(clock + UNSURE))}
    near, doubted = tuple(c for c in Complexity if c.degree in degrees), len(degrees) > 1
    best = next((c for c in near if c.degree == max(0, round(clock))), None)
    if best is None:
        return Measured(Complexity.EXPONENTIAL, near, clock, f"CPU time grows like n^{clock:.1f} and faster")
    return Measured(best, near, clock, f"CPU time up to n = {seconds[-1][0]:,}", doubted=doubted)


def _slope(points: Sequence[tuple[int, float]], largest: int) -> float | None:
    """None: fewer than three points, or they lie so close together that noise decides."""
    if len(points) < 3:
        return None
    (first, least), (last, most) = points[0], points[-1]
    if last < FAR_IN_SIZE * first and most < FAR_IN_COST * least:
        return None
    return sturdy_slope([n for n, _ in points], [cost for _, cost in points], largest)


def classify_space(peaks: Sequence[tuple[int, float]]) -> Measured:
    """Memory beyond the input, by the slope of its peak; a log is beyond what pages can show.

    A slope of small peaks may be that of what no longer fits into the free memory: a degree is claimed
    where the slope shows it with that memory counted too.
    """
    heavy = [(n, peak) for n, peak in peaks if peak >= WEIGHTY]
    steep = _slope(heavy, STURDY)
    if steep is not None:
        steps = heavy[-3:]
        least = sturdy_slope([n for n, _ in steps], [peak + HIDDEN for _, peak in steps])
        degrees = range(max(0, min(round(least), round(steep))), max(0, round(steep)) + 1)
        plain = (Complexity.CONSTANT, Complexity.LINEAR, Complexity.QUADRATIC, Complexity.CUBIC)
        near = tuple(c for c in plain if c.degree in degrees) or (Complexity.EXPONENTIAL,)
        claimed = max(degrees[0], min(1, degrees[-1]))
        best = next((c for c in near if c.degree == claimed), near[0])
        return Measured(best, near, steep, f"peak of {heavy[-1][1]:.1f} MiB at n = {heavy[-1][0]:,}")
    if peaks and not heavy and peaks[-1][0] >= LARGE:
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
