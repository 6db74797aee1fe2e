"""Gates on wrong solutions: named ones (V6, V7, V10) and automatic ones (V8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warmstart.content.finding import Finding
from warmstart.content.mutate.mutator import AutoMutant, mutate
from warmstart.content.mutate.sql import mutate_query
from warmstart.content.prove.bench import Bench, failing, tight
from warmstart.content.prove.desk import Tests
from warmstart.content.prove.gate import Gate
from warmstart.content.prove.reference import tests_fault
from warmstart.content.prove.suite import Candidate
from warmstart.content.workshop import Workshop
from warmstart.content.wrong import Equivalent, Mutant
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.verdict import Outcome, Verdict

LEAST_RAW = 0.85
"""Share of automatic mutants that the cases must kill before anything is declared equivalent."""

FAR = 3
"""A solution that is to run out of time must need this many times the limit."""

ENOUGH, STILL_ENOUGH = 10, 5
"""Times the reference that a limit is made; and that it must be when a busy machine measures again."""

NAMES = {
    Outcome.WA: "wrong_answer",
    Outcome.TLE: "time_limit_exceeded",
    Outcome.RE: "run_time_error",
    Outcome.MLE: "memory_limit_exceeded",
}


def auto_mutants(workshop: Workshop) -> list[AutoMutant]:
    """Of what the learner writes; what is given to everybody cannot be got wrong."""
    if workshop.problem.kind == "sql":
        return mutate_query(workshop.solution.file.text)
    lines = {line for region in workshop.regions for line in region}
    return mutate(workshop.solution.file.text, lines)


def kills_of(
    bench: Bench, stages: Sequence[FrozenProblem], sources: Mapping[str, str], seconds: float
) -> dict[str, frozenset[str]]:
    """Mutant to the names of cases that kill it, at the first stage that does; empty: it survives.

    stages: the same problem with other cases, cheap ones first, since most mutants die of anything.
    seconds: CPU of the reference over all of them.
    """
    kills: dict[str, frozenset[str]] = dict.fromkeys(sources, frozenset())
    for number, stage in enumerate(stages, start=1):
        living = [name for name in sources if not kills[name]]
        kills |= _stage(bench, f"wrong solutions, stage {number}", stage, sources, living, seconds)
    return kills


def _stage(
    bench: Bench,
    what: str,
    stage: FrozenProblem,
    sources: Mapping[str, str],
    names: Sequence[str],
    seconds: float,
) -> dict[str, frozenset[str]]:
    if not stage.cases:
        return {}
    limits = tight(stage, seconds)
    fails = bench.spread(what, lambda name: failing(bench.verdict(stage, sources[name], limits)), names)
    return dict(zip(names, fails, strict=True))


@dataclass(frozen=True, slots=True)
class Named:
    """What became of one named wrong solution. `far`: it ran out of `FAR` times the time."""

    mutant: Mutant
    verdict: Verdict
    far: bool = False

    @property
    def declared(self) -> bool:
        name = NAMES.get(self.verdict.outcome, str(self.verdict.outcome))
        if self.verdict.outcome is Outcome.AC:
            return self.mutant.grows
        return name in self.mutant.verdicts


def judge_named(bench: Bench, workshop: Workshop, problem: FrozenProblem) -> list[Named]:
    return bench.spread(
        "named wrong solutions", lambda mutant: _judge(bench, problem, mutant), workshop.wrong.mutants
    )


def _judge(bench: Bench, problem: FrozenProblem, mutant: Mutant) -> Named:
    if NAMES[Outcome.TLE] in mutant.verdicts:
        limits = replace(problem.limits, seconds=FAR * problem.limits.seconds)
        verdict = bench.verdict(problem, mutant.source, limits)
        if verdict.outcome is Outcome.TLE:
            return Named(mutant, verdict, far=True)
    return Named(mutant, bench.verdict(problem, mutant.source))


def verdict_gate(workshop: Workshop, named: Sequence[Named]) -> Gate:
    """V6. A wrong solution that passes is V7's business."""
    findings = []
    for one in named:
        if not one.declared and one.verdict.outcome is not Outcome.AC:
            wanted = " or ".join(one.mutant.verdicts)
            got = NAMES.get(one.verdict.outcome, one.verdict.outcome.words)
            message = f"'{one.mutant.id}' gets {got}, not {wanted} ({one.verdict.message[:150]})"
            mend = "declare that verdict, or mend the wrong solution or the cases"
            findings.append(workshop.wrong.file.fault(one.mutant.line, message, mend))
    return Gate("V6", tuple(findings), f"{sum(one.declared for one in named)} of {len(named)} as declared")


def idle_cases(
    hand: Sequence[Candidate], tests: Tests, named: Sequence[Named], kills: Mapping[str, frozenset[str]]
) -> list[Candidate]:
    """Hand cases that are to kill something and have not been seen to."""
    useful = frozenset[str]().union(*kills.values(), *(failing(one.verdict) for one in named))
    return [
        candidate
        for candidate in hand
        if candidate.name not in useful and not candidate.visible and candidate.name not in tests.keep
    ]


