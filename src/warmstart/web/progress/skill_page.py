"""One skill: what it is, how well it goes and why one thinks so, its items."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from warmstart.web.progress.history import Done, done_of
from warmstart.web.progress.past import whole
from warmstart.web.progress.skill_map import Line, Need, level_of, lines_of
from warmstart.web.standing.facts import Facts, SkillFacts
from warmstart.web.standing.fold import Told
from warmstart.web.standing.standing import Standing

MOST = 40
"""Goes shown, the newest."""
MARKS = {
    "S": "one of the skills that Warmstart was asked to cover",
    "M": "a newer topic of interviews",
    "A": "a foundation of other skills",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A go and what it changed, None: nothing. `primary`: the item mainly trains this skill."""

    done: Done
    change: Told | None
    primary: bool


@dataclass(frozen=True, slots=True)
class Item:
    """`recall`: chance now, None: never met. `due`: when it has fallen so far that a review pays; `due_on`:
    the date of that, where the learner is.
    """

    facts: Facts
    recall: float | None
    due: datetime | None
    due_on: date | None
    is_due: bool
    suspended: bool


@dataclass(frozen=True, slots=True)
class SkillPage:
    """`rests`: skills that need this one. `changes`: newest first; `older`: how many more there are."""

    line: Line
    mark: str
    rests: tuple[Need, ...]
    changes: tuple[Changed, ...]
    older: int
    items: tuple[Item, ...]


def skill_page(standing: Standing, skill: SkillFacts) -> SkillPage:
    lines = {line.skill.id: line for line in lines_of(standing)}
    changes = _changes(standing, skill.id)
    return SkillPage(
        line=lines[skill.id],
        mark=MARKS.get(skill.mark, ""),
        rests=tuple(_need(line) for line in lines.values() if skill.id in line.skill.needs),
        changes=tuple(changes[:MOST]),
        older=max(0, len(changes) - MOST),
        items=tuple(_items(standing, skill.id)),
    )


def _need(line: Line) -> Need:
    return Need(line.skill.id, line.skill.title, level_of(line.mastery), weak=False)


def _changes(standing: Standing, skill: str) -> list[Changed]:
    if standing.empty:
        return []
    log = whole(standing)
    return [
        Changed(done_of(standing, go), log.changes.get(go.id), standing.items[go.item].skill == skill)
        for go in reversed(log.goes)
        if go.memory is None and _trains(standing.items.get(go.item), skill)
    ]


def _trains(facts: Facts | None, skill: str) -> bool:
    return facts is not None and any(share.skill == skill for share in facts.shares)


def _items(standing: Standing, skill: str) -> list[Item]:
    """Due ones first, then those met by their date, then those never met."""
    own = [facts for facts in standing.items.values() if facts.live and _trains(facts, skill)]
    items = [_item(standing, facts) for facts in own]
    latest = max((each.due for each in items if each.due), default=standing.at)
    return sorted(
        items, key=lambda each: (each.due is None, each.due or latest, each.facts.kind, each.facts.title)
    )


def _item(standing: Standing, facts: Facts) -> Item:
    due = standing.due(facts.id)
    return Item(
        facts,
        standing.recall(facts.id),
        due,
        None if due is None else _date(due, standing.zone),
        due is not None and due <= standing.at,
        facts.id in standing.suspended,
    )


def _date(at: datetime, zone: ZoneInfo) -> date:
    try:
        return at.astimezone(zone).date()
    except OverflowError:  # at the end of the calendar
        return at.date()
