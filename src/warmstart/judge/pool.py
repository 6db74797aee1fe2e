"""The judge: a thread-safe front to one nursery a stack."""

import logging
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import TracebackType

from warmstart import WarmstartError
from warmstart.judge import jail
from warmstart.judge.footprint import Footprint
from warmstart.judge.frame import AUTHOR_TEXT, LEARNER_TEXT, TextCaps
from warmstart.judge.nursery import Nursery, ZygoteFailed
from warmstart.judge.oneshot_nursery import OneShotNursery
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.replies import Raised, Returned
from warmstart.judge.ruling import Ruling, rule_unreadable
from warmstart.judge.run import Metered, Run, measure_job, prepare_inputs, run_job
from warmstart.judge.submission import UnreadableSource, source_text
from warmstart.judge.verdict import CaseResult, Verdict
from warmstart.judge.watch import End
from warmstart.judge.worker import Job

_log = logging.getLogger(__name__)

AUTHOR_LIMITS = Limits(seconds=20.0, mib=1024)
"""For check, valid and big: our own code, yet on data that a learner made."""

KEPT_PROBLEMS = 32

SECONDS_TO_SLEEP = 15 * 60.0
SECONDS_BETWEEN_LOOKS = 30.0

MEASURE_LIMITS = Limits(seconds=20.0, mib=1024)


class JailUnavailable(WarmstartError):
    """This machine offers no jail, so nothing is judged; the message says what was tried."""


class JudgingStopped(WarmstartError):
    """The caller's `stop` was set before there was a verdict."""


