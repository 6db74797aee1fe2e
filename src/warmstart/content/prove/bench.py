"""Where a proof runs code: one judge, several threads, progress told as it goes."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

from warmstart import WarmstartError
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.verdict import Outcome, Verdict

T = TypeVar("T")
R = TypeVar("R")

OnStep = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many of it are done, of how many."""


class JudgeFault(WarmstartError):
    """The judge could not say; that is a fault of ours, not of the pack."""


@dataclass(frozen=True, slots=True)
class Bench:
    """`judge` and how it is used: `jobs` threads over it, `on_step` called from any of them.

    today: the date to put on what is proved, as 2026-11-22; "": none.
    """

    judge: Judge
    jobs: int = 1
    on_step: OnStep = lambda what, done, total: None
    today: str = ""

    def verdict(self, problem: FrozenProblem, source: str, limits: Limits | None = None) -> Verdict:
        verdict = self.judge.judge(problem, source, limits=limits)
        if verdict.outcome is Outcome.IE:
            raise JudgeFault(f"internal error of the judge: {verdict.message}")
        return verdict

    def spread(self, what: str, function: Callable[[T], R], items: Sequence[T]) -> list[R]:
        """`function` of each item, in order, on all threads."""
        done = 0
        results = []
        self.on_step(what, 0, len(items))
        with ThreadPoolExecutor(self.jobs) as pool:
            for result in pool.map(function, items):
                done += 1
                results.append(result)
                self.on_step(what, done, len(items))
        return results


def failing(verdict: Verdict) -> frozenset[str]:
    """Names of the cases that were run and failed; a module that does not load fails them all."""
    if verdict.outcome is not Outcome.AC and all(case.verdict is None for case in verdict.cases):
        return frozenset(case.name for case in verdict.cases)
    return frozenset(case.name for case in verdict.cases if case.verdict not in (None, Outcome.AC))


def tight(problem: FrozenProblem, reference_seconds: float) -> Limits:
    """For automatic mutants: an endless loop need not run for as long as a learner may."""
    return replace(problem.limits, seconds=10 * reference_seconds + 0.5)
