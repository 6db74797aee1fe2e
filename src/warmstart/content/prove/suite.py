"""Candidates for cases: the hand cases and what the generator made; which of them are frozen."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmstart.content.problem import Problem
from warmstart.content.prove.desk import Tests
from warmstart.content.workshop import Workshop
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.problem import FrozenCase, FrozenProblem, Growth, Limits, WrongSolution
from warmstart.judge.value import canonical, encode

SIZES = 10
GENERATED = 60
"""Inputs that the generator is asked for; content.md measured that 2 to 9 find each mutant."""

_ARRAYS = InlineArrays()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case to be. `tree`: its input, encoded. `size`: what the generator was told; None: by hand."""

    name: str
    why: str
    input: object
    tree: object
    group: str
    visible: bool = False
    size: int | None = None

    @property
    def key(self) -> str:
        return canonical(self.tree)

    @property
    def by_hand(self) -> bool:
        return self.size is None


def hand_candidates(problem: Problem, tests: Tests) -> tuple[Candidate, ...]:
    result = []
    for case in tests.cases:
        visible = case.name in problem.sample
        group = "statistical" if case.name in tests.statistical else "sample" if visible else "hand"
        tree = encode(case.input, _ARRAYS)
        result.append(Candidate(case.name, case.why, case.input, tree, group, visible))
    return tuple(result)


def generated_candidates(inputs: Sequence[object], taken: Iterable[str]) -> tuple[Candidate, ...]:
    """Each new input once; its number stays its own, whichever of them are chosen."""
    seen = set(taken)
    result = []
    for number, value in enumerate(inputs):
        size = number % SIZES
        tree = encode(value, _ARRAYS)
        candidate = Candidate(f"random-{number:02d}", _why(size), value, tree, "generated", size=size)
        if candidate.key not in seen:
            seen.add(candidate.key)
            result.append(candidate)
    return tuple(result)


def _why(size: int) -> str:
    """What a learner is told of an input that nobody chose."""
    if size == 0:
        return "the smallest kind of input, drawn at random"
    kind = "a small input" if size < 4 else "an input of middle size" if size < 7 else "a large input"
    return f"{kind}, drawn at random: several rules may meet in it"


def guards(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The first of each size: they stand for mistakes that no mutant makes."""
    first: dict[int | None, Candidate] = {}
    for candidate in candidates:
        first.setdefault(candidate.size, candidate)
    return list(first.values())


def cover(
    kills: Mapping[str, frozenset[str]], have: Iterable[Candidate], more: Iterable[Candidate]
) -> list[Candidate]:
    """Of `more`, greedily, what kills the mutants that `have` lets live. kills: mutant to case names."""
    names = {candidate.name for candidate in have}
    living = {mutant: by for mutant, by in kills.items() if by and not by & names}
    rest = list(more)
    chosen = []
    while living and rest:
        best = max(rest, key=lambda candidate: sum(candidate.name in by for by in living.values()))
        chosen.append(best)
        rest.remove(best)
        living = {mutant: by for mutant, by in living.items() if best.name not in by}
    return chosen


def freeze(
    workshop: Workshop, tests: Tests, candidates: Sequence[Candidate], expected: Mapping[str, object]
) -> FrozenProblem:
    """A problem to be judged with these cases; costs, kills and score are still to come.

    expected: canonical input to expected value.
    """
    problem = workshop.problem
    return FrozenProblem(
        id=problem.id,
        version=problem.version,
        kind=problem.kind,
        entry=problem.entry,
        imports=problem.imports,
        starter=workshop.starter,
        reference=workshop.solution.file.text,
        cases=tuple(_case(problem, candidate, expected[candidate.key]) for candidate in candidates),
        source=workshop.sources,
        rtol=tests.rtol,
        atol=tests.atol,
        limits=generous(problem),
        growth=_growth(problem, tests),
        wrong=tuple(WrongSolution(mutant.id, mutant.why) for mutant in workshop.wrong.mutants),
        schema=problem.schema or "",
        ordered=problem.ordered,
    )


def generous(problem: Problem) -> Limits:
    """Limits for the reference while nobody knows yet how long it takes."""
    given = problem.limits
    default = Limits()
    return Limits(30.0, given.mib or default.mib, given.output_kib or default.output_kib)


def _case(problem: Problem, candidate: Candidate, expected: object) -> FrozenCase:
    return FrozenCase(
        id=str(uuid.uuid5(uuid.UUID(problem.id), candidate.key)),
        name=candidate.name,
        why=candidate.why,
        input=candidate.input,
        expected=expected,
        visible=candidate.visible,
        group=candidate.group,
    )


def _growth(problem: Problem, tests: Tests) -> Growth | None:
    contract = problem.complexity
    if contract is None:
        return None
    return Growth(contract.n, contract.time, contract.slack, tests.ladder, contract.space)


DEAR = 0.1
"""Share of all costs from which a case is kept back for the mutants that the others let live."""


def cheap_and_dear(problem: FrozenProblem) -> tuple[FrozenProblem, FrozenProblem]:
    bound = DEAR * sum(case.cost for case in problem.cases)
    cheap = tuple(case for case in problem.cases if case.cost <= bound)
    dear = tuple(case for case in problem.cases if case.cost > bound)
    return problem.with_cases(cheap), problem.with_cases(dear)


def in_order(problem: FrozenProblem) -> FrozenProblem:
    """Cheap cases first, so that a wrong answer shows at once; statistical ones last."""

    def rank(case: FrozenCase) -> tuple[bool, int, str]:
        return case.group == "statistical", case.cost, case.name

    return replace(problem, cases=tuple(sorted(problem.cases, key=rank)))
