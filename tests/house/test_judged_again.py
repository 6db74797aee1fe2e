"""Every frozen case of every live problem, judged again: what is right passes, nothing wrong does.

`pack prove` froze the cases on somebody's machine; this asks whether they tell right from wrong here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tracked import ROOT
from warmstart.content.accepted import read_accepted
from warmstart.content.pack import read_pack
from warmstart.content.problem import Problem
from warmstart.content.prove.bench import failing
from warmstart.content.prove.rejection import Named
from warmstart.content.workshop import Workshop, read_workshop
from warmstart.content.wrong import Mutant
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import Outcome

PACKS = sorted(path.parent for path in ROOT.glob("packs/*/pack.toml"))
LIVE = [problem for pack in PACKS for problem in read_pack(pack)[0].problems if problem.status == "live"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def frozen_of(problem: Problem) -> FrozenProblem:
    assert problem.frozen is not None, f"{problem.slug} is live and has no cases.json"
    return problem.frozen


def workshop_of(problem: Problem) -> Workshop:
    workshop, findings = read_workshop(problem)
    assert workshop is not None, findings
    return workshop


@pytest.mark.parametrize("problem", LIVE, ids=lambda problem: problem.slug)
def test_right_solutions_pass_and_nothing_wrong_does(problem: Problem, judge: Judge) -> None:
    frozen, workshop = frozen_of(problem), workshop_of(problem)
    verdict = judge.judge(frozen, frozen.reference)
    assert verdict.outcome is Outcome.AC, verdict.message
    assert judge.judge(frozen, frozen.starter, first_failure_only=True).outcome is not Outcome.AC
    for solution in read_accepted(problem.path)[0]:
        assert judge.judge(frozen, solution.file.text).outcome is Outcome.AC, solution.file.path
    assert [told for mutant in workshop.wrong.mutants if (told := fault(judge, frozen, mutant))] == []


def fault(judge: Judge, frozen: FrozenProblem, mutant: Mutant) -> str:
    """What is not as prove found it; "": nothing."""
    verdict = judge.judge(frozen, mutant.source)
    if not Named(mutant, verdict).declared:
        return f"{mutant.id}: {verdict.outcome.words}, want {' or '.join(mutant.verdicts)}"
    known = frozenset(case.name for case in frozen.cases if mutant.id in case.kills)
    seen = failing(verdict)
    slow = verdict.outcome in (Outcome.TLE, Outcome.MLE)  # how far it came is the machine's
    return "" if slow or seen == known else f"{mutant.id}: fails {sorted(seen ^ known)} otherwise than frozen"


def test_packs_are_beside_their_tests() -> None:
    assert Path(ROOT / "packs/core") in PACKS
    assert LIVE
