"""Every live question's exemplars grade as their authors say, or say why they need not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.tracked import ROOT
from warmstart.content.prove.exemplars import follow_up_gate, grade_exemplars
from warmstart.content.question import read_question

FILES = sorted(ROOT.glob("packs/*/questions/*.md"))


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_exemplars_of_a_live_question_grade_as_declared(file: Path) -> None:
    question, _ = read_question(file)
    assert question is not None
    if question.status == "live":
        gates = [grade_exemplars(question)[1], follow_up_gate(question)]
        assert [str(finding) for gate in gates for finding in gate.findings] == []
