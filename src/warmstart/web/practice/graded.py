"""A grade as a page shows it: the answer with its spans, the points beside it, what the learner says."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmstart.grading.grade import Finding
from warmstart.web.attempts.disputes import Disputes, Says, disputes_of, effective
from warmstart.web.attempts.models import Answer, GradeRow
from warmstart.web.attempts.record import Line, Record, Wrong, record_from_json
from warmstart.web.practice import wording
from warmstart.web.practice.level import Scored, reading
from warmstart.web.practice.results import Result, result_of
from warmstart.web.practice.spans import Piece, Span, pieces_of, visible

KINDS = {
    Finding.COVERED: "covered",
    Finding.PARTLY: "partly",
    Finding.NOT_DETECTED: "missing",
    Finding.CONTRADICTED: "contra",
    Finding.CANNOT_TELL: "unsure",
}
SIGNS = {"covered": "●", "partly": "◐", "missing": "○", "contra": "✕", "unsure": "?"}
SAID = (Finding.COVERED, Finding.PARTLY)


@dataclass(frozen=True, slots=True)
class PointShown:
    """One line of the rubric. `key`: its id on the page. `says`: what the learner says; None: nothing.

    `offers`: what they may say instead.
    """

    key: str
    number: int
    line: Line
    kind: str
    sign: str
    how_sure: str
    quote: str
    says: Says | None
    offers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WrongShown:
    """A misconception. `label`: what its span is numbered by."""

    key: str
    label: str
    wrong: Wrong
    quote: str
    says: Says | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole grade. `record`: with what the learner says, `found`: as the grader left it."""

    answer: Answer
    grade: GradeRow
    found: Record
    record: Record
    points: tuple[PointShown, ...]
    wrongs: tuple[WrongShown, ...]
    pieces: tuple[Piece, ...]

    @property
    def band(self) -> str:
        return wording.band(self.record.low, self.record.high, self.record.total)

    @property
    def found_band(self) -> str:
        """As the grader left it; empty: the learner says nothing else."""
        if self.record is self.found:
            return ""
        return wording.band(self.found.low, self.found.high, self.found.total)

    @property
    def result(self) -> Result:
        return result_of(self.record.share)

    @property
    def clock(self) -> str:
        return "" if self.answer.seconds is None else wording.minutes(self.answer.seconds)

    @property
    def level(self) -> tuple[str, ...]:
        points = [Scored(p.number, p.line.must, p.line.level == "deep", _counts(p)) for p in self.points]
        return reading(points, [each.label for each in self.wrongs if each.wrong.sure and each.says is None])


def _counts(point: PointShown) -> bool:
    return point.line.finding in SAID if point.says is None else point.says is Says.SAID


def shown(answer: Answer, grade: GradeRow, disputes: Disputes) -> Shown:
    """A grade of whatever age, with the disputes that stand."""
    found = record_from_json(grade.data)
    if found.exact:
        return Shown(answer, grade, found, found, (), (), ())
    page = f"part{answer.part}"
    points = tuple(
        _point(page, number, line, answer.text, disputes.get(line.id))
        for number, line in enumerate(found.lines, start=1)
    )
    wrongs = tuple(
        _wrong(page, number, wrong, answer.text, disputes.get(wrong.id))
        for number, wrong in enumerate(found.wrongs, start=1)
    )
    spans = [*_spans_of_points(points), *_spans_of_wrongs(wrongs)]
    return Shown(
        answer=answer,
        grade=grade,
        found=found,
        record=effective(found, disputes),
        points=points,
        wrongs=wrongs,
        pieces=pieces_of(answer.text, spans),
    )


def newest_grade(answer: Answer) -> GradeRow | None:
    return answer.grades.order_by("graded_at").last()


def shown_of(answer: Answer) -> Shown | None:
    """Its newest grade, with the disputes that stand."""
    grade = newest_grade(answer)
    disputes = disputes_of(answer.attempt.pk)
    return None if grade is None else shown(answer, grade, disputes.get(answer.pk, {}))


def _point(page: str, number: int, line: Line, text: str, says: Says | None) -> PointShown:
    kind = KINDS[Finding(line.finding)]
    return PointShown(
        key=f"{page}-{line.id}",
        number=number,
        line=line,
        kind=kind,
        sign=SIGNS[kind],
        how_sure=_how_sure(line),
        quote=_quoted(text, line.start, line.end),
        says=says,
        offers=tuple(_offers(Finding(line.finding))),
    )


def _offers(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding is not Finding.COVERED:
        yield Says.SAID, "I did say this"
    if finding in SAID:
        yield Says.UNSAID, "I did not say this"


def _how_sure(line: Line) -> str:
    """Of what is found; a misconception's own strength stands with the misconception."""
    at_all = f"{wording.chance(line.probability)} ({wording.estimated(line.probability)})"
    in_full = f"{wording.chance(line.full)} ({wording.estimated(line.full)})"
    match Finding(line.finding):
        case Finding.COVERED | Finding.PARTLY:
            return f"{at_all} said, and in full" if at_all == in_full else f"{at_all} said, {in_full} in full"
        case Finding.CONTRADICTED:
            return "what you wrote seems to say the opposite; see below"
        case Finding.CANNOT_TELL:
            return f"{at_all} said: too close to call"
        case _:
            return f"said in other words? {at_all}"


def _wrong(page: str, number: int, wrong: Wrong, text: str, says: Says | None) -> WrongShown:
    return WrongShown(f"{page}-{wrong.id}", f"M{number}", wrong, _quoted(text, wrong.start, wrong.end), says)


def _quoted(text: str, start: int | None, end: int | None) -> str:
    return "" if start is None or end is None else visible(text[start:end])


def _spans_of_points(points: tuple[PointShown, ...]) -> Iterator[Span]:
    for point in points:
        start, end = point.line.start, point.line.end
        if start is not None and end is not None:
            yield Span(point.key, str(point.number), point.kind, start, end)


def _spans_of_wrongs(wrongs: tuple[WrongShown, ...]) -> Iterator[Span]:
    for each in wrongs:
        if each.says is None:
            yield Span(each.key, each.label, "contra", each.wrong.start, each.wrong.end)
