"""At which sizes a submission is run to see how its cost grows: as few and as short as tell something.

Sizes double. Where the next one would be too long, some between the last two and just above the last one
are run instead, so that steep growth too is seen at enough sizes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.replies import Raised
from warmstart.judge.run import Metered
from warmstart.judge.watch import End

FIRST_SIZE = 8
LARGEST_SIZE = 2**22
AUDIBLE = 0.001
"""CPU seconds below which a run's clock says more of the machine than of the code."""
FEWEST_COUNTED, FEWEST_TIMED = 5, 4
"""Sizes from which growth can be told with some certainty."""
QUARTERS = (1.25, 1.5, 1.75)
DISTURBED, WAKING = 0.25, 0.0005
"""Share of a run's time, and seconds to wake up, beyond which something else ran. The clock of a virtual
machine is then wrong by milliseconds, downwards too: it takes time for stolen that was not."""
SLEEPER = 0.5
"""Seconds of waiting that nothing but the code itself explains."""
MORE = 2
MOST_AGAIN = 5
PATIENCE = 8
"""Seconds of waiting that use up the budget as one of work does: code that sleeps ends, too."""


@dataclass(frozen=True, slots=True)
class Pace:
    """CPU seconds, the making of the input counted in. last: a run that long is not followed by a
    larger one. longest: a run that is expected to take longer is not tried. in_all: of all runs."""

    last: float
    longest: float
    in_all: float


class Meter(Protocol):
    """As `Judge.measure_at`; a server's own gives others a turn between two runs."""

    def measure_at(
        self, problem: FrozenProblem, source: str | bytes, n: int, *, meter: str, limits: Limits
    ) -> Metered | End | Raised: ...


@dataclass(frozen=True, slots=True)
class Rung:
    """A size and what it cost there."""

    n: int
    metered: Metered

    @property
    def cost(self) -> float:
        return self.metered.cpu + self.metered.making

    @property
    def slept(self) -> float:
        """Seconds in which it did nothing, or something else did."""
        return max(0.0, self.metered.wall - self.metered.cpu)


class Ladder:
    """One submission's runs at growing sizes, each in a worker of its own.

    broke_off: the least size that took more than so many seconds; None: all came to an end.
    """

    def __init__(
        self, judge: Meter, problem: FrozenProblem, source: str | bytes, meter: str, stop: Event | None
    ) -> None:
        self._judge = judge
        self._problem = problem
        self._source = source
        self._meter = meter
        self._stop = stop
        self._enough = FEWEST_TIMED if meter == "cpu" else FEWEST_COUNTED
        self._steep = False
        self.broke_off: tuple[int, float] | None = None

    def climb(self, pace: Pace, first: int = FIRST_SIZE) -> list[Rung]:
        """What the sizes cost that could be run, in rising order."""
        rungs = list(self._doubling(pace, first))
        if rungs and (self._speaks(rungs[-1]) or self._steep):
            rungs += list(self._between(rungs, pace))
        found = sorted({rung.n: rung for rung in rungs}.values(), key=lambda rung: rung.n)
        return [self._calmest(rung, pace, 1) if self._is_disturbed(rung) else rung for rung in found]

    def _doubling(self, pace: Pace, size: int) -> Iterator[Rung]:
        spent, before = 0.0, 0.0
        while spent < pace.in_all and size <= LARGEST_SIZE:
            outcome = self._run(size, pace)
            if isinstance(outcome, Rung):
                yield outcome
                spent += outcome.cost + outcome.slept / PATIENCE
                steepness = max(2.0, outcome.cost / before) if before else 2.0
                if outcome.cost > pace.last:
                    return
                self._steep = outcome.cost * steepness > pace.longest
                if self._steep:
                    return
                before = outcome.cost
            elif before or outcome in (None, End.CPU, End.WALL):
                self._steep = outcome not in (None, End.WALL)
                return
            size *= 2  # also where it is too small for this generator

    def _between(self, rungs: Sequence[Rung], pace: Pace) -> Iterator[Rung]:
        """While there are too few that speak: above the last as far as they are short, then below it."""
        missing = self._enough - sum(self._speaks(rung) for rung in rungs)
        for rung in self._above(rungs[-1], pace) if missing > 0 else ():
            yield rung
            missing -= 1
        lower = rungs[-2].n if len(rungs) > 1 else rungs[-1].n // 2
        for quarter in QUARTERS[: max(0, missing)]:
            outcome = self._run(int(lower * quarter), pace)
            if isinstance(outcome, Rung):
                yield outcome

    def _above(self, last: Rung, pace: Pace) -> Iterator[Rung]:
        highest = last
        for quarter in QUARTERS:
            if highest.cost > pace.last:
                return
            outcome = self._run(int(last.n * quarter), pace)
            if not isinstance(outcome, Rung):
                return
            yield outcome
            highest = outcome

    def _speaks(self, rung: Rung) -> bool:
        return self._meter != "cpu" or rung.metered.cpu >= AUDIBLE

    def _is_disturbed(self, rung: Rung) -> bool:
        heard = self._meter == "cpu" and rung.metered.wall >= AUDIBLE
        return heard and DISTURBED * rung.metered.wall + WAKING < rung.slept < SLEEPER

    def _run(self, size: int, pace: Pace) -> Rung | End | Raised | None:
        """None: stopped."""
        if self._stop is not None and self._stop.is_set():
            return None
        limits = Limits(seconds=1.2 * pace.longest, mib=512)
        outcome = self._judge.measure_at(self._problem, self._source, size, meter=self._meter, limits=limits)
        if isinstance(outcome, Metered):
            return Rung(size, outcome)
        if outcome is End.CPU and (self.broke_off is None or size < self.broke_off[0]):
            self.broke_off = size, limits.seconds
        return outcome

    def again(self, rungs: Sequence[Rung], pace: Pace) -> list[Rung]:
        """The same sizes, the largest ones twice more: of three runs the one that was disturbed least."""
        return [*rungs[:-MOST_AGAIN], *(self._calmest(rung, pace, MORE) for rung in rungs[-MOST_AGAIN:])]

    def _calmest(self, rung: Rung, pace: Pace, more: int) -> Rung:
        outcomes = [self._run(rung.n, pace) for _ in range(more)]
        return min((rung, *(o for o in outcomes if isinstance(o, Rung))), key=lambda one: one.slept)
