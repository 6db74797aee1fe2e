"""A question's file: what is right is read whole, what is wrong is told with its line."""

from pathlib import Path

import pytest

from warmstart.content.question import Question, read_question

PATHS = sorted((Path(__file__).parent / "questions").glob("*.md"))


def read(path: Path) -> Question:
    question, findings = read_question(path)
    assert findings == []
    assert question is not None
    return question


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_model_question_has_no_fault(path: Path) -> None:
    question = read(path)
    assert question.follow_ups
    assert question.rubric.points or question.forms.wanted or question.forms.options or question.forms.steps


FAULTS = [
    ("attention-scale", "must = true", "must = 1", "is an integer"),
    ("attention-scale", 'level = "core"', 'level = "easy"', "is 'easy'"),
    ("attention-scale", 'contradicts = "', 'contradicts = "z', "no point has the id 'z"),
    ("attention-scale", 'has = ["a"', 'has = ["z", "a"', "no point has the id 'z'"),
    ("attention-scale", "band = [0,", "band = [9,", "is [9"),
    ("attention-scale", 'kind = "weak"', 'kind = "poor"', "is 'poor'"),
    ("attention-scale", "flags = [", 'flags = ["m9", ', "no misconception has the id 'm9'"),
    ("attention-scale", "look_for = ", "look_at = ", "unknown key 'look_at'"),
    ("search-that-hangs", "right = true", "rihgt = true", "unknown key 'rihgt'"),
    ("activation-memory", "rtol = ", "tolerance = ", "unknown key 'tolerance'"),
]


@pytest.mark.parametrize(("slug", "old", "new", "message"), FAULTS, ids=[row[2] for row in FAULTS])
def test_a_fault_is_told_with_its_line(tmp_path: Path, slug: str, old: str, new: str, message: str) -> None:
    text = (PATHS[0].parent / f"{slug}.md").read_text("utf-8")
    assert old in text
    file = tmp_path / "q.md"
    file.write_text(text.replace(old, new, 1), "utf-8")
    line = next(at for at, each in enumerate(file.read_text("utf-8").split("\n"), 1) if new in each)
    findings = [each for each in read_question(file)[1] if message in each.message]
    assert [each.line for each in findings] == [line]


def test_a_rubric_belongs_to_prose_alone(tmp_path: Path) -> None:
    text = (PATHS[0].parent / "search-that-hangs.md").read_text("utf-8")
    file = tmp_path / "q.md"
    file.write_text(text.replace('form = "choices"', 'form = "order"', 1), "utf-8")
    messages = [each.message for each in read_question(file)[1]]
    assert "'options' belongs to the form 'choices', not 'order'" in messages
    assert "a question of the form 'order' has no 'steps'" in messages
