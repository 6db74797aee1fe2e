"""From tests.py to candidates with expected values: what the author process is asked for, twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from warmstart.content.finding import Finding, nearest
from warmstart.content.pack import front_fault
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.desk import Answer, Desk, OracleMissing, Tests
from warmstart.content.prove.gate import Gate
from warmstart.content.prove.reference import oracles_gate, tests_fault
from warmstart.content.prove.suite import GENERATED, Candidate, generated_candidates, hand_candidates
from warmstart.content.workshop import Workshop
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.compare import Tolerance, compare
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.value import canonical, encode

_ARRAYS = InlineArrays()
ONE_ORACLE = Gate("V3", note="one oracle")
_ROUNDING = Tolerance(1e-12, 1e-15)


@dataclass(frozen=True, slots=True)
class Gathered:
    """`expected`: canonical input to value. `messages`: case name to the text of an expected exception.

    `tests_faults` are of V1, `unsteady` of V11. `remarks`: what a reader of the report must know.
    """

    tests: Tests
    candidates: tuple[Candidate, ...]
    expected: Mapping[str, object]
    messages: Mapping[str, str] = field(default_factory=dict)
    oracles: Gate = ONE_ORACLE
    tests_faults: tuple[Finding, ...] = ()
    unsteady: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def hand(self) -> tuple[Candidate, ...]:
        return tuple(candidate for candidate in self.candidates if candidate.by_hand)

    @property
    def generated(self) -> tuple[Candidate, ...]:
        return tuple(candidate for candidate in self.candidates if not candidate.by_hand)


def gather(
    bench: Bench, workshop: Workshop, committed: FrozenProblem | None, absent: Sequence[str] = ()
) -> Gathered:
    """AuthorFault: tests.py failed. absent: libraries that shall count as not installed."""
    path = workshop.tests.module.file.path
    bench.on_step("cases and oracles", 0, 2)
    with Desk(path, hash_seed=0, absent=absent) as desk:
        tests, candidates = _candidates(workshop, desk)
        faults = _name_faults(workshop, tests)
        try:
            answers = desk.consult("oracle", [candidate.tree for candidate in candidates])
        except OracleMissing as missing:
            return _from_committed(workshop, tests, candidates, committed, missing, faults)
        bench.on_step("cases and oracles", 1, 2)
        oracles, remarks = _second_oracle(bench, workshop, tests, candidates, answers, desk)
    with Desk(path, hash_seed=1, absent=absent) as other:
        unsteady = _unsteady(workshop, candidates, answers, other)
    bench.on_step("cases and oracles", 2, 2)
    return Gathered(
        tests=tests,
        candidates=candidates,
        expected=_settled(candidates, answers, committed, tests),
        messages={c.name: a.message for c, a in zip(candidates, answers, strict=True) if a.message},
        oracles=oracles,
        tests_faults=tuple(faults),
        unsteady=tuple(unsteady),
        remarks=remarks,
    )


def _candidates(workshop: Workshop, desk: Desk) -> tuple[Tests, tuple[Candidate, ...]]:
    tests = desk.load()
    hand = hand_candidates(workshop.problem, tests)
    inputs = desk.generate(GENERATED, workshop.problem.id)
    return tests, hand + generated_candidates(inputs, [candidate.key for candidate in hand])


def _name_faults(workshop: Workshop, tests: Tests) -> list[Finding]:
    """What static reading cannot tell where CASES is made by code."""
    hand = hand_candidates(workshop.problem, tests)
    names = [case.name for case in tests.cases]
    findings = [
        front_fault(
            workshop.problem, "sample", f"CASES has no case '{name}'", nearest(name, names, "see CASES")
        )
        for name in workshop.problem.sample
        if name not in names
    ]
    for key, named in (("KEEP", tests.keep), ("STATISTICAL", tests.statistical)):
        findings += [
            tests_fault(workshop, name, f"{key} names no case: '{name}'", nearest(name, names, "see CASES"))
            for name in sorted(named)
            if name not in names
        ]
    first: dict[str, str] = {}
    for candidate in hand:
        other = first.setdefault(candidate.key, candidate.name)
        if other != candidate.name:
            message = f"'{candidate.name}' has the input of '{other}'"
            findings.append(tests_fault(workshop, candidate.name, message, "change one, or drop it"))
    if len(tests.invalid) < 3:
        message = f"INVALID has {len(tests.invalid)} inputs"
        findings.append(tests_fault(workshop, "INVALID", message, "give at least 3 that valid rejects"))
    if not workshop.tests.has("run") and workshop.problem.kind != "sql":
        findings += [
            tests_fault(workshop, candidate.name, f"the input of '{candidate.name}' is no tuple", _TUPLE_MEND)
            for candidate in hand
            if not isinstance(candidate.input, tuple)
        ]
    return findings


_TUPLE_MEND = "without run(sol, inp) the input is the tuple of the entry's arguments"


def _second_oracle(
    bench: Bench,
    workshop: Workshop,
    tests: Tests,
    candidates: Sequence[Candidate],
    answers: Sequence[Answer],
    desk: Desk,
) -> tuple[Gate, tuple[str, ...]]:
    if not workshop.tests.has("oracle2"):
        return ONE_ORACLE, ()
    try:
        second = desk.consult("oracle2", [candidate.tree for candidate in candidates])
    except OracleMissing as missing:
        return Gate("V3", note="not compared"), (f"oracle2 was not asked: {missing}",)
    return oracles_gate(bench, workshop, tests, candidates, answers, second), ()


def _unsteady(
    workshop: Workshop, candidates: Sequence[Candidate], answers: Sequence[Answer], other: Desk
) -> list[Finding]:
    """A second process with another hash seed must make the same inputs and give the same answers."""
    _, again = _candidates(workshop, other)
    mend = "draw from `rng` only, and sort what comes out of a set"
    if [candidate.tree for candidate in again] != [candidate.tree for candidate in candidates]:
        return [tests_fault(workshop, "gen", "two processes make different cases", mend)]
    replies = other.consult("oracle", [candidate.tree for candidate in again])
    return [
        tests_fault(workshop, "oracle", f"two processes expect different values on '{candidate.name}'", mend)
        for candidate, a, b in zip(candidates, answers, replies, strict=True)
        if _text(a.value) != _text(b.value)
    ][:1]


def _text(value: object) -> str:
    return canonical(encode(value, _ARRAYS))


def _settled(
    candidates: Sequence[Candidate], answers: Sequence[Answer], committed: FrozenProblem | None, tests: Tests
) -> dict[str, object]:
    """Expected values; a committed one that differs by rounding alone stays.

    Another processor sums in another order; its last digit is no news.
    """
    old = _committed_values(committed)
    result = {}
    for candidate, answer in zip(candidates, answers, strict=True):
        key, value = candidate.key, answer.value
        rounding = tests.rtol > _ROUNDING.rtol and key in old and compare(old[key], value, _ROUNDING) is None
        result[key] = old[key] if rounding else value
    return result


def _committed_values(committed: FrozenProblem | None) -> dict[str, object]:
    return {} if committed is None else {_text(case.input): case.expected for case in committed.cases}


def _from_committed(
    workshop: Workshop,
    tests: Tests,
    candidates: Sequence[Candidate],
    committed: FrozenProblem | None,
    missing: OracleMissing,
    faults: Sequence[Finding],
) -> Gathered:
    """Without the oracle the committed values have to do, and only they can be cases."""
    old = _committed_values(committed)
    known = tuple(candidate for candidate in candidates if candidate.key in old)
    unknown = [candidate for candidate in candidates if candidate.by_hand and candidate.key not in old]
    mend = f"install {missing.library} (the extra `prove`) and prove again"
    return Gathered(
        tests=tests,
        candidates=known,
        expected=old,
        oracles=Gate("V3", note="not asked"),
        tests_faults=tuple(faults),
        unsteady=tuple(
            tests_fault(workshop, candidate.name, f"no expected value for '{candidate.name}'", mend)
            for candidate in unknown
        ),
        remarks=(f"the oracle was not asked: {missing}; expected values are those of cases.json",),
    )
