"""V9: the reference keeps the contract on growth, and every slow wrong solution breaks it.

Two meters, because each is blind alone: traced lines repeat exactly but do not see work done in C,
CPU time sees it but is noisy. The reference must be within the contract on both, a slow wrong
solution beyond it on one. CPU speaks only where the largest step takes `AUDIBLE` seconds, and each
size is timed several times, the fastest counting: noise only ever adds.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from warmstart.content.finding import Finding
from warmstart.content.pack import front_fault
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.gate import Gate
from warmstart.content.prove.reference import tests_fault
from warmstart.content.workshop import Workshop
from warmstart.judge.problem import FrozenProblem, Growth
from warmstart.judge.replies import Raised, Returned

AUDIBLE = 0.02
"""CPU seconds of the largest step below which a clock tells nothing about growth."""

LONG = 0.3
"""CPU seconds from which one run is enough: it averages its own noise."""

CLEARLY = 0.5
"""Above the bound by this, a slow wrong solution need not climb to the end of the ladder."""

TIMES = 3
FEWEST = 3
"""Sizes through which a slope is drawn; the upper half of the ladder where that is more."""


@dataclass(frozen=True, slots=True)
class Slopes:
    """Log-log slopes; None: that meter says nothing. `broke_off`: a size was never finished.

    `longest`: CPU seconds of the largest step that was timed.
    """

    lines: float | None
    cpu: float | None
    broke_off: bool = False
    longest: float = 0.0

    def beyond(self, bound: float) -> bool:
        return self.broke_off or any(slope is not None and slope > bound for slope in (self.lines, self.cpu))

    def __str__(self) -> str:
        if self.broke_off:
            return "did not finish"
        told = [] if self.lines is None else [f"lines {self.lines:.2f}"]
        if self.cpu is None:
            told.append(f"CPU silent at {self.longest * 1000:.0f} ms")
        else:
            told.append(f"CPU {self.cpu:.2f}")
        return ", ".join(told)


def growth_gate(bench: Bench, workshop: Workshop, problem: FrozenProblem) -> Gate:
    """`problem.growth` None: there is no contract and nothing to hold."""
    growth = problem.growth
    if growth is None:
        return Gate("V9", note="no contract")
    fault = _ladder_fault(workshop, growth)
    if fault is not None:
        return Gate("V9", (fault,))
    inputs, fault = _inputs(bench, workshop, growth)
    if fault is not None:
        return Gate("V9", (fault,))
    return _measured(bench, workshop, problem, growth, inputs)


def _measured(
    bench: Bench, workshop: Workshop, problem: FrozenProblem, growth: Growth, inputs: Sequence[object]
) -> Gate:
    bound = growth.time + growth.slack
    slow = [mutant for mutant in workshop.wrong.mutants if mutant.grows]
    sources = [workshop.solution.file.text, *(mutant.source for mutant in slow)]
    bench.on_step("growth", 0, len(sources))
    own = _reference_slopes(bench, problem, growth, inputs)
    findings = []
    if own.beyond(bound):
        message = f"the reference grows beyond {bound:g} in {growth.n}: {own}"
        findings.append(
            front_fault(workshop.problem, "complexity", message, "mend the reference or the contract")
        )
    for done, mutant in enumerate(slow, start=1):
        bench.on_step("growth", done, len(sources))
        slopes = _slopes(bench, problem, mutant.source, growth, inputs, bound + CLEARLY)
        if not slopes.beyond(bound):
            message = f"'{mutant.id}' stays within {bound:g} in {growth.n}: {slopes}"
            mend = "give big(n) an adversary, or larger sizes, or make it a whole degree worse"
            findings.append(workshop.wrong.file.fault(mutant.line, message, mend))
    bench.on_step("growth", len(sources), len(sources))
    if not slow:
        message = "the ladder fails no wrong solution, so nobody knows that it can"
        mend = "add a growth_exceeded mutant to wrong.toml"
        findings.append(tests_fault(workshop, "LADDER", message, mend))
    return Gate("V9", tuple(findings), f"reference {own}, bound {bound:g}")


def _ladder_fault(workshop: Workshop, growth: Growth) -> Finding | None:
    ladder = growth.ladder
    if len(ladder) >= FEWEST and ladder[-1] >= 4 * ladder[0]:
        return None
    message = f"LADDER {list(ladder)} is too short for a slope"
    return tests_fault(
        workshop, "LADDER", message, f"give at least {FEWEST} sizes, the last 4 times the first"
    )


def _inputs(bench: Bench, workshop: Workshop, growth: Growth) -> tuple[list[object], Finding | None]:
    source = workshop.sources.big or ""
    replies = bench.judge.call(workshop.problem.stack, source, "big", [(n,) for n in growth.ladder])
    for n, reply in zip(growth.ladder, replies, strict=True):
        if isinstance(reply, Raised):
            return [], tests_fault(workshop, "big", f"big({n}) fails: {reply.sentence}", "mend big")
    return [reply.value for reply in replies if isinstance(reply, Returned)], None


def _reference_slopes(
    bench: Bench, problem: FrozenProblem, growth: Growth, inputs: Sequence[object]
) -> Slopes:
    """Measured anew when it seems to be beyond: one busy moment of the machine is no fault."""
    bound = growth.time + growth.slack
    slopes = _slopes(bench, problem, problem.reference, growth, inputs, math.inf)
    if slopes.cpu is not None and slopes.cpu > bound:
        again = _slopes(bench, problem, problem.reference, growth, inputs, math.inf)
        return replace(slopes, cpu=min(slopes.cpu, again.cpu or slopes.cpu))
    return slopes


def _slopes(
    bench: Bench,
    problem: FrozenProblem,
    source: str,
    growth: Growth,
    inputs: Sequence[object],
    enough: float,
) -> Slopes:
    """CPU first: a slope above `enough` ends it, for tracing would take for ever and add nothing."""
    times: list[float] = []
    for value in inputs:
        seconds = _timed(bench, problem, source, value)
        if seconds is None:
            return Slopes(None, None, broke_off=True)
        times.append(seconds)
        if len(times) >= FEWEST and seconds >= AUDIBLE:
            so_far = slope(growth.ladder[: len(times)], times)
            if so_far > enough:
                return Slopes(None, so_far, longest=seconds)
    lines = bench.judge.measure(problem, source, inputs, meter="lines")
    counted = [count for count in lines if count is not None]
    by_lines = slope(growth.ladder, counted) if len(counted) == len(inputs) else None
    by_cpu = slope(growth.ladder, times) if times[-1] >= AUDIBLE else None
    return Slopes(by_lines, by_cpu, longest=times[-1])


def _timed(bench: Bench, problem: FrozenProblem, source: str, value: object) -> float | None:
    """CPU seconds of the fastest of several runs; None: it did not come through."""
    (first,) = bench.judge.measure(problem, source, [value], meter="cpu")
    if first is None or first >= LONG:
        return first
    more = bench.judge.measure(problem, source, [value] * (TIMES - 1), meter="cpu")
    return min([first, *(seconds for seconds in more if seconds is not None)])


def slope(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Least squares of log cost on log size over the upper half, at least `FEWEST` points."""
    count = max(FEWEST, math.ceil(len(sizes) / 2))
    xs = [math.log(n) for n in sizes[-count:]]
    ys = [math.log(max(cost, 1e-9)) for cost in costs[-count:]]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return over / sum((a - x) ** 2 for a in xs)
