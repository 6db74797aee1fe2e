"""One question from its file to its record: every gate in turn, all of them reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.prove.exemplars import Row, follow_up_gate, grade_exemplars
from warmstart.content.prove.gate import Gate
from warmstart.content.prove.question_blocks import run_blocks
from warmstart.content.question import Question
from warmstart.content.question_record import (
    QuestionRecord,
    code_digest,
    is_proven_question,
    proof_digest,
    write_question_record,
)


@dataclass(frozen=True, slots=True)
class QuestionProof:
    """Of one question. `skipped`: nothing has changed since it was proved. `rows`: its exemplars."""

    file: Path
    gates: tuple[Gate, ...]
    rows: tuple[Row, ...] = ()
    skipped: bool = False
    written: bool = False

    @property
    def holds(self) -> bool:
        return all(gate.holds for gate in self.gates)


def prove_question(
    question: Question, *, faults: Sequence[Finding] = (), force: bool = False
) -> QuestionProof:
    """Run the gates and write what they make of the question.

    faults: what is wrong with it already (Q1). force: also where nothing changed, and its code too.
    """
    file = question.table.span.file.path
    if not force and not faults and is_proven_question(question):
        return QuestionProof(file, (), skipped=True)
    ran = run_blocks(question, force=force)
    rows, graded = grade_exemplars(question)
    gates = (Gate("Q1", tuple(faults)), *ran.gates, graded, follow_up_gate(question))
    held = all(gate.holds for gate in gates)
    record = QuestionRecord(
        question.id,
        proof_digest(question, ran.instances) if held else "",
        code_digest(question) if ran.holds else "",
        ran.instances if ran.holds else (),
    )
    return QuestionProof(file, gates, tuple(rows), written=write_question_record(file, record))
