"""A grade as the log keeps it: what was found, beside the words of what it was held against."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from warmstart.grading.grade import Band, Finding, Grade, PointGrade, Quote, Raised
from warmstart.grading.rubric import Misconception, Point, Rubric
from warmstart.grading.score import summed


@dataclass(frozen=True, slots=True)
class Line:
    """One point, graded. `start`, `end`: the words that the finding rests on; None: it rests on none.

    Where nothing is a matter of words (`Record.exact`): what was `said`, what is `right`, `why`, and which
    known `slip` it looks like.
    """

    id: str
    pts: int
    must: bool
    level: str
    claim: str
    finding: str
    probability: float
    full: float
    start: int | None = None
    end: int | None = None
    said: str = ""
    right: str = ""
    why: str = ""
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A misconception that the answer may hold, with what puts it right. `sure`: enough to cost points."""

    id: str
    says: str
    repair: str
    see: str
    costs: int
    sure: bool
    strength: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """A whole grade. `exact`: of numbers, choices or an order, where nothing is estimated.

    `instance`: the numbers that were drawn, so that a page of them can be shown as it was.
    """

    lines: tuple[Line, ...]
    wrongs: tuple[Wrong, ...]
    low: float
    expected: float
    high: float
    total: int
    confidence: float
    flags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    exact: bool = False
    instance: dict[str, Any] | None = None

    @property
    def share(self) -> float:
        """Of the points, expected; of no points none."""
        return self.expected / self.total if self.total else 0.0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


NAMES = {kind: frozenset(field.name for field in fields(kind)) for kind in (Record, Line, Wrong)}


def record_of(rubric: Rubric, grade: Grade) -> Record:
    """What goes into the log of a grade."""
    wrongs = {each.id: each for each in rubric.misconceptions}
    score = grade.score
    return Record(
        lines=tuple(_line(point, each) for point, each in zip(rubric.points, grade.points, strict=True)),
        wrongs=tuple(_wrong(wrongs[each.id], each) for each in grade.misconceptions),
        low=score.low,
        expected=score.expected,
        high=score.high,
        total=score.total,
        confidence=grade.confidence,
        flags=grade.flags,
        notes=grade.notes,
    )


def _line(point: Point, grade: PointGrade) -> Line:
    start, end = (None, None) if grade.quote is None else (grade.quote.start, grade.quote.end)
    return Line(
        point.id,
        point.pts,
        point.must,
        point.level,
        point.claim,
        str(grade.finding),
        round(grade.probability, 4),
        round(grade.full, 4),
        start,
        end,
    )


def _wrong(each: Misconception, raised: Raised) -> Wrong:
    return Wrong(
        each.id,
        each.says,
        each.repair,
        each.see,
        each.costs,
        raised.sure,
        round(raised.strength, 4),
        raised.quote.start,
        raised.quote.end,
    )


def record_from_json(data: dict[str, Any]) -> Record:
    """Keys that a later Warmstart added are left alone."""
    return Record(
        **_known(Record, data)
        | {
            "lines": tuple(Line(**_known(Line, line)) for line in data["lines"]),
            "wrongs": tuple(Wrong(**_known(Wrong, wrong)) for wrong in data["wrongs"]),
            "flags": tuple(data.get("flags", ())),
            "notes": tuple(data.get("notes", ())),
        }
    )


def _known(kind: type[Any], data: dict[str, Any]) -> dict[str, Any]:
    names = NAMES[kind]
    return {name: value for name, value in data.items() if name in names}


def scored(record: Record, said: dict[str, bool], not_held: frozenset[str]) -> Record:
    """As the learner sees it: points that they did say or not, misconceptions that they do not hold.

    The score is summed again; findings stay as they were found.
    """
    wrongs = tuple(wrong for wrong in record.wrongs if wrong.id not in not_held)
    rubric = Rubric(
        "",
        tuple(Point(line.id, line.pts, line.claim) for line in record.lines),
        tuple(Misconception(wrong.id, wrong.says, costs=wrong.costs) for wrong in wrongs),
    )
    raised = [Raised(wrong.id, wrong.strength, wrong.sure, Quote(wrong.start, wrong.end)) for wrong in wrongs]
    points = [_point(line, said.get(line.id)) for line in record.lines]
    band: Band = summed(rubric, points, raised, [], []).score
    return replace(record, wrongs=wrongs, low=band.low, expected=band.expected, high=band.high)


def _point(line: Line, said: bool | None) -> PointGrade:
    probability, full = (line.probability, line.full) if said is None else (float(said), float(said))
    return PointGrade(line.id, Finding(line.finding), probability, full, None)
