"""The five model questions: read without a fault, and how their exemplars are graded."""

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
    assert len(read(path).graded) >= 4


def test_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "q.md"
    file.write_text(PATHS[0].read_text("utf-8").replace("must = true", "must = 1", 1), "utf-8")
    line = next(at for at, text in enumerate(file.read_text("utf-8").split("\n"), 1) if text == "must = 1")
    assert [finding.line for finding in read_question(file)[1]] == [line]
