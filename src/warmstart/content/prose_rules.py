"""What a question in prose owes its learner: a rubric of the right size, exemplars of each kind."""

import re
from collections.abc import Iterable

from warmstart.content.finding import Finding
from warmstart.content.question import Question
from warmstart.content.rubric_tables import Exemplar
from warmstart.content.table import Span

POINTS = 4, 7
TOTAL = 8, 12
MOST_PTS = 3
MOST_MUST = 4
FEWEST_ACCEPTED = 3
MISCONCEPTIONS = 2, 4
FEWEST_WORDINGS = 2
ONCE = ("swapped", "paraphrase", "off-topic", "keywords")
"""Kinds of exemplars that each question has besides weak ones and those of its misconceptions."""
SILENT = ("off-topic", "keywords")
"""Kinds that make no point."""
PARAPHRASED = 0.75
"""Share of the points that the band of a paraphrase begins with."""


def prose_faults(question: Question) -> list[Finding]:
    return [
        *_rubric_faults(question),
        *_point_faults(question),
        *_misconception_faults(question),
        *_missing_kinds(question),
        *_exemplar_faults(question),
        *_rejected_by_itself(question),
    ]


def count_fault(span: Span, what: str, count: int, bounds: tuple[int, int]) -> list[Finding]:
    low, high = bounds
    if low <= count <= high:
        return []
    return [span.file.fault(span.first, f"{count} {what}", f"want {low} to {high}")]


def _rubric_faults(question: Question) -> list[Finding]:
    span, points = question.table.span.table("points", 0), question.rubric.points
    must = sum(point.must for point in points)
    findings = count_fault(span, "points of the rubric", len(points), POINTS)
    findings += count_fault(span, "pts together", question.rubric.total, TOTAL)
    findings += count_fault(span, "points that are a must", must, (0, MOST_MUST))
    wrong = question.table.span.table("misconceptions", 0)
    return findings + count_fault(
        wrong, "misconceptions", len(question.rubric.misconceptions), MISCONCEPTIONS
    )


def _point_faults(question: Question) -> Iterable[Finding]:
    for at, point in enumerate(question.rubric.points):
        span = question.table.span.table("points", at)
        if point.pts > MOST_PTS:
            yield _fault(span, "pts", f"{point.pts} pts for one point", f"want at most {MOST_PTS}")
        if len(point.accept) < FEWEST_ACCEPTED:
            message = f"{len(point.accept)} paraphrases of point {point.id}"
            yield _fault(span, "accept", message, f"want at least {FEWEST_ACCEPTED}, in different words")


def _misconception_faults(question: Question) -> Iterable[Finding]:
    for at, each in enumerate(question.rubric.misconceptions):
        span = question.table.span.table("misconceptions", at)
        if len(each.also) < FEWEST_WORDINGS:
            message = f"{len(each.also)} other wordings of {each.id}"
            yield _fault(span, "also", message, f"want at least {FEWEST_WORDINGS}")
        if each.costs > 1:
            yield _fault(span, "costs", f"{each.id} costs {each.costs} points", "want 0 or 1")


def _missing_kinds(question: Question) -> Iterable[Finding]:
    file, line = question.table.span.file, question.table.span.table("graded", 0).first
    kinds = [each.kind for each in question.exemplars]
    for kind in ("weak", *ONCE):
        if kind not in kinds:
            yield file.fault(
                line, f"no exemplar of the kind '{kind}'", f'add a [[graded]] with kind = "{kind}"'
            )
    said = {name for each in question.exemplars if each.kind == "misconception" for name in each.flags}
    for wrong in question.rubric.misconceptions:
        if wrong.id not in said:
            mend = f'add a [[graded]] with kind = "misconception" and flags = ["{wrong.id}"]'
            yield file.fault(line, f"no exemplar says {wrong.id}", mend)


def _exemplar_faults(question: Question) -> Iterable[Finding]:
    everything = frozenset(point.id for point in question.rubric.points)
    for each in question.exemplars:
        span = exemplar_span(question, each)
        if each.kind == "paraphrase":
            missing = ", ".join(sorted(everything - each.has))
            if missing:
                yield _fault(span, "has", f"the paraphrase does not say {missing}", "let it say everything")
            low = int(PARAPHRASED * question.rubric.total)
            if each.band[0] < low:
                yield _fault(span, "band", f"the band begins at {each.band[0]:g}", f"want {low} or more")
        if each.kind in SILENT and each.has:
            yield _fault(
                span, "has", f"an exemplar of the kind '{each.kind}' makes no point", "want has = []"
            )
        if each.kind == "misconception" and not each.flags:
            yield _fault(span, "flags", "says no misconception", "name the one that it says")


def exemplar_span(question: Question, exemplar: Exemplar) -> Span:
    """Its `[[graded]]` table; of the model answer, the whole front matter."""
    names = [row.get("name") for row in question.table.tables("graded")]
    span = question.table.span
    return span.table("graded", names.index(exemplar.name)) if exemplar.name in names else span


def _rejected_by_itself(question: Question) -> Iterable[Finding]:
    """A phrase that does not earn its point must not stand in the model answer."""
    model = _folded(question.model.text)
    for at, point in enumerate(question.rubric.points):
        for phrase in point.reject:
            if re.search(rf"(?<!\w){re.escape(_folded(phrase))}(?!\w)", model):
                span = question.table.span.table("points", at)
                message = f"the model answer says what point {point.id} rejects: '{phrase[:60]}'"
                yield _fault(span, "reject", message, "change one of the two")


def _folded(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".;,")


def _fault(span: Span, key: str, message: str, mend: str) -> Finding:
    return span.file.fault(span.line_of(key), message, mend)
