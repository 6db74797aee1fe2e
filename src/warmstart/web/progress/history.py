"""What was done, by day: pages of days, each with its goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator

from warmstart.web.progress.past import goes_between
from warmstart.web.standing.fold import DayTotal
from warmstart.web.standing.goes import GIVEN, Go
from warmstart.web.standing.standing import Standing

DAYS = 7
"""On a page."""
PART = 0.4
"""Least share of the points of what is right in part, as the pages of questions say it."""


@dataclass(frozen=True, slots=True)
class Done:
    """One go. `title`, `url`: empty where the item is gone. `result`, `mark`: in words, and its class."""

    at: datetime
    day: date
    kind: str
    title: str
    url: str
    result: str
    mark: str
    why: str
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Day:
    """`total`: as the log counts it."""

    date: date
    total: DayTotal
    done: tuple[Done, ...]

    @property
    def minutes(self) -> float:
        return self.total.seconds / 60


def history(standing: Standing, page: Any) -> tuple[tuple[Day, ...], "Page[int]"]:
    """Days on which something was done, newest first."""
    pages: Paginator[int] = Paginator(sorted(standing.days, reverse=True), DAYS)
    shown = pages.get_page(page)
    days = list(shown.object_list)
    goes = goes_between(standing, min(days), max(days)) if days else ()
    return tuple(_day(standing, day, goes) for day in days), shown


def _day(standing: Standing, day: int, goes: Sequence[Go]) -> Day:
    own = [go for go in goes if go.study_day == day]
    return Day(
        date.fromordinal(day), standing.days[day], tuple(done_of(standing, go) for go in reversed(own))
    )


def done_of(standing: Standing, go: Go) -> Done:
    facts = standing.items.get(go.item)
    result, mark = result_of(go)
    return Done(
        at=go.at,
        day=date.fromordinal(go.study_day),
        kind="recall" if go.kind == "sight" else go.kind,
        title=facts.title if facts else "an item that is no longer installed",
        url=facts.url if facts and (facts.live or facts.kind != "card") else "",
        result=result,
        mark=mark,
        why=go.proposed.why if go.proposed else "",
        minutes=None if go.seconds is None else go.seconds / 60,
    )


def result_of(go: Go) -> tuple[str, str]:
    """In words, and the class that draws its sign."""
    if go.kind == "sight":
        return (f"rated {go.rating.name.lower()}", _mark(go)) if go.rating else ("", "")
    if go.kind == "problem":
        return ("solved", "result-good") if go.share > 0 else ("not solved", "result-little")
    words = {"result-good": "good", "result-part": "in part", "result-little": "little"}
    return words[_mark(go)], _mark(go)


def _mark(go: Go) -> str:
    return "result-good" if go.share >= GIVEN else "result-part" if go.share >= PART else "result-little"
