"""How strong the hidden tests of a problem are: what prove found, as the index keeps it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from warmstart.content.problem import Problem
from warmstart.content.record import read_record


@dataclass(frozen=True, slots=True)
class Strength:
    """`wrong`: named wrong solutions, all of them rejected. `mutants`: automatic ones; `killed` by the cases,
    `equivalent` shown by a reviewer to be no mistakes. Scores are shares, None: never measured. `proven`: the
    day, such as 2026-11-22; "": not recorded.
    """

    hidden: int
    visible: int
    wrong: int
    mutants: int
    killed: int
    equivalent: int
    raw: float | None
    reviewed: float | None
    oracle: str
    proven: str = ""


def strength_of(problem: Problem) -> dict[str, Any]:
    """For the index, as JSON; empty: the problem has no frozen cases."""
    frozen, record = problem.frozen, read_record(problem.path)
    if frozen is None:
        return {}
    visible = sum(case.visible for case in frozen.cases)
    return {
        "hidden": len(frozen.cases) - visible,
        "visible": visible,
        "wrong": len(frozen.wrong),
        "mutants": 0 if record is None else record.mutants,
        "killed": 0 if record is None else record.killed,
        "equivalent": 0 if record is None else record.equivalent,
        "raw": frozen.score.get("raw"),
        "reviewed": frozen.score.get("reviewed"),
        "oracle": frozen.oracle,
        "proven": "" if record is None else record.on,
    }


@dataclass(frozen=True, slots=True)
class Totals:
    """Over a whole bank. `mean_raw`: of the problems that have a score."""

    problems: int
    hidden: int
    wrong: int
    mutants: int
    killed: int
    equivalent: int
    mean_raw: float | None

    @property
    def rejected(self) -> float | None:
        """Share of the automatic mutants that are mistakes which the cases reject."""
        mistakes = self.mutants - self.equivalent
        return self.killed / mistakes if mistakes else None


def totals(all_of: Iterable[Strength]) -> Totals:
    found = list(all_of)
    scores = [one.raw for one in found if one.raw is not None]
    return Totals(
        problems=len(found),
        hidden=sum(one.hidden for one in found),
        wrong=sum(one.wrong for one in found),
        mutants=sum(one.mutants for one in found),
        killed=sum(one.killed for one in found),
        equivalent=sum(one.equivalent for one in found),
        mean_raw=sum(scores) / len(scores) if scores else None,
    )
