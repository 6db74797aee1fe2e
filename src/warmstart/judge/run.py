"""Module text and inputs to results: one job on one worker, and nothing compared yet."""

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from warmstart.judge.frame import LEARNER_TEXT, MalformedFrame, TextCaps
from warmstart.judge.nursery import Nursery
from warmstart.judge.problem import Limits
from warmstart.judge.process import WorkerGone, WorkerProcess
from warmstart.judge.replies import Raised, Returned, read_case, read_load
from warmstart.judge.watch import End, Watch
from warmstart.judge.worker import Job


@dataclass(frozen=True, slots=True)
class RunCase:
    """One input's result. Seconds are of this input alone; peak_mib is the peak so far."""

    result: Returned | Raised
    cpu: float
    wall: float
    peak_mib: float
    printed: bytes


@dataclass(frozen=True, slots=True)
class Run:
    """How a job went. `failure`: the module did not load. `cases`: what was answered, in order.

    `last`: meters and print of what was under way when it ended early.
    """

    end: End
    error: str
    failure: Raised | None
    cases: tuple[RunCase, ...]
    cpu: float
    peak_mib: float
    printed: bytes


MOST_COUNTED = 2**53
"""Counts come from the learner's process; a float holds every one below this."""

OnCase = Callable[[int, RunCase], bool]
"""Told of every answered case; True: enough, the rest need not run."""


def prepare_inputs(inputs: Sequence[object]) -> tuple[bytes, ...]:
    """Inputs as a worker takes them; made once a problem and kept."""
    return tuple(pickle.dumps(x, protocol=5) for x in inputs)


def run_job(
    nursery: Nursery,
    job: Job,
    limits: Limits,
    *,
    on_case: OnCase | None = None,
    stop: threading.Event | None = None,
    keep: bool = True,
    caps: TextCaps = LEARNER_TEXT,
) -> Run:
    """Run `job` on a fresh worker; once more when the zygote died under it, which is no fault of the job.

    keep: whether the Run holds the cases; a value of a few bytes in a frame may be large once decoded.
    """
    for attempt in (1, 2):
        worker = nursery.take()
        run = None
        try:
            collector = _Collector(worker, Watch(worker, limits, stop, caps), on_case, keep)
            run = collector.collect(_fitted(job, worker, limits))
        finally:
            nursery.give_back(worker, finished=run is not None and run.end is End.COMPLETE)
        if attempt == 2 or run.end is not End.GONE or not nursery.died():
            return run
    raise AssertionError("unreachable")


def _fitted(job: Job, worker: WorkerProcess, limits: Limits) -> Job:
    return replace(job, address_space=worker.address_space(limits.mib), mark=os.urandom(16))


class _Collector:
    """Reads one job's replies into a Run."""

    def __init__(self, worker: WorkerProcess, watch: Watch, on_case: OnCase | None, keep: bool) -> None:
        self._worker = worker
        self._watch = watch
        self._on_case = on_case
        self._keep = keep
        self._failure: Raised | None = None
        self._cases: list[RunCase] = []
        self._peak = 0.0

    def collect(self, job: Job) -> Run:
        try:
            self._read_all(job)
        except MalformedFrame as error:
            self._watch.end, self._watch.error = End.MALFORMED, str(error)
        self._measure_memory()
        watch = self._watch
        return Run(
            watch.end, watch.error, self._failure, tuple(self._cases), watch.cpu, self._peak, watch.printed
        )

    def _read_all(self, job: Job) -> None:
        for number, reply in enumerate(self._watch.replies(job, wanted=len(job.inputs) + 1)):
            if number == 0:
                self._failure = read_load(reply)
                if self._failure is not None:
                    self._watch.end = End.COMPLETE
                    return
                continue
            result = read_case(reply, number - 1)
            if reply.cpu > 0.005:  # reading the memory meter costs more than a small case
                self._measure_memory()
            case = RunCase(result, reply.cpu, reply.wall, self._peak, reply.printed)
            if self._keep:
                self._cases.append(case)
            if self._on_case is not None and self._on_case(number - 1, case):
                return

    def _measure_memory(self) -> None:
        self._peak = max(self._peak, self._worker.peak_mib() or 0.0)


@dataclass(frozen=True, slots=True)
class Metered:
    """What one call cost. count: lines, and operations where they were counted; 0 for the meter "cpu".

    cpu: seconds of the call alone; wall: the same by the clock on the wall. making: seconds for loading
    the module and making the input.
    peak_mib: peak memory over what was held with the input made.
    """

    count: int
    cpu: float
    making: float
    peak_mib: float
    wall: float = 0.0


def measure_job(nursery: Nursery, job: Job, limits: Limits) -> Metered | End | Raised:
    """What the job's only input costs. End, Raised: it did not come through, and why."""
    worker = nursery.take()
    watch = Watch(worker, limits)
    try:
        return _metered(watch, worker, _fitted(job, worker, limits))
    except MalformedFrame:
        return End.MALFORMED
    except (WorkerGone, OSError):  # it claimed to be ready and was gone
        return End.GONE
    finally:
        nursery.give_back(worker)


def _metered(watch: Watch, worker: WorkerProcess, job: Job) -> Metered | End | Raised:
    making = 0.0
    for number, reply in enumerate(watch.replies(job, wanted=3)):
        if number == 0 and (failure := read_load(reply)) is not None:
            return failure
        if number == 1:
            if "raised" in reply.header:
                result = read_case(reply, 0)
                return result if isinstance(result, Raised) else End.MALFORMED
            worker.reset_memory()
            making = watch.cpu
            watch.release()
        if number == 2:
            result = read_case(reply, 0)
            if isinstance(result, Raised):
                return result
            count = result.value
            if type(count) is not int or not 0 <= count < MOST_COUNTED:
                return End.MALFORMED
            return Metered(count, reply.cpu, making, worker.peak_mib() or 0.0, reply.wall)
    return watch.end
