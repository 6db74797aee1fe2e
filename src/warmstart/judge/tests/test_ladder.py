"""Which sizes are run, told by what a run of each size would cost."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Event

import pytest

from warmstart.judge.growth import FAINT
from warmstart.judge.ladder import AUDIBLE, FEWEST_COUNTED, FEWEST_TIMED, LARGEST_SIZE, Ladder, Pace, Rung
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.replies import Raised
from warmstart.judge.run import Metered
from warmstart.judge.watch import End

PACE = Pace(last=0.05, longest=0.15, in_all=0.4)
PROBLEM = FrozenProblem("p", 1, "code", "f", (), "", "", ())


@dataclass
class Costs:
    """A meter that knows what each size costs in seconds; runs beyond the limit end there."""

    seconds: Callable[[int], float]
    wall: float = 0.0
    deepest: int = LARGEST_SIZE
    sizes: list[int] = field(default_factory=list)
    spent: float = 0.0

    def measure_at(
        self, problem: FrozenProblem, source: str | bytes, n: int, *, meter: str, limits: Limits
    ) -> Metered | End | Raised:
        self.sizes.append(n)
        cost = self.seconds(n)
        self.spent += min(cost, limits.seconds)
        if n > self.deepest:
            return Raised("RecursionError", "")
        if cost > limits.seconds:
            return End.CPU
        return Metered(1, cost, 0.0, 0.0, max(cost, self.wall))


def ladder(costs: Costs, meter: str = "cpu", stop: Event | None = None) -> Ladder:
    return Ladder(costs, PROBLEM, "", meter, stop)


GROWTHS: dict[str, Callable[[int], float]] = {
    "n": lambda n: 3e-7 * n,
    "n^2": lambda n: 3e-8 * n**2,
    "n^3": lambda n: 1e-7 * n**3,
    "n^4": lambda n: 1e-7 * n**4,
    "2^n": lambda n: 1e-8 * 2.0**n,
    "1.6^n": lambda n: 1e-6 * 1.618**n,
}


@pytest.mark.parametrize("growth", GROWTHS)
def test_growth_however_steep_is_heard_at_enough_sizes(growth: str) -> None:
    costs = Costs(GROWTHS[growth])
    rungs = ladder(costs).climb(PACE)
    assert sum(rung.metered.cpu >= AUDIBLE for rung in rungs) >= (2 if "^n" in growth else FEWEST_TIMED)
    assert sum(rung.metered.cpu >= FAINT for rung in rungs) >= 3
    assert [rung.n for rung in rungs] == sorted({rung.n for rung in rungs})
    assert costs.spent < 0.8


@pytest.mark.parametrize("growth", GROWTHS)
def test_counts_are_taken_at_enough_sizes(growth: str) -> None:
    costs = Costs(lambda n: 20 * GROWTHS[growth](n))
    assert len(ladder(costs, "counts").climb(PACE)) >= FEWEST_COUNTED


def test_where_recursion_ends_the_sizes_below_are_used() -> None:
    rungs = ladder(Costs(lambda n: 3e-6 * n, deepest=990)).climb(PACE)
    assert rungs[-1].n in range(800, 991)


def test_a_size_that_takes_too_long_is_remembered() -> None:
    timing = ladder(Costs(lambda n: 0.001 if n < 22 else 10))
    assert max(rung.n for rung in timing.climb(PACE)) in (20, 21)
    assert timing.broke_off is not None
    assert timing.broke_off[0] == 24


def test_code_that_sleeps_ends_soon() -> None:
    costs = Costs(lambda n: 1e-5, wall=1.0)
    ladder(costs).climb(PACE)
    assert len(costs.sizes) <= 5


def test_nothing_runs_once_it_is_stopped() -> None:
    stop, costs = Event(), Costs(GROWTHS["n"])
    stop.set()
    assert ladder(costs, stop=stop).climb(PACE) == []
    assert costs.sizes == []


@dataclass
class Disturbed(Costs):
    """The first run of each size is disturbed: its clock stands still, the wall's does not."""

    def measure_at(
        self, problem: FrozenProblem, source: str | bytes, n: int, *, meter: str, limits: Limits
    ) -> Metered | End | Raised:
        first = n not in self.sizes
        metered = super().measure_at(problem, source, n, meter=meter, limits=limits)
        return replace(metered, cpu=0.0) if first and isinstance(metered, Metered) else metered


def test_a_run_that_was_disturbed_is_run_again() -> None:
    rungs = ladder(Disturbed(GROWTHS["n"])).climb(PACE)
    assert rungs[-1].metered.wall >= AUDIBLE
    assert all(rung.metered.cpu for rung in rungs if rung.metered.wall >= AUDIBLE)


def test_run_again_the_calmest_of_three_counts() -> None:
    costs = Disturbed(lambda n: 0.02)
    (rung,) = ladder(costs).again([Rung(8, Metered(1, 0.03, 0.0, 0.0, 0.04))], PACE)
    assert rung.metered.cpu == 0.02
