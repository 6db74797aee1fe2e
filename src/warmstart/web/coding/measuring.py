"""Growth measurements under way: one a person, between other people's turns, each can be cancelled."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Event, Lock

from warmstart import WarmstartError
from warmstart.judge.growth import GrowthReport, measure_growth
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.replies import Raised
from warmstart.judge.run import Metered
from warmstart.judge.watch import End
from warmstart.web.coding.runner import Runner, runner


class AlreadyMeasuring(WarmstartError):
    """This person's last measurement has not ended yet."""

    status = 409


class TurnByTurn:
    """A judge for one run at a time: a measurement takes seconds, and submissions go in between its runs."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    def measure_at(
        self, problem: FrozenProblem, source: str | bytes, n: int, *, meter: str, limits: Limits
    ) -> Metered | End | Raised:
        """As `Judge.measure_at`. NotJudging: this server judges nothing, or is about to end."""
        with self._runner.judging() as judge:
            return judge.measure_at(problem, source, n, meter=meter, limits=limits)


class Measuring:
    """Who is measuring now. Any thread may call any method."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stops: dict[Hashable, Event] = {}

    @contextmanager
    def of(self, person: Hashable) -> Iterator[Event]:
        """An event that `cancel` sets, while the person measures. AlreadyMeasuring."""
        stop = Event()
        with self._lock:
            if person in self._stops:
                raise AlreadyMeasuring("One measurement at a time: wait for the last one, or cancel it.")
            self._stops[person] = stop
        try:
            yield stop
        finally:
            with self._lock:
                del self._stops[person]

    def cancel(self, person: Hashable) -> None:
        """Too late is fine: what was measured then stands."""
        with self._lock:
            stop = self._stops.get(person)
        if stop is not None:
            stop.set()


measuring = Measuring()


def measure(person: Hashable, frozen: FrozenProblem, source: bytes) -> GrowthReport:
    """How `source` grows, as far as the budget lets it be told. AlreadyMeasuring, NotJudging."""
    with measuring.of(person) as stop:
        return measure_growth(TurnByTurn(runner), frozen, source, stop=stop)
