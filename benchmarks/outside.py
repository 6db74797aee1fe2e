"""Any set of short answers with human scores, laid out as grading_set/README.md says."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from agreement import Row, correlation, weighted_kappa

from warmstart.grading.features import POINT
from warmstart.grading.grader import Reading, grade, read
from warmstart.grading.rubric import Misconception, Point, Rubric

STEPS = 6
MOST_SENTENCES = 20
RIDGE = 30.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Scored:
    """score: a share of the most that a person could give."""

    question: str
    rubric: Rubric
    answer: str
    score: float


def outside_figures(path: Path) -> dict[str, object]:
    """The grader as it is, a ridge over its features fitted on other questions, and length alone."""
    rows = [_scored(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if row.answer.strip()]
    questions = np.array([row.question for row in rows])
    human = np.array([row.score for row in rows])
    ours = np.array([_share(row) for row in rows])
    length = np.array([math.log1p(len(row.answer.split())) for row in rows])
    fitted = _left_out(np.stack([_features(row) for row in rows]), human, questions)
    told = {"as shipped": ours, "fitted on other questions": fitted, "length alone": length}
    return {
        "answers": len(rows),
        "questions": len(set(questions)),
        **{name: _told(values, human, questions) for name, values in told.items()},
    }


def _scored(row: dict[str, Any]) -> Scored:
    score = float(row["score"]) / float(row.get("most", 1))
    return Scored(str(row.get("id", row["question"])), _rubric(row), str(row["answer"]), score)


def _rubric(row: dict[str, Any]) -> Rubric:
    """Of a reference each sentence is a point."""
    if "rubric" not in row:
        said = [part for part in _SENTENCE.split(str(row["reference"]).strip()) if part][:MOST_SENTENCES]
        return Rubric(str(row["question"]), tuple(Point(f"p{at}", 1, part) for at, part in enumerate(said)))
    given = row["rubric"]
    points = tuple(
        Point(chr(97 + at), int(each.get("pts", 1)), each["claim"], tuple(each.get("accept", ())))
        for at, each in enumerate(given["points"])
    )
    wrong = tuple(
        Misconception(f"m{at}", each["says"]) for at, each in enumerate(given.get("misconceptions", ()))
    )
    return Rubric(str(row["question"]), points, wrong)


def _share(row: Scored) -> float:
    return grade(row.rubric, row.answer).score.expected / row.rubric.total


def _features(row: Scored) -> Row:
    """The points' mean, by their weight; zeros where nothing could be measured."""
    reading = read(row.rubric, row.answer)
    weights = np.array([point.pts for point in row.rubric.points], float)
    if not isinstance(reading, Reading):
        return np.zeros(len(POINT))
    return np.asarray(weights @ reading.features.points / weights.sum())


def _left_out(features: Row, human: Row, questions: Row) -> Row:
    """Ridge regression, for each question on all others."""
    guess = np.zeros(len(human))
    for name in sorted(set(questions)):
        out = questions == name
        if out.all():
            return np.full(len(human), human.mean())
        mean, scale = features[~out].mean(0), features[~out].std(0) + 1e-3
        design = np.c_[(features[~out] - mean) / scale, np.ones((~out).sum())]
        penalty = np.diag([RIDGE] * features.shape[1] + [0.0])
        weights = np.linalg.solve(design.T @ design + penalty, design.T @ human[~out])
        guess[out] = np.c_[(features[out] - mean) / scale, np.ones(out.sum())] @ weights
    return guess


def _told(values: Row, human: Row, questions: Row) -> dict[str, float]:
    inside = [_centred(part, questions) for part in (values, human)]
    bounded = np.clip(values, 0, 1)
    steps = [np.rint(part * (STEPS - 1)).astype(int) for part in (bounded, np.clip(human, 0, 1))]
    return {
        "r": correlation(values, human),
        "r_inside_questions": correlation(*inside),
        "rmse": float(np.sqrt(((bounded - human) ** 2).mean())),
        "weighted_kappa": weighted_kappa(steps[0], steps[1], STEPS),
    }


def _centred(values: Row, questions: Sequence[str] | Row) -> Row:
    names = np.asarray(questions)
    return np.asarray(values - np.array([values[names == name].mean() for name in names]))
