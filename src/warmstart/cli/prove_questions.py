"""`warmstart pack prove` for questions: which of them, and how each exemplar was graded."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from warmstart.cli.folders import finding_line, finding_tree, is_questions
from warmstart.content.check import UNPROVED, check_questions
from warmstart.content.finding import Finding
from warmstart.content.prove.exemplars import Row, cells
from warmstart.content.prove.question import QuestionProof, prove_question
from warmstart.content.question import read_question
from warmstart.content.questions import FOLDER, question_files
from warmstart.judge.printable import printable


def prove_questions(path: Path, *, force: bool) -> tuple[list[Finding], list[QuestionProof]]:
    """Of a pack, its folder of questions or one file; and findings about files that cannot be read."""
    path = path.absolute()
    below = path if is_questions(path) else path / FOLDER
    if not below.exists():
        missing = Finding(below, 1, "no such question", "give a question, or the folder of a pack")
        return [missing] if below == path else [], []
    findings = [each for each in check_questions(below) if each.message != UNPROVED]
    proofs, stray = [], list(findings)
    for file in [below] if below.suffix == ".md" else question_files(below.parent):
        question = read_question(file)[0]
        if question is None:
            continue
        own = [each for each in findings if each.path == file]
        stray = [each for each in stray if each not in own]
        proofs.append(prove_question(question, faults=own, force=force))
    return stray, proofs


def print_questions(proofs: Sequence[QuestionProof], *, tables: bool) -> None:
    """Findings and tables on stdout; what it comes to on stderr. tables: also where all is well."""
    for proof in proofs:
        for gate in proof.gates:
            for finding in gate.findings:
                print(finding_line(finding, gate.name))
        if tables or not proof.holds:
            for row in proof.rows:
                print(_line(row))
    states = Counter(_state(proof) for proof in proofs)
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    rows = Counter(row.state for proof in proofs for row in proof.rows)
    if proofs:
        print(f"{len(proofs)} questions: {told}", file=sys.stderr)
    if rows:
        told = ", ".join(f"{count} {state}" for state, count in sorted(rows.items()))
        print(f"{rows.total()} exemplars: {told}", file=sys.stderr)


def _state(proof: QuestionProof) -> str:
    if proof.skipped:
        return "proved before"
    return "proved" if proof.holds else "NOT proved"


def _line(row: Row) -> str:
    """Letters: declared, then found. C covered, p partly, . not, X denied, ? cannot tell; ! a fault."""
    low, high = row.exemplar.band
    score = f"{row.grade.score.expected:4.1f} in [{low:g}, {high:g}]"
    guards = " ".join(row.grade.flags)
    name = f"{row.exemplar.kind:13} {row.exemplar.name[:28]:28}"
    return printable(f"  {row.state:18} {name} {score:19} {cells(row)} {guards}".rstrip()).replace("\n", " ")


def question_tree(proof: QuestionProof) -> dict[str, object]:
    """The same as data."""
    return {
        "question": proof.file.stem,
        "proved": proof.holds,
        "skipped": proof.skipped,
        "written": proof.written,
        "gates": [
            {
                "gate": gate.name,
                "holds": gate.holds,
                "note": gate.note,
                "findings": [finding_tree(finding) for finding in gate.findings],
            }
            for gate in proof.gates
        ],
        "exemplars": [
            {
                "name": row.exemplar.name,
                "kind": row.exemplar.kind,
                "state": row.state,
                "expected": round(row.grade.score.expected, 2),
                "band": list(row.exemplar.band),
                "faults": list(row.faults),
            }
            for row in proof.rows
        ],
    }