def idle_gate(workshop: Workshop, named: Sequence[Named], idle: Sequence[Candidate]) -> Gate:
    """V7."""
    findings = [
        workshop.wrong.file.fault(
            one.mutant.line, f"'{one.mutant.id}' passes", "add the case that tells it from a right solution"
        )
        for one in named
        if one.verdict.outcome is Outcome.AC and not one.mutant.grows
    ]
    mend = "drop it, add the mistake that it is for to wrong.toml, or name it in KEEP with a reason"
    for candidate in idle:
        message = f"case '{candidate.name}' kills no wrong solution"
        findings.append(tests_fault(workshop, candidate.name, message, mend))
    return Gate("V7", tuple(findings))


@dataclass(frozen=True, slots=True)
class Score:
    """V8, and the counts behind it."""

    gate: Gate
    mutants: int
    killed: int
    equivalent: int

    @property
    def shares(self) -> dict[str, float]:
        """As `cases.json` has them: of all, and of those that are not declared equivalent."""
        return {
            "raw": _share(self.killed, self.mutants),
            "reviewed": _share(self.killed, self.mutants - self.equivalent),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def score(workshop: Workshop, mutants: Sequence[AutoMutant], kills: Mapping[str, frozenset[str]]) -> Score:
    survivors = [mutant for mutant in mutants if not kills[mutant.label]]
    reviewed = workshop.wrong.equivalents
    unexplained = [mutant for mutant in survivors if not any(_fits(one, mutant) for one in reviewed)]
    equivalent = len(survivors) - len(unexplained)
    findings = [_survivor(workshop, mutant) for mutant in unexplained]
    findings += [fault for one in reviewed for fault in _stale(workshop, one, mutants, survivors)]
    killed = len(mutants) - len(survivors)
    raw = _share(killed, len(mutants))
    if raw < LEAST_RAW:
        message = f"the cases kill {killed} of {len(mutants)} automatic mutants, {raw:.1%}"
        findings.append(
            tests_fault(workshop, "CASES", message, f"want {LEAST_RAW:.0%}: add cases, or test more")
        )
    note = f"{killed} of {len(mutants)} killed ({raw:.1%}), {equivalent} equivalent"
    return Score(Gate("V8", tuple(findings), note), len(mutants), killed, equivalent)


def _fits(one: Equivalent, mutant: AutoMutant) -> bool:
    return one.mutation == mutant.label and one.source == mutant.old_line


def _survivor(workshop: Workshop, mutant: AutoMutant) -> Finding:
    message = f"automatic mutant '{mutant.label}' survives: {mutant.old_line}"
    mend = "add a case that kills it, or list it under [[equivalent]] with the reason"
    return workshop.solution.file.fault(mutant.line, message, mend)


def _stale(
    workshop: Workshop, one: Equivalent, mutants: Sequence[AutoMutant], survivors: Sequence[AutoMutant]
) -> list[Finding]:
    if any(_fits(one, mutant) for mutant in survivors):
        return []
    file = workshop.wrong.file
    if any(_fits(one, mutant) for mutant in mutants):
        message = f"'{one.mutation}' is called equivalent, but a case kills it"
        return [file.fault(one.line, message, "delete the entry")]
    message = f"no automatic mutant is '{one.mutation}' of the line `{one.source}`"
    return [
        file.fault(one.line, message, "the reference has moved: mend label and source, or delete the entry")
    ]


def time_gate(workshop: Workshop, problem: FrozenProblem, named: Sequence[Named], seconds: float) -> Gate:
    """V10. seconds: CPU of the reference over the frozen cases."""
    findings = []
    limit = problem.limits.seconds
    if limit < STILL_ENOUGH * seconds:
        message = f"the limit of {limit:g} s is under {ENOUGH} times the reference's {seconds:.2f} s"
        findings.append(workshop.solution.file.fault(1, message, "raise `limits.seconds`, or leave it out"))
    for one in named:
        if one.verdict.outcome is Outcome.TLE and not one.far:
            message = f"'{one.mutant.id}' runs out of {limit:g} s, but not of {FAR * limit:g} s"
            mend = "make it slower or the case larger: on a fast machine it would pass"
            findings.append(workshop.wrong.file.fault(one.mutant.line, message, mend))
    return Gate("V10", tuple(findings), f"limit {limit:g} s")


def derived_limits(problem: FrozenProblem, given: Limits, seconds: float, committed: Limits | None) -> Limits:
    """V10's limit: 2 s, or 10 times the reference rounded up to a power of two.

    A committed limit that is 5 to 80 times the reference stays, so that a busy day or another
    machine does not rewrite it. given: of the author, `seconds` 0 where unset.
    """
    if given.seconds:
        return given
    wanted = 2.0
    if seconds > wanted / ENOUGH:
        while wanted < ENOUGH * seconds:
            wanted *= 2
    if committed is not None and STILL_ENOUGH * seconds <= committed.seconds <= max(80 * seconds, 2.0):
        wanted = committed.seconds
    return replace(given, seconds=wanted)
