"""Goes of a stretch of time, in the order in which they are folded."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from warmstart.recall.days import study_day
from warmstart.web.accounts.models import Person
from warmstart.web.standing.decisions import Decisions
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.gather import Added, attempt_rows
from warmstart.web.standing.goes import Go, ItemLook, by_time, goes_of, sight
from warmstart.web.standing.imported import starts

GONE = ItemLook("", "", 10.0)


def goes(
    person: Person,
    found: Added,
    decisions: Decisions,
    items: Mapping[UUID, Facts],
    now: datetime,
    *,
    every: bool,
) -> list[Go]:
    """Of the attempts and recalls in `found`; `every`: of all attempts of the person."""

    def day_of(at: datetime) -> int:
        return study_day(at, decisions.zone_at(at))

    rows = attempt_rows(person, None if every else found.attempts)
    for attempt in rows.values():
        attempt.ratings = [rated for rated in attempt.ratings if rated.id not in decisions.undone]
    today = day_of(now)
    told = [
        go
        for attempt in rows.values()
        for go in goes_of(attempt, look_of(items.get(attempt.item)), day_of, today)
    ]
    told += [
        sight(rated, item, look_of(items.get(item)), day_of)
        for item, rated in found.sights
        if rated.id not in decisions.undone
    ]
    return by_time([*told, *starts(found.entries, day_of)])


def look_of(facts: Facts | None) -> ItemLook:
    return GONE if facts is None else ItemLook(facts.kind, facts.form, facts.minutes)


def before(goes: Iterable[Go], moment: datetime) -> list[Go]:
    return [go for go in goes if go.at < moment]


def since(goes: Iterable[Go], moment: datetime) -> list[Go]:
    return [go for go in goes if go.at >= moment]
