"""One problem from its folder to `cases.json`: every gate in turn, all of them reported."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warmstart.content.finding import Finding
from warmstart.content.history import case_faults, version_faults
from warmstart.content.problem import Problem, read_frozen
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.desk import AuthorFault
from warmstart.content.prove.examples import examples_gate
from warmstart.content.prove.frozen import (
    cpu_seconds,
    frozen_text,
    new_record,
    publish,
    reproduction_faults,
    size_gate,
    with_costs,
    with_kills,
)
from warmstart.content.prove.gate import Gate, Proof, merged
from warmstart.content.prove.gather import Gathered, gather
from warmstart.content.prove.growth import growth_gate
from warmstart.content.prove.libraries import oracle_name
from warmstart.content.prove.picture import Picture, picture
from warmstart.content.prove.reference import accepted_gate, reference_gate, starter_gate, valid_gate
from warmstart.content.prove.rejection import (
    Named,
    Score,
    auto_mutants,
    derived_limits,
    idle_cases,
    idle_gate,
    judge_named,
    kills_of,
    score,
    time_gate,
    verdict_gate,
)
from warmstart.content.prove.suite import Candidate, cheap_and_dear, cover, freeze, guards, in_order
from warmstart.content.record import cases_proven, is_proven, read_record, sources_digest
from warmstart.content.workshop import Workshop, read_workshop, travel_faults
from warmstart.judge.problem import FrozenProblem, Limits

Kills = dict[str, frozenset[str]]
"""Wrong solution to the names of cases that kill it."""


def prove(
    problem: Problem,
    bench: Bench,
    *,
    faults: Sequence[Finding] = (),
    force: bool = False,
    absent: Sequence[str] = (),
) -> Proof:
    """Run the gates on one problem and write what they make of it.

    faults: what is wrong with it already (V1). force: also where nothing changed.
    absent: libraries that shall count as not installed.
    """
    if not force and not faults and is_proven(problem.path):
        return Proof(problem.path, (), skipped=True)
    if not force and not faults and problem.frozen is not None and cases_proven(problem.path):
        return _redrawn(problem, problem.frozen, bench)
    digest = sources_digest(problem.path)
    workshop, found = read_workshop(problem)
    first = Gate("V1", (*faults, *found, *version_faults(problem)))
    travel = Gate("V14", tuple(travel_faults(workshop)) if workshop else ())
    if workshop is None or not first.holds:
        return _rejected(problem, [first, travel])
    committed = read_frozen(problem.path / "cases.json")[0]
    try:
        gathered = gather(bench, workshop, committed, absent)
    except AuthorFault as fault:
        return _rejected(problem, [Gate("V1", (fault.finding,)), travel])
    early = [Gate("V1", gathered.tests_faults), travel, gathered.oracles]
    early.append(valid_gate(bench, workshop, gathered.tests, gathered.candidates))
    return _Proving(bench, workshop, gathered, committed, digest).run(early)


def _redrawn(problem: Problem, frozen: FrozenProblem, bench: Bench) -> Proof:
    """All other gates have held on what is there."""
    drawn = picture(bench, problem, frozen)
    record = read_record(problem.path)
    return Proof(problem.path, (drawn.gate,), changed=publish(problem.path, None, record, drawn))


def _rejected(problem: Problem, gates: Sequence[Gate]) -> Proof:
    return Proof(problem.path, tuple(gates), changed=publish(problem.path, None, None))


@dataclass(frozen=True, slots=True)
class _Proving:
    """The gates from V4 on, which lean on one another's results."""

    bench: Bench
    workshop: Workshop
    gathered: Gathered
    committed: FrozenProblem | None
    digest: str

    def run(self, gates: list[Gate]) -> Proof:
        trial = self._frozen(self.gathered.candidates)
        reference = reference_gate(self.bench, self.workshop, trial, self.gathered.messages)
        gates = [*gates, reference.gate, examples_gate(self.bench, self.workshop)]
        if not reference.gate.holds or not gates[0].holds:
            # without a reference that passes, every mutant looks dead on the cases that it fails
            return self._proof(gates, None, None)
        gates.append(starter_gate(self.bench, self.workshop, trial))
        mutants = auto_mutants(self.workshop)
        sources = {mutant.label: mutant.source for mutant in mutants}
        sources |= {f"named {m.id}": m.source for m in self.workshop.wrong.mutants if not m.grows}
        hand = in_order(with_costs(self.bench, self._frozen(self.gathered.hand)))
        stages = [*cheap_and_dear(hand), self._frozen(self.gathered.generated)]
        kills = kills_of(self.bench, stages, sources, reference.seconds)
        found = score(self.workshop, mutants, kills)
        frozen = in_order(with_costs(self.bench, self._frozen(self._chosen(kills)), hand))
        return self._last_gates([*gates, found.gate], frozen, found, kills)

    def _frozen(self, candidates: Sequence[Candidate]) -> FrozenProblem:
        return freeze(self.workshop, self.gathered.tests, candidates, self.gathered.expected)

    def _chosen(self, kills: Kills) -> list[Candidate]:
        generated = self.gathered.generated
        chosen = [*self.gathered.hand, *guards(generated)]
        return chosen + cover(kills, chosen, [c for c in generated if c not in chosen])

    def _last_gates(self, gates: list[Gate], frozen: FrozenProblem, found: Score, kills: Kills) -> Proof:
        bench, workshop = self.bench, self.workshop
        seconds = cpu_seconds(bench, frozen)
        frozen = replace(frozen, limits=self._limits(frozen, seconds))
        named = judge_named(bench, workshop, frozen)
        frozen = with_kills(frozen, named, found)
        text = frozen_text(frozen, self._oracle())
        gates += [
            Gate("V1", tuple(case_faults(workshop.problem.path, frozen))),
            accepted_gate(bench, workshop, frozen),
            verdict_gate(workshop, named),
            idle_gate(workshop, named, self._idle(named, kills, seconds)),
            growth_gate(bench, workshop, frozen),
            time_gate(workshop, frozen, named, seconds),
            size_gate(workshop, text, seconds),
        ]
        return self._proof(gates, text, found, picture(bench, workshop.problem, frozen))

    def _idle(self, named: Sequence[Named], kills: Kills, seconds: float) -> list[Candidate]:
        """Hand cases that kill nothing, also of what other cases killed before they were tried."""
        hand, tests = self.gathered.hand, self.gathered.tests
        idle = idle_cases(hand, tests, named, kills)
        if not idle:
            return []
        sources = {mutant.label: mutant.source for mutant in auto_mutants(self.workshop)}
        more = kills_of(self.bench, [self._frozen(idle)], sources, seconds)
        return idle_cases(idle, tests, named, more)

    def _limits(self, frozen: FrozenProblem, seconds: float) -> Limits:
        given = replace(frozen.limits, seconds=self.workshop.problem.limits.seconds or 0.0)
        return derived_limits(frozen, given, seconds, self.committed.limits if self.committed else None)

    def _oracle(self) -> str:
        """As committed where the oracle could not be asked: the values are the committed ones too."""
        if self.gathered.remarks and self.committed is not None:
            return self.committed.oracle
        return oracle_name(self.workshop.tests)

    def _proof(
        self, gates: Sequence[Gate], text: str | None, found: Score | None, drawn: Picture | None = None
    ) -> Proof:
        folder = self.workshop.problem.path
        unsteady = self.gathered.unsteady
        if text is not None:
            unsteady = (*unsteady, *reproduction_faults(folder, text))
        gates = merged([*gates, Gate("V11", unsteady)])
        held = all(gate.holds for gate in gates)
        record = new_record(self.workshop, found, self.digest, self.bench.today) if held and found else None
        changed = publish(folder, text, record, drawn)
        gates = merged([*gates, drawn.gate]) if drawn is not None else gates
        return Proof(folder, tuple(gates), changed=changed, remarks=self.gathered.remarks)
