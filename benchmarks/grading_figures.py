"""What is claimed of the grader, measured on graded answers of the evaluation set."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from agreement import Agreement, Row, agreement, correlation
from grading_answers import Answer

from warmstart.grading.grade import Finding, Grade
from warmstart.grading.rubric import Rubric

SAID = frozenset("CP")
WORTH = {"C": 1.0, "P": 0.5, "N": 0.0, "X": 0.0}
CREDIT = frozenset({Finding.COVERED, Finding.PARTLY})
HONEST = ("student", "paraphrase", "spoken")


@dataclass(frozen=True)
class Graded:
    """An answer of the set, its rubric, and what the grader says of it."""

    answer: Answer
    rubric: Rubric
    grade: Grade


def points(graded: Iterable[Graded], kinds: Iterable[str]) -> Agreement:
    """ "Mentioned" for every point of the answers of these kinds."""
    said, probability = _points(graded, frozenset(kinds))
    return agreement(said, probability)


def _points(graded: Iterable[Graded], kinds: frozenset[str]) -> tuple[Row, Row]:
    rows = [
        (each.answer.labels[point.id] in SAID, point.probability)
        for each in graded
        if each.answer.kind in kinds
        for point in each.grade.points
    ]
    return np.array([said for said, _ in rows], bool), np.array([p for _, p in rows])


def wrong_credit(graded: Iterable[Graded], kind: str, labels: str = "NX") -> tuple[float, int]:
    """Share of points with these labels that get credit, and how many there are."""
    given = [
        point.finding in CREDIT
        for each in graded
        if each.answer.kind == kind
        for point in each.grade.points
        if each.answer.labels[point.id] in labels
    ]
    return (sum(given) / len(given) if given else float("nan")), len(given)


def credit_given(graded: Iterable[Graded], kind: str) -> float:
    """Expected points by credit due, over the answers of a kind."""
    chosen = [each for each in graded if each.answer.kind == kind]
    return sum(each.grade.score.expected for each in chosen) / max(sum(map(due, chosen)), 1e-9)


def due(each: Graded) -> float:
    """The score in points by the reader's labels, before what misconceptions cost."""
    return sum(point.pts * WORTH[each.answer.labels[point.id]] for point in each.rubric.points)


@dataclass(frozen=True)
class Contradictions:
    """Misconceptions of the rubric that an answer asserts: how many, found, raised; and false alarms."""

    asserted: int
    recall: float
    precision: float
    full_answers: int
    flagged_full: float


def contradictions(graded: list[Graded]) -> Contradictions:
    """A full answer: every point made at least in part, nothing asserted that is false."""
    raised = [(each, one.id) for each in graded for one in each.grade.misconceptions]
    asserted = sum(len(each.answer.wrong) for each in graded)
    right = sum(name in each.answer.wrong for each, name in raised)
    full = [each for each in graded if set(each.answer.labels.values()) <= SAID and not each.answer.wrong]
    return Contradictions(
        asserted,
        right / max(asserted, 1),
        right / max(len(raised), 1),
        len(full),
        sum(bool(each.grade.misconceptions) for each in full) / max(len(full), 1),
    )


def score_agreement(graded: list[Graded]) -> tuple[float, float]:
    """Pearson's r and root mean square error between expected and due score, as shares of the total."""
    ours = np.array([each.grade.score.expected / each.rubric.total for each in graded])
    theirs = np.array([due(each) / each.rubric.total for each in graded])
    return correlation(ours, theirs), float(np.sqrt(((ours - theirs) ** 2).mean()))


def by_kind(graded: list[Graded], figure: Callable[[list[Graded]], float]) -> dict[str, float]:
    kinds = sorted({each.answer.kind for each in graded})
    return {kind: figure([each for each in graded if each.answer.kind == kind]) for kind in kinds}
