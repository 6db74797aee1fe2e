"""What a debrief says: faults all at once, drafts and tellings that come back as they went."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict

from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.progress.debrief_form import MOST, Given, empty, faults, from_debrief, from_draft, posted
from warmstart.web.progress.debriefs import Result, RoundTold, folded

TITLES = {"coding": "Coding", "design": "System design"}
SKILLS = frozenset({"al.dp", "ds.hash"})
TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 1, 9, tzinfo=UTC)


def given(typed: str) -> Given:
    return posted(QueryDict(typed), TITLES, SKILLS)


def row(kind: EntryKind, days: int, data: dict[str, Any], id: UUID | None = None) -> Entry:
    return Entry(id=id or uuid4(), kind=kind, at=AT + timedelta(days=days), data=data)


def target(days: int, role: str = "ml-engineer", **more: Any) -> Entry:
    return row(EntryKind.TARGET, days, {"role": role, "company": "", "date": "2026-11-20"} | more)


def test_a_form_says_what_was_typed() -> None:
    typed = "day=2026-11-20&result-coding=passed&went-coding=4&skills-coding=al.dp&skills-coding=ds.hash"
    found = given(f"{typed}&asked-coding=two%0D%0Alines&notes=all+well")
    assert found.rounds["coding"] == RoundTold("Coding", Result.PASSED, ("al.dp", "ds.hash"), "two\nlines", 4)
    assert found.rounds["design"] == RoundTold("System design")
    assert faults(found, TODAY) == ()


def test_what_a_form_never_offers_counts_as_not_said() -> None:
    found = given("result-coding=won&went-coding=9&skills-coding=no.such&result-lunch=passed&notes=x")
    assert not found.rounds["coding"].says_something
    assert "lunch" not in found.rounds


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ("", "notes", "Nothing is told yet"),
        ("day=yesterday&notes=x", "day", "is no date"),
        ("day=2026-11-23&notes=x", "day", "still to come"),
        ("result-coding=not-held&went-coding=3", "result-coding", "was not held"),
        (f"asked-design={'x' * (MOST + 1)}", "asked-design", "20,001 letters"),
    ],
)
def test_a_fault_says_where_and_what(typed: str, field: str, words: str) -> None:
    found = faults(given(typed), TODAY)
    assert [fault.field for fault in found] == [field]
    assert words in found[0].sentence


def test_all_faults_are_told_at_once() -> None:
    assert len(faults(given(f"day=x&notes={'x' * (MOST + 1)}"), TODAY)) == 2


def test_a_draft_comes_back_as_it_went_and_a_broken_one_is_none() -> None:
    typed = given("day=2026-1&result-coding=failed&skills-coding=al.dp&went-coding=2&notes=half+a")
    assert from_draft(typed.as_draft(), TITLES) == typed
    for broken in ("", "{", "[]", '{"rounds": 3}', "null"):
        assert from_draft(broken, TITLES) is None


def test_a_later_telling_counts_and_can_be_corrected() -> None:
    aim = target(0)
    first = given("result-coding=passed&notes=one").as_data(str(aim.pk))
    second = given("result-coding=failed&notes=two").as_data(str(aim.pk))
    (interview,) = folded([aim, row(EntryKind.DEBRIEF, 20, first), row(EntryKind.DEBRIEF, 21, second)])
    assert interview.debrief is not None
    assert interview.debrief.rounds["coding"].result is Result.FAILED
    assert len(interview.debriefs) == 2
    assert from_debrief(interview.debrief, TITLES) == given("result-coding=failed&notes=two")


def test_a_changed_date_is_the_same_interview_and_another_role_another() -> None:
    found = folded([target(0), target(1, date="2026-12-01"), target(2, role="researcher")])
    assert [len(each.targets) for each in found] == [2, 1]
    assert found[0].day == date(2026, 12, 1)


def test_after_a_debrief_the_same_role_is_another_interview() -> None:
    first = target(0)
    told = row(EntryKind.DEBRIEF, 20, {"target": str(first.pk), "rounds": {}, "notes": "x"})
    assert len(folded([first, told, target(30)])) == 2


def test_a_debrief_of_no_known_target_or_of_a_newer_warmstart_breaks_nothing() -> None:
    aim = target(0)
    newer = {"target": str(aim.pk), "rounds": {"coding": {"result": "postponed", "went": "well"}}, "date": 3}
    (interview,) = folded([aim, row(EntryKind.DEBRIEF, 1, {"target": "?"}), row(EntryKind.DEBRIEF, 2, newer)])
    assert interview.debrief is not None
    assert interview.debrief.rounds["coding"] == RoundTold()
    assert interview.debrief.day is None


@pytest.mark.parametrize("rounds", [3, "many", ["coding"], {"coding": "passed"}, {"coding": None}])
def test_a_debrief_that_cannot_be_read_is_left_out(rounds: object) -> None:
    aim = target(0)
    (interview,) = folded([aim, row(EntryKind.DEBRIEF, 1, {"target": str(aim.pk), "rounds": rounds})])
    assert interview.debrief is None


def test_an_empty_form_proposes_the_planned_day() -> None:
    assert empty(TITLES, TODAY).day == "2026-11-22"
    assert list(empty(TITLES, None).rounds) == ["coding", "design"]
