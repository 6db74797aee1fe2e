"""The evaluation set and the pack's exemplars: answers with what readers say of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.question import Question, read_question

ROOT = Path(__file__).resolve().parents[1]
SET = Path(__file__).parent / "grading_set"
QUESTIONS = ROOT / "packs/core/questions"


@dataclass(frozen=True)
class Answer:
    """One answer of the set. labels: point id to C, P, N, X; wrong: misconceptions that it asserts."""

    question: str
    id: str
    kind: str
    text: str
    labels: dict[str, str]
    wrong: frozenset[str]


def held_back() -> frozenset[str]:
    return frozenset((SET / "held-back.txt").read_text().split())


def answers(reading: str = "settled") -> list[Answer]:
    return [answer for path in sorted((SET / "answers").glob("*.json")) for answer in _answers(path, reading)]


def _answers(path: Path, reading: str) -> Iterator[Answer]:
    labels = json.loads((SET / "readings" / reading / path.name).read_text("utf-8"))
    for row in json.loads(path.read_text("utf-8")):
        given = dict(labels[row["id"]])
        wrong = frozenset(given.pop("m", ()))
        yield Answer(path.stem, row["id"], row["kind"], row["text"], given, wrong)


def questions() -> dict[str, Question]:
    """Those of the pack that are graded by a rubric."""
    found = [read_question(path)[0] for path in sorted(QUESTIONS.glob("*.md"))]
    return {each.slug: each for each in found if each is not None and each.rubric.points}