class Judge:
    """Runs submissions in jailed workers and compares here. Any thread may call any method.

    tier: None takes the best that this machine has. JailUnavailable: it has none.
    spares: workers kept warm a stack. idle: seconds after which a stack that nobody uses is put to
    sleep, by `clock`; what it is asked next waits for it to start again.
    """

    def __init__(
        self,
        *,
        tier: jail.Tier | None = None,
        spares: int = 2,
        idle: float = SECONDS_TO_SLEEP,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.tier = jail.best_tier() if tier is None else tier
        if self.tier is jail.Tier.T0 and tier is None:
            raise JailUnavailable(f"code cannot be judged safely on this machine: {_why_no_jail()}")
        self._spares = spares
        self._idle = idle
        self._clock = clock
        self._nurseries: dict[str, Nursery] = {}
        self._prepared: dict[int, tuple[FrozenProblem, tuple[bytes, ...]]] = {}
        self._lock = threading.Lock()
        self._refill = threading.Condition()
        self._thirsty: list[Nursery] = []
        self._closing = False
        self._refiller = threading.Thread(target=self._keep_refilling, name="judge-refill", daemon=True)
        self._refiller.start()

    def __enter__(self) -> "Judge":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every zygote and with them every worker."""
        with self._refill:
            self._closing = True
            self._refill.notify()
        self._refiller.join()
        for nursery in self._nurseries.values():
            nursery.close()

    def judge(
        self,
        problem: FrozenProblem,
        source: str | bytes,
        *,
        limits: Limits | None = None,
        on_case: Callable[[CaseResult], None] | None = None,
        stop: threading.Event | None = None,
        first_failure_only: bool = False,
    ) -> Verdict:
        """Run `source` on every case of `problem` and say how it did. JudgingStopped: `stop` was set."""
        started = time.monotonic()
        ruling = Ruling(problem, limits or problem.limits, on_case, first_failure_only)
        try:
            job = _job(problem, source_text(source), self._frozen(problem))
        except UnreadableSource as error:
            return rule_unreadable(problem, str(error), str(self.tier))
        keep = problem.source.check is not None
        nursery = self._nursery(problem.stack)
        try:
            run = run_job(nursery, job, ruling.limits, on_case=ruling.hear, stop=stop, keep=keep)
            if run.end is End.STOPPED:
                raise JudgingStopped("judging was cancelled")
            verdict = ruling.rule(run, self._check(problem, ruling.to_check(run)))
            return replace(verdict, total_ms=(time.monotonic() - started) * 1000, tier=str(self.tier))
        finally:
            self._ask_refill(nursery)

    def results(
        self,
        problem: FrozenProblem,
        source: str | bytes,
        inputs: Sequence[object],
        *,
        limits: Limits | None = None,
    ) -> Run:
        """What `source` gives for `inputs`, compared with nothing. UnreadableSource: it is no text."""
        return self._run(
            problem.stack,
            _job(problem, source_text(source), prepare_inputs(inputs)),
            limits or problem.limits,
        )

    def call(
        self,
        stack: str,
        source: str,
        function: str,
        arguments: Sequence[tuple[object, ...]],
        *,
        limits: Limits | None = None,
    ) -> tuple[Returned | Raised, ...]:
        """Author code in a worker of its own: `function(*a)` for each of `arguments`, in order.

        What was not answered, because the worker ended, comes back as Raised with the end's name.
        """
        if not arguments:
            return ()
        job = Job(source, function, prepare_inputs(arguments))
        run = self._run(stack, job, limits or AUTHOR_LIMITS, caps=AUTHOR_TEXT)
        if run.failure is not None:
            return (run.failure,) * len(arguments)
        missing = Raised("RuntimeError", f"{run.end.value} {run.error}".strip())
        answered = tuple(case.result for case in run.cases)
        return answered + (missing,) * (len(arguments) - len(answered))

    def measure(
        self, problem: FrozenProblem, source: str | bytes, inputs: Sequence[object], *, meter: str
    ) -> tuple[float | None, ...]:
        """Cost of each input in a fresh worker: "cpu" seconds of the call, or "lines" that ran."""
        text = source_text(source)
        jobs = [replace(_job(problem, text, prepare_inputs([x])), meter=meter) for x in inputs]
        nursery = self._nursery(problem.stack)
        costs = [measure_job(nursery, job, MEASURE_LIMITS) for job in jobs]
        self._ask_refill(nursery)
        return tuple(_cost(metered, meter) if isinstance(metered, Metered) else None for metered in costs)

    def measure_at(
        self, problem: FrozenProblem, source: str | bytes, n: int, *, meter: str, limits: Limits
    ) -> Metered | End | Raised:
        """Cost of the problem's generated input of size `n`: "cpu" of the call, or "counts" of its work.

        The input is made in the worker, by the problem's `big`. End, Raised: it did not come through.
        """
        job = replace(
            _job(problem, source_text(source), prepare_inputs([(n,)])),
            meter=meter,
            generator=problem.source.big,
        )
        nursery = self._nursery(problem.stack)
        try:
            return measure_job(nursery, job, limits)
        finally:
            self._ask_refill(nursery)

    def zygote_pids(self) -> dict[str, int]:
        """pid of the zygote (its launcher in T1) of each stack that is awake; the same while it lives."""
        with self._lock:
            pids = {name: nursery.zygote_pid for name, nursery in self._nurseries.items()}
        return {name: pid for name, pid in pids.items() if pid is not None}

    def footprints(self) -> dict[str, Footprint]:
        """What each stack that is awake holds: its zygote, its spares, what runs."""
        with self._lock:
            nurseries = dict(self._nurseries)
        held = {name: nursery.footprint() for name, nursery in nurseries.items()}
        return {name: one for name, one in held.items() if one is not None}

    def warm(self, stack: str) -> None:
        """Start a stack's zygote and fill its spares now instead of at the first submission."""
        nursery = self._nursery(stack)
        nursery.give_back(nursery.take())
        nursery.refill()

    def _frozen(self, problem: FrozenProblem) -> tuple[bytes, ...]:
        """A problem's inputs as a worker takes them, kept from one submission to the next."""
        with self._lock:
            kept = self._prepared.get(id(problem))
            if kept is None or kept[0] is not problem:
                kept = problem, prepare_inputs([case.input for case in problem.cases])
                self._prepared[id(problem)] = kept
                while len(self._prepared) > KEPT_PROBLEMS:
                    self._prepared.pop(next(iter(self._prepared)))
            return kept[1]

    def _run(self, stack: str, job: Job, limits: Limits, *, caps: TextCaps = LEARNER_TEXT) -> Run:
        nursery = self._nursery(stack)
        try:
            return run_job(nursery, job, limits, caps=caps)
        finally:
            self._ask_refill(nursery)

    def _check(
        self, problem: FrozenProblem, outputs: dict[int, tuple[object, ...]]
    ) -> dict[int, Returned | Raised]:
        """The checker's word on each (input, output, expected), from a worker that saw no learner code."""
        if problem.source.check is None:
            return {}
        remarks = self.call(problem.stack, problem.source.check, "check", list(outputs.values()))
        return dict(zip(outputs, remarks, strict=True))

    def _nursery(self, stack: str) -> Nursery:
        with self._lock:
            if stack not in self._nurseries:
                self._nurseries[stack] = self._new_nursery(stack)
            return self._nurseries[stack]

    def _new_nursery(self, stack: str) -> Nursery:
        if self.tier is jail.Tier.T4:
            return OneShotNursery(stack, self._spares, self._clock)
        return Nursery(stack, self.tier, self._spares, self._clock)

    def _ask_refill(self, nursery: Nursery) -> None:
        with self._refill:
            self._thirsty.append(nursery)
            self._refill.notify()

    def _keep_refilling(self) -> None:
        while True:
            with self._refill:
                self._refill.wait_for(lambda: self._thirsty or self._closing, SECONDS_BETWEEN_LOOKS)
                if self._closing:
                    return
                thirsty = self._thirsty.pop() if self._thirsty else None
            if thirsty is not None:
                _fill(thirsty)
            self._put_to_sleep()

    def _put_to_sleep(self) -> None:
        with self._lock:
            nurseries = list(self._nurseries.values())
        for nursery in nurseries:
            nursery.sleep(self._idle)


def _fill(nursery: Nursery) -> None:
    try:
        nursery.refill()
    except ZygoteFailed as error:  # the next submission tries again and tells its learner
        _log.warning("no spare worker", extra={"reason": str(error)})


def _why_no_jail() -> str:
    return "; ".join(f"{tier} ({tier.made_of}): {jail.missing(tier)}" for tier in jail.TIERS)


def _job(problem: FrozenProblem, text: str, inputs: tuple[bytes, ...]) -> Job:
    schema = problem.schema if problem.is_query else None
    return Job(text, problem.entry, inputs, problem.source.run, _seed(problem), schema=schema)


def _cost(metered: Metered, meter: str) -> float:
    return float(metered.count) if meter == "lines" else metered.cpu


def _seed(problem: FrozenProblem) -> int:
    """The same for every submission to a problem, so that judging again gives the same verdict."""
    return zlib.crc32(f"{problem.id} {problem.version}".encode())
