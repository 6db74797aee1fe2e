"""Gates on valid, the oracles, the reference and the starter: V2, V3, V4, V5."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warmstart.content.accepted import read_accepted
from warmstart.content.finding import Finding
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.desk import Answer, Tests
from warmstart.content.prove.gate import Gate
from warmstart.content.prove.suite import Candidate
from warmstart.content.workshop import Workshop
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.compare import Mismatch, Tolerance, compare
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.replies import Raised, Returned
from warmstart.judge.rows import compare_rows
from warmstart.judge.run import Run
from warmstart.judge.structures import Raises
from warmstart.judge.value import canonical, encode
from warmstart.judge.verdict import CaseResult, Outcome, Verdict

MOST_TOLD = 5
"""Findings of one kind: the sixth says no more than the first five."""


def tests_fault(workshop: Workshop, name: str, message: str, mend: str) -> Finding:
    """A finding at the line of tests.py that speaks of `name`."""
    module = workshop.tests.module
    quoted = next(
        (
            n
            for n, line in enumerate(module.file.text.split("\n"), 1)
            if f'"{name}"' in line or f"'{name}'" in line
        ),
        None,
    )
    stmt = module.binding(name)
    return module.file.fault(quoted or (stmt.lineno if stmt else 1), message, mend)


def valid_gate(bench: Bench, workshop: Workshop, tests: Tests, candidates: Sequence[Candidate]) -> Gate:
    source = workshop.sources.valid or ""
    arguments = [(candidate.input,) for candidate in candidates] + [(value,) for _, value in tests.invalid]
    replies = bench.judge.call(workshop.problem.stack, source, "valid", arguments)
    findings = [
        tests_fault(
            workshop, _place(candidate), f"valid rejects {candidate.name}: {reply.sentence}", _VALID_MEND
        )
        for candidate, reply in zip(candidates, replies, strict=False)
        if isinstance(reply, Raised)
    ]
    for (name, _), reply in zip(tests.invalid, replies[len(candidates) :], strict=True):
        if isinstance(reply, Returned):
            message, mend = f"valid accepts INVALID '{name}'", "assert what the statement promises"
            findings.append(tests_fault(workshop, name, message, mend))
        elif reply.type != "AssertionError":
            message = f"valid fails on INVALID '{name}' with {reply.sentence}"
            mend = "assert with a message: learners who try their own inputs read it"
            findings.append(tests_fault(workshop, name, message, mend))
    return Gate(
        "V2", tuple(findings[:MOST_TOLD]), f"{len(candidates)} inputs, {len(tests.invalid)} invalid ones"
    )


_VALID_MEND = "mend the input, the generator or valid"


def _place(candidate: Candidate) -> str:
    return candidate.name if candidate.by_hand else "gen"


def oracles_gate(
    bench: Bench,
    workshop: Workshop,
    tests: Tests,
    candidates: Sequence[Candidate],
    first: Sequence[Answer],
    second: Sequence[Answer],
) -> Gate:
    """`second`: what oracle2 says."""
    tolerance = Tolerance(tests.rtol, tests.atol)
    apart = {
        candidate.name: (candidate, a, b, mismatch.sentence)
        for candidate, a, b in zip(candidates, first, second, strict=True)
        if (mismatch := _mismatch(workshop, a.value, b.value, tolerance)) is not None
    }
    remarks = _remarks(bench, workshop, list(apart.values()))
    findings = []
    for name, (candidate, _, _, sentence) in apart.items():
        remark = remarks.get(name)
        if remark != Returned(None):  # of several right answers each oracle may give its own
            told = remark.value if isinstance(remark, Returned) else sentence
            message = f"oracle and oracle2 part on {name}: {told}"
            findings.append(
                tests_fault(workshop, _place(candidate), message, "find out which of them is wrong")
            )
    return Gate("V3", tuple(findings[:MOST_TOLD]), f"{len(candidates)} inputs")


def _mismatch(workshop: Workshop, a: object, b: object, tolerance: Tolerance) -> Mismatch | None:
    """As the judge compares: rows of a query have an order only where it is asked for."""
    problem = workshop.problem
    if problem.kind == "sql":
        return compare_rows(a, b, tolerance, ordered=problem.ordered)
    return compare(a, b, tolerance)


_Apart = tuple[Candidate, Answer, Answer, str]


def _remarks(bench: Bench, workshop: Workshop, apart: Sequence[_Apart]) -> Mapping[str, Returned | Raised]:
    """What `check` says of the second oracle's value, where there is a check and both have a value."""
    source = workshop.sources.check
    asked = [one for one in apart if not any(isinstance(x.value, Raises) for x in one[1:3])]
    if source is None or not asked:
        return {}
    arguments = [(candidate.input, b.value, a.value) for candidate, a, b, _ in asked]
    replies = bench.judge.call(workshop.problem.stack, source, "check", arguments)
    return {one[0].name: reply for one, reply in zip(asked, replies, strict=True)}


