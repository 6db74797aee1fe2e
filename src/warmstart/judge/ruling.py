"""From results to a verdict: compare, attribute, say in one sentence what happened."""

import re
from collections.abc import Callable
from dataclasses import replace

from warmstart.judge.compare import Mismatch, Tolerance, compare, raises
from warmstart.judge.literal import show
from warmstart.judge.printable import storable
from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits
from warmstart.judge.replies import Raised, Returned
from warmstart.judge.rows import compare_rows
from warmstart.judge.run import Run, RunCase
from warmstart.judge.structures import Raises
from warmstart.judge.verdict import CaseResult, Outcome, Verdict
from warmstart.judge.watch import End, wall_limit

MOST_SHOWN = 20_000
TOO_MANY_STEPS = "TooManySteps"
"""How a worker reports a query that it stopped; a query can raise nothing by itself."""
_ENDS = {
    End.CPU: Outcome.TLE,
    End.WALL: Outcome.TLE,
    End.OUTPUT: Outcome.OLE,
    End.RESULT: Outcome.OLE,
    End.GONE: Outcome.RE,
    End.MALFORMED: Outcome.RE,
}
NOT_EXPECTED = "the result is not the expected one"
_DATA = re.compile(r"""[\d'"`\[\](){}]""")
"""A checker's remark on a hidden case that holds one of these may repeat its data; plain words do not."""
_NEARLY = 0.9
"""Share of the memory budget from which a time-out is called what it is: memory that ran out."""


class Ruling:
    """One submission's verdict in the making."""

    def __init__(
        self,
        problem: FrozenProblem,
        limits: Limits,
        on_case: Callable[[CaseResult], None] | None,
        first_failure_only: bool,
    ) -> None:
        self.limits = limits
        self._problem = problem
        self._on_case = on_case
        self._first_failure_only = first_failure_only
        self._tolerance = Tolerance(problem.rtol, problem.atol)
        self._results: list[CaseResult] = []

    def hear(self, index: int, ran: RunCase) -> bool:
        """Rule on one case as it comes; a checker's word is added later. True: no more is wanted."""
        result = self._first_word(self._problem.cases[index], ran)
        self._results[index:] = [result]  # a job that is run again begins with case 0 again
        if self._on_case is not None and self._problem.source.check is None:
            self._on_case(result)
        return self._first_failure_only and result.verdict is not Outcome.AC

    def to_check(self, run: Run) -> dict[int, tuple[object, ...]]:
        """(input, output, expected) of the cases on which the checker has the say."""
        return {
            index: (case.input, ran.result.value, case.expected)
            for index, (case, ran) in enumerate(zip(self._problem.cases, run.cases, strict=False))
            if isinstance(ran.result, Returned) and not isinstance(case.expected, Raises)
        }

    def rule(self, run: Run, remarks: dict[int, Returned | Raised]) -> Verdict:
        """The verdict, once the run is over and the checker was heard."""
        if run.failure is not None:
            return self._not_loaded(run.failure, run)
        results = [self._second_word(i, result, remarks) for i, result in enumerate(self._results)]
        if (
            run.end is not End.COMPLETE
            and len(results) < len(self._problem.cases)
            and not self._stopped_early(results)
        ):
            results.append(self._cut_short(run, len(results)))
        for result in results if self._problem.source.check is not None and self._on_case else ():
            assert self._on_case is not None
            self._on_case(result)
        results += [CaseResult(case.id, case.name, None) for case in self._problem.cases[len(results) :]]
        return _sum_up(tuple(results), run)

    def _stopped_early(self, results: list[CaseResult]) -> bool:
        return self._first_failure_only and any(r.verdict is not Outcome.AC for r in results)

    def _first_word(self, case: FrozenCase, ran: RunCase) -> CaseResult:
        verdict, message = self._judge(case, ran.result)
        trace = ran.result.trace if isinstance(ran.result, Raised) else ""
        got = (
            show(ran.result.value, most=MOST_SHOWN)
            if isinstance(ran.result, Returned) and case.visible
            else None
        )
        return CaseResult(
            id=case.id,
            name=case.name,
            verdict=verdict,
            cpu_ms=ran.cpu * 1000,
            wall_ms=ran.wall * 1000,
            memory_mb=ran.peak_mib,
            message=message,
            got=got,
            stdout=_text(ran.printed) if case.visible else "",
            trace=trace,
        )

    def _judge(self, case: FrozenCase, result: Returned | Raised) -> tuple[Outcome, str]:
        if isinstance(result, Raised):
            if self._problem.is_query and result.type == TOO_MANY_STEPS:
                return Outcome.TLE, result.message
            return _judge_raised(case, result)
        if isinstance(case.expected, Raises):
            return Outcome.WA, f"want {case.expected.name} raised, but a value came back"
        if self._problem.source.check is not None:
            return Outcome.AC, ""
        mismatch = self._compare(case.expected, result.value)
        return (Outcome.AC, "") if mismatch is None else (Outcome.WA, _told(case, mismatch))

    def _compare(self, expected: object, got: object) -> Mismatch | None:
        if self._problem.is_query:
            return compare_rows(expected, got, self._tolerance, ordered=self._problem.ordered)
        return compare(expected, got, self._tolerance)

    def _second_word(
        self, index: int, result: CaseResult, remarks: dict[int, Returned | Raised]
    ) -> CaseResult:
        remark = remarks.get(index)
        if remark is None or result.verdict is not Outcome.AC or remark == Returned(None):
            return result
        if isinstance(remark, Raised):
            message = f"the result is of a form that cannot be checked ({remark.sentence})"
        else:
            message = storable(str(remark.value))[:MOST_SHOWN]
        hidden = not self._problem.cases[index].visible
        return replace(
            result, verdict=Outcome.WA, message=NOT_EXPECTED if hidden and _DATA.search(message) else message
        )

    def _cut_short(self, run: Run, index: int) -> CaseResult:
        case = self._problem.cases[index]
        verdict = _ENDS[run.end]
        if verdict is Outcome.TLE and run.peak_mib >= _NEARLY * self.limits.mib:
            verdict = Outcome.MLE
        printed = _text(run.printed) if case.visible else ""
        message = self._why(run, verdict) if case.visible or verdict is not Outcome.RE else run.end.value
        return CaseResult(
            case.id, case.name, verdict, memory_mb=run.peak_mib, message=message, stdout=printed
        )

    def _why(self, run: Run, verdict: Outcome) -> str:
        if verdict is Outcome.MLE:
            return f"it holds over {self.limits.mib} MiB"
        if run.end is End.CPU:
            return f"over {self.limits.seconds:g} s of CPU time"
        if run.end is End.WALL:
            return f"it did not come to an end within {wall_limit(self.limits):g} s by the clock"
        if run.end is End.OUTPUT:
            return f"it printed over {self.limits.output_kib} KiB"
        return run.error or run.end.value

    def _not_loaded(self, failure: Raised, run: Run) -> Verdict:
        outcome = Outcome.CE if failure.compiling else Outcome.MLE if failure.memory else Outcome.RE
        cases = tuple(CaseResult(case.id, case.name, None) for case in self._problem.cases)
        message = failure.sentence + (f"\n{failure.trace}" if failure.trace else "")
        return Verdict(outcome, cases, message, cpu_ms=run.cpu * 1000, memory_mb=run.peak_mib)


