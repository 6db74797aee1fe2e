"""Which known wrong solution a failing submission behaves like, told from the cases that it fails."""

from dataclasses import dataclass

from warmstart.judge.problem import FrozenProblem, WrongSolution
from warmstart.judge.verdict import Outcome, Verdict

ENOUGH = 0.8
AHEAD = 0.1
"""Least Jaccard similarity that is worth a word, and least lead over the next best."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """`likeness`: Jaccard similarity of the two sets of failed cases, in [0, 1]; 1 is the same set."""

    wrong: WrongSolution
    likeness: float

    @property
    def confidence(self) -> str:
        """How sure this is, for the learner."""
        if self.likeness == 1.0:
            return "it fails exactly the cases that this mistake fails, and no other known mistake does"
        return f"{self.likeness:.0%} of the cases that either fails, both fail"


def diagnose(problem: FrozenProblem, verdict: Verdict) -> Diagnosis | None:
    """None: nothing failed, everything failed, or no wrong solution stands out."""
    ran = {case.id for case in verdict.cases if case.verdict is not None}
    failed = {case.id for case in verdict.cases if case.verdict not in (None, Outcome.AC)}
    if not failed or failed == ran:  # what fails everywhere looks like anything
        return None
    ranked = sorted(
        ((_likeness(failed, _killed_by(problem, wrong) & ran), wrong) for wrong in problem.wrong),
        key=lambda pair: -pair[0],
    )
    best, next_best = [*(likeness for likeness, _ in ranked), 0.0, 0.0][:2]
    lead = 0.0 if best == 1.0 else AHEAD  # the very same cases need no lead, only to be alone with it
    if best < ENOUGH or best - next_best < lead or best == next_best:
        return None
    return Diagnosis(ranked[0][1], best)


def _killed_by(problem: FrozenProblem, wrong: WrongSolution) -> set[str]:
    return {case.id for case in problem.cases if wrong.id in case.kills}


def _likeness(one: set[str], other: set[str]) -> float:
    union = one | other
    return len(one & other) / len(union) if union else 0.0