@dataclass(frozen=True, slots=True)
class Reference:
    """How the reference did: V4, and its CPU seconds over all candidates."""

    gate: Gate
    seconds: float


def reference_gate(
    bench: Bench, workshop: Workshop, trial: FrozenProblem, messages: Mapping[str, str]
) -> Reference:
    """messages: case name to what the oracle said with its exception."""
    source = workshop.solution.file.text
    inputs = [case.input for case in trial.cases]
    verdict = bench.verdict(trial, source)
    findings = _failures(workshop, verdict, messages)
    if not findings:
        runs = [bench.judge.results(trial, source, inputs) for _ in range(2)]
        findings = _differences(workshop, trial, runs)
    note = f"{len(inputs)} cases in {verdict.cpu_ms:.0f} ms"
    return Reference(Gate("V4", tuple(findings[:MOST_TOLD]), note), verdict.cpu_ms / 1000)


def accepted_gate(bench: Bench, workshop: Workshop, frozen: FrozenProblem) -> Gate:
    """What somebody wrote from the statement alone passes too, within the limits that learners have."""
    solutions, findings = read_accepted(workshop.problem.path)
    for solution in solutions:
        verdict = bench.verdict(frozen, solution.file.text)
        if verdict.outcome is not Outcome.AC:
            message = f"this right solution gets {verdict.outcome}: {verdict.message}"
            findings.append(solution.file.fault(1, message, "mend the statement, the cases or this file"))
    return Gate("V4", tuple(findings[:MOST_TOLD]))


def _failures(workshop: Workshop, verdict: Verdict, messages: Mapping[str, str]) -> list[Finding]:
    if verdict.outcome is Outcome.AC:
        return []
    failed = [case for case in verdict.cases if case.verdict not in (None, Outcome.AC)]
    mend = "the reference or the oracle is wrong; find out which"
    file = workshop.solution.file
    if not failed:
        return [file.fault(1, f"the reference gets {verdict.outcome}: {verdict.message}", mend)]
    return [
        file.fault(1, f"the reference gets {case.verdict} on '{case.name}': {_told(case, messages)}", mend)
        for case in failed
    ]


def _told(case: CaseResult, messages: Mapping[str, str]) -> str:
    oracle = messages.get(case.name)
    return case.message + (f" (the oracle raised: {oracle})" if oracle else "")


def _differences(workshop: Workshop, trial: FrozenProblem, runs: Sequence[Run]) -> list[Finding]:
    arrays = InlineArrays()

    def text(result: Returned | Raised) -> str:
        return result.sentence if isinstance(result, Raised) else canonical(encode(result.value, arrays))

    return [
        workshop.solution.file.fault(
            1,
            f"two runs of the reference differ on '{case.name}'",
            "take chance and the order of sets out of the result",
        )
        for case, a, b in zip(trial.cases, runs[0].cases, runs[1].cases, strict=True)
        if text(a.result) != text(b.result)
    ]


def starter_gate(bench: Bench, workshop: Workshop, trial: FrozenProblem) -> Gate:
    verdict = bench.judge.judge(trial, workshop.starter, first_failure_only=True)
    line = workshop.regions[0].start - 1
    if verdict.outcome is Outcome.AC:
        message, mend = "the untouched starter passes", "let the marks enclose what the learner must write"
        return Gate("V5", (workshop.solution.file.fault(line, message, mend),))
    if verdict.outcome is Outcome.CE:
        message, mend = f"the starter does not compile: {verdict.message}", "enclose whole statements"
        return Gate("V5", (workshop.solution.file.fault(line, message, mend),))
    return Gate("V5")