def _judge_raised(case: FrozenCase, raised: Raised) -> tuple[Outcome, str]:
    if raised.memory:
        return Outcome.MLE, "MemoryError: the memory limit was reached"
    mismatch = raises(case.expected, raised.type) if isinstance(case.expected, Raises) else None
    if isinstance(case.expected, Raises) and mismatch is None:
        return Outcome.AC, ""
    said = raised.type if mismatch is None else mismatch.what
    # An exception's text may repeat the data of a case.
    text = raised.message if case.visible else ""
    return Outcome.RE, f"{said}: {text}" if text else said


def _told(case: FrozenCase, mismatch: Mismatch) -> str:
    """Hidden cases keep their expected values to themselves."""
    return mismatch.sentence if case.visible or mismatch.telling else NOT_EXPECTED


def _text(printed: bytes) -> str:
    return storable(printed.decode("utf-8", "replace"))


def _sum_up(results: tuple[CaseResult, ...], run: Run) -> Verdict:
    decisive = next((r for r in results if r.verdict is not Outcome.AC), None)
    # AC needs every case answered and right; a case that nobody ran, with none failed before it, is our fault
    outcome = Outcome.AC if decisive is None else decisive.verdict or Outcome.IE
    message = "" if decisive is None else f"{decisive.name}: {decisive.message}"
    return Verdict(outcome, results, message, cpu_ms=run.cpu * 1000, memory_mb=run.peak_mib)


def rule_unreadable(problem: FrozenProblem, reason: str, tier: str) -> Verdict:
    """CE for a source that is no text; nothing ran."""
    cases = tuple(CaseResult(case.id, case.name, None) for case in problem.cases)
    return Verdict(Outcome.CE, cases, reason, tier=tier)
