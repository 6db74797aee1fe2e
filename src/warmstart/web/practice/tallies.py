"""What the calibration page tells of somebody's log: stated confidences, and what was disputed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warmstart.grading.grade import Finding
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.disputes import Disputes, Says, all_disputes, effective
from warmstart.web.attempts.models import GradeRow
from warmstart.web.attempts.record import record_from_json
from warmstart.web.practice.calibration import Stated
from warmstart.web.practice.results import GOOD

MISCONCEPTION = "misconception raised"


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings of one kind: how many there were, how many the learner says otherwise of."""

    finding: str
    found: int
    disputed: int

    @property
    def share(self) -> float:
        return self.disputed / self.found


@dataclass(frozen=True, slots=True)
class _Graded:
    """An answer with its newest grade, as the log has it: to make records of all costs too much."""

    confidence: int | None
    share: float
    data: dict[str, Any]
    disputes: Disputes

    @property
    def good(self) -> bool:
        """With what the learner says."""
        if not self.disputes:
            return self.share >= GOOD
        return effective(record_from_json(self.data), self.disputes).share >= GOOD


def stated_and_disputed(person: Person) -> tuple[tuple[Stated, ...], tuple[Tally, ...]]:
    """Newest grades only; results as the learner's disputes leave them. Whoever gave up stated nothing."""
    graded = list(_graded(person))
    stated = tuple(Stated(each.confidence, each.good) for each in graded if each.confidence is not None)
    return stated, tuple(_tallies(graded))


def _graded(person: Person) -> Iterator[_Graded]:
    rows = GradeRow.objects.filter(answer__attempt__person=person).order_by("graded_at")
    columns = rows.values_list("answer", "answer__confidence", "share", "data")
    newest = {answer: (confidence, share, data) for answer, confidence, share, data in columns}
    disputes = all_disputes(person)
    for answer, (confidence, share, data) in newest.items():
        yield _Graded(confidence, share, data, disputes.get(answer, {}))


def _tallies(graded: list[_Graded]) -> Iterator[Tally]:
    found: Counter[str] = Counter()
    disputed: Counter[str] = Counter()
    for each in graded:
        for finding, says in _findings(each):
            found[finding] += 1
            disputed[finding] += says is not None
    for finding in (*map(str, Finding), MISCONCEPTION):
        if found[finding]:
            yield Tally(finding, found[finding], disputed[finding])


def _findings(each: _Graded) -> Iterator[tuple[str, Says | None]]:
    """None where nothing was a matter of words."""
    if each.data.get("exact"):
        return
    for line in each.data["lines"]:
        yield line["finding"], each.disputes.get(line["id"])
    for wrong in each.data["wrongs"]:
        yield MISCONCEPTION, each.disputes.get(wrong["id"])
