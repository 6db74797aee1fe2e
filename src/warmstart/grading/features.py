"""What is measured of an answer for each point and each misconception: a few numbers, never its length."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from warmstart.grading.nearness import Nearness
from warmstart.grading.order import denied_inside, opposed
from warmstart.grading.phrasings import Phrasings
from warmstart.grading.rubric import Rubric
from warmstart.grading.table import Array
from warmstart.grading.text import stem

POINT = (
    "cosine", "demoted", "centred", "recall", "grams", "soft", "own", "every", "whole", "whole_own", "third",
    "rivals", "almost", "ordered", "denied", "opposed", "turned", "mirror", "mirror_order",
    "mirror_words", "mistake", "context", "terms",
)  # fmt: skip
WRONG = (
    "cosine", "recall", "grams", "soft", "own", "every", "ordered", "best", "denied", "opposed", "turned",
    "point", "points",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """points: (points, POINT), wrong: (misconceptions, WRONG); `said`, `held`: the stretch that fits best."""

    points: Array
    wrong: Array
    said: list[int]
    held: list[int]


def features_of(rubric: Rubric, phrasings: Phrasings, near: Nearness) -> Features:
    together = near.together
    by_point = [together[:, rows].max(axis=1) for rows in phrasings.points]
    said = [int(each.argmax()) for each in by_point]
    held = [int(together[:, rows].max(axis=1).argmax()) for rows in phrasings.wrong]
    points = [_point(rubric, phrasings, near, together, by_point, at) for at in range(len(rubric.points))]
    wrong = [_wrong(rubric, phrasings, near, together, by_point, at) for at in range(len(held))]
    return Features(_rows(points, len(POINT)), _rows(wrong, len(WRONG)), said, held)


def _rows(rows: list[list[float]], width: int) -> Array:
    return np.array(rows, np.float32).reshape(-1, width)


def _point(
    rubric: Rubric, phrasings: Phrasings, near: Nearness, together: Array, by_point: list[Array], at: int
) -> list[float]:
    own, almost = phrasings.points[at], phrasings.almost[at]
    stretch = int(by_point[at].argmax())
    best = float(by_point[at].max())
    rivals = [float(other[stretch]) for place, other in enumerate(by_point) if place != at]
    third = np.sort(together[:, own].max(axis=0))[::-1][:3]
    return [
        *(
            float(part[:, own].max())
            for part in (near.cosine, near.demoted, near.centred, near.recall, near.grams)
        ),
        float(near.soft[:, own].max()),
        float(near.own[:, own].max()),
        float(near.every[:, own].max()),
        float(near.whole[own].max()),
        float(near.whole_own[own].max()),
        float(third.mean()),
        best - max(rivals, default=best - 0.3),
        float(together[:, almost].max()) - best if almost else -0.3,
        float(near.ordered[:, own].max()),
        *_polarity(phrasings, near, together, own, stretch),
        *_mirror(near, together, phrasings.against[at], own),
        _mistake(phrasings, together, stretch, best),
        _context(phrasings, near, at),
        _terms(phrasings, near, at),
    ]


def _polarity(
    phrasings: Phrasings, near: Nearness, together: Array, rows: list[int], stretch: int
) -> tuple[float, float, float]:
    """Beside the phrasing that fits best: does one of both deny, opposite words, words in the other order."""
    row = rows[int(together[stretch, rows].argmax())]
    return (
        float(denied_inside(near.words[stretch], phrasings.stems[row]) != phrasings.denied[row]),
        min(opposed(map(stem, near.words[stretch]), phrasings.stems[row]), 2.0),
        float(near.turned[stretch, row]),
    )


def _mirror(
    near: Nearness, together: Array, against: list[int], own: list[int]
) -> tuple[float, float, float]:
    """How much nearer some stretch is to what says the opposite of the point than to the point.

    In all, in the order of words and in the words themselves, these two where it is nearest to the opposite.
    """
    if not against:
        return -0.2, 0.0, 0.0
    stretch = int(together[:, against].max(axis=1).argmax())
    lead = (together[:, against].max(axis=1) - together[:, own].max(axis=1)).max()
    order = near.ordered[stretch, against].max() - near.ordered[stretch, own].max()
    words = near.every[stretch, against].max() - near.every[stretch, own].max()
    return float(lead), float(order), float(words)


def _mistake(phrasings: Phrasings, together: Array, stretch: int, best: float) -> float:
    """How much nearer the point's own stretch is to something wrong than to the point."""
    wrong = [row for rows in (*phrasings.wrong, *phrasings.against) for row in rows]
    return float(together[stretch, wrong].max()) - best if wrong else -0.2


def _context(phrasings: Phrasings, near: Nearness, at: int) -> float:
    """How much of the other points is there: whether the answer is about the question at all."""
    others = [float(near.whole_own[rows].max()) for place, rows in enumerate(phrasings.points) if place != at]
    return sum(others) / len(others) if others else 0.5


def _terms(phrasings: Phrasings, near: Nearness, at: int) -> float:
    """Share of the point's lists of key terms of which one is there, less a half; 0 without lists."""
    lists = phrasings.terms[at]
    met = [any(term and near.stems_said.issuperset(term) for term in each) for each in lists]
    return sum(met) / len(met) - 0.5 if met else 0.0


def _wrong(
    rubric: Rubric, phrasings: Phrasings, near: Nearness, together: Array, by_point: list[Array], at: int
) -> list[float]:
    rows = phrasings.wrong[at]
    scores = together[:, rows].max(axis=1)
    stretch = int(scores.argmax())
    contradicts = rubric.misconceptions[at].contradicts
    beside: Sequence[float] = [
        float(each[stretch])
        for point, each in zip(rubric.points, by_point, strict=True)
        if contradicts in (None, point.id)
    ]
    best = float(scores.max())
    parts = (near.cosine, near.recall, near.grams, near.soft, near.own, near.every, near.ordered)
    return [
        *(float(part[:, rows].max()) for part in parts),
        best,
        *_polarity(phrasings, near, together, rows, stretch),
        best - max(beside, default=0.0),
        best - max((float(each[stretch]) for each in by_point), default=0.0),
    ]
