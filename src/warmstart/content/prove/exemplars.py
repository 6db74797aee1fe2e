"""Gates Q4 and Q5: the offline grader finds in each exemplar what its author says is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from warmstart.content.finding import Finding
from warmstart.content.prose_rules import PARAPHRASED, exemplar_span
from warmstart.content.prove.gate import Gate
from warmstart.content.question import Question
from warmstart.content.question_code import heading_line
from warmstart.content.rubric_tables import Exemplar
from warmstart.grading import grade as grading
from warmstart.grading.grade import Grade, PointGrade
from warmstart.grading.grader import grade

SHORT = 0.25
"""Points by which a score may miss what was declared."""
SURE = 0.9
"""Probability from which the grader may not be wrong about a point; below, it says itself that it may."""
MISSED = grading.Finding.NOT_DETECTED, grading.Finding.CONTRADICTED
SIGNS = {
    grading.Finding.COVERED: "C",
    grading.Finding.PARTLY: "p",
    grading.Finding.NOT_DETECTED: ".",
    grading.Finding.CONTRADICTED: "X",
    grading.Finding.CANNOT_TELL: "?",
}


@dataclass(frozen=True, slots=True)
class Row:
    """How one exemplar was graded. `faults`: in words; none where all is as its author says."""

    exemplar: Exemplar
    grade: Grade
    faults: tuple[str, ...]

    @property
    def state(self) -> str:
        if self.exemplar.waived:
            return "waived" if self.faults else "waived for nothing"
        return "as declared" if not self.faults else "otherwise"


def grade_exemplars(question: Question) -> tuple[list[Row], Gate]:
    """The model answer first."""
    if not question.rubric.points:
        return [], Gate("Q4")
    rows = []
    for exemplar in (question.model, *question.exemplars):
        result = grade(question.rubric, exemplar.text)
        rows.append(Row(exemplar, result, tuple(_faults(question, exemplar, result))))
    waived = sum(row.state == "waived" for row in rows)
    findings = tuple(fault for row in rows for fault in _findings(question, row))
    return rows, Gate("Q4", findings, f"{len(rows)} exemplars, {waived} waived")


def _faults(question: Question, exemplar: Exemplar, result: Grade) -> Iterable[str]:
    """The band that a learner is shown must meet the declared one; the model answer's expected score too."""
    score, (low, high) = result.score, exemplar.band
    if score.low > high + SHORT or score.high < low - SHORT:
        yield f"{score.low:.1f} to {score.high:.1f} points, declared {low:g} to {high:g}"
    if exemplar.kind == "model" and score.expected < low - SHORT:
        yield f"{score.expected:.2f} points, wanted {low:g}"
    least = PARAPHRASED * question.rubric.total
    if exemplar.kind == "paraphrase" and score.high < least - SHORT:
        yield f"at most {score.high:.1f} points, wanted {least:g}"
    raised = {each.id for each in result.misconceptions}
    if raised != exemplar.flags:
        yield f"misconceptions raised: {_named(raised)}, declared: {_named(exemplar.flags)}"
    yield from filter(None, (_point_fault(exemplar, each) for each in result.points))


def _point_fault(exemplar: Exemplar, each: PointGrade) -> str:
    """What the grader is sure of and its author says otherwise."""
    if each.id in exemplar.has:
        missed = each.finding in MISSED and each.probability < 1 - SURE
        return f"{each.id} is said, but {each.finding}" if missed else ""
    if each.id in exemplar.half or each.finding is not grading.Finding.COVERED or each.full < SURE:
        return ""
    return f"{each.id} is {'denied' if each.id in exemplar.denies else 'not said'}, but covered"


def _named(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)) or "none"


def _findings(question: Question, row: Row) -> list[Finding]:
    span, model = exemplar_span(question, row.exemplar), row.exemplar.kind == "model"
    line = heading_line(question, "Model answer") if model else span.first
    if row.state == "waived for nothing":
        message = f"'{row.exemplar.name}' is graded as declared, and waived all the same"
        return [span.file.fault(span.line_of("waived"), message, "take `waived` out")]
    if row.state != "otherwise":
        return []
    message = f"'{row.exemplar.name}': {'; '.join(row.faults)}"
    return [
        span.file.fault(line, message, "add wordings to claim, accept or also, where the labels are right")
    ]


def follow_up_gate(question: Question) -> Gate:
    """The answer that a follow-up looks for has each of its points."""
    findings = []
    for at, each in enumerate(question.follow_ups):
        result = grade(each.rubric, each.look_for)
        missed = [point.id for point in result.points if point.finding in MISSED]
        if missed:
            span = question.table.span.table("followups", at)
            claims = {point.id: point.claim for point in each.rubric.points}
            message = f"look_for does not say '{claims[missed[0]][:60]}'"
            findings.append(span.file.fault(span.line_of("look_for"), message, "let it say every claim"))
    return Gate("Q5", tuple(findings), f"{len(question.follow_ups)} follow-ups")


def cells(row: Row) -> str:
    """Of each point: what its author says, then what the grader finds, and with which probabilities."""
    exemplar = row.exemplar
    return " ".join(
        f"{each.id}:{_declared(exemplar, each.id)}{SIGNS[each.finding]}{each.probability:.2f}/{each.full:.2f}"
        f"{'!' if _point_fault(exemplar, each) else ''}"
        for each in row.grade.points
    )


def _declared(exemplar: Exemplar, point: str) -> str:
    signs = {"C": exemplar.has, "p": exemplar.half, "X": exemplar.denies}
    return next((sign for sign, ids in signs.items() if point in ids), ".")
