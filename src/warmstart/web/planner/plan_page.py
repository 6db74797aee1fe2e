"""The settings of the plan as one page shows them: three forms, what was decided so far."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.http import QueryDict

from warmstart.skills.target import DEFAULT_ROLE
from warmstart.web.planner.dates import honest_words
from warmstart.web.planner.decided import Decided, PastTarget
from warmstart.web.planner.forms import DayOffForm, PaceForm, TargetForm


@dataclass(frozen=True, slots=True)
class SingleDay:
    """A day that differs from its weekday: off, or on after all."""

    day: date
    off: bool


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target that was told, for the history. `current`: the one that counts."""

    at: datetime
    title: str
    day: date | None
    current: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """`words`: what follows from the date."""

    target: TargetForm
    pace: PaceForm
    day_off: DayOffForm
    single_days: tuple[SingleDay, ...]
    history: tuple[TargetLine, ...]
    words: str

    def with_form(self, form: TargetForm | PaceForm | DayOffForm) -> "PlanPage":
        """With what was posted in its place."""
        match form:
            case TargetForm():
                return replace(self, target=form)
            case PaceForm():
                return replace(self, pace=form)
            case DayOffForm():
                return replace(self, day_off=form)


def plan_page(decided: Decided, today: date) -> PlanPage:
    target = decided.decisions.target
    return PlanPage(
        target=target_form(decided, today),
        pace=pace_form(decided),
        day_off=DayOffForm(today=today),
        single_days=_single_days(decided, today),
        history=tuple(_line(past, place == 0) for place, past in enumerate(decided.targets)),
        words="" if target is None or target.date is None else honest_words(target.date, today),
    )


def target_form(decided: Decided, today: date, posted: QueryDict | None = None) -> TargetForm:
    """With what was posted, else with the target as it is."""
    if posted is not None:
        return TargetForm(posted, today=today, role=posted.get("role", ""))
    target = decided.decisions.target
    if target is None:
        return TargetForm(today=today, role=DEFAULT_ROLE, initial={"role": DEFAULT_ROLE})
    initial: dict[str, Any] = {
        "role": target.role,
        "company": target.company,
        "level": target.level,
        "day": target.date,
        "sourced": target.sourced,
    }
    weights = target.rounds or {}
    initial |= {f"round-{id_}": f"{100 * weight:.3g}" for id_, weight in weights.items()}
    return TargetForm(today=today, role=target.role, initial=initial)


def pace_form(decided: Decided, posted: QueryDict | None = None) -> PaceForm:
    found = decided.decisions
    initial = {"minutes": found.minutes, "weekdays": sorted(found.weekdays)}
    return PaceForm(posted, initial=initial)


def _single_days(decided: Decided, today: date) -> tuple[SingleDay, ...]:
    """From today on, oldest first; those alone that differ from their weekday."""
    found = decided.decisions
    return tuple(
        SingleDay(day, off)
        for day, off in sorted(found.days.items())
        if day >= today and off != (day.weekday() in found.weekdays)
    )


def _line(past: PastTarget, current: bool) -> TargetLine:
    words = [past.role, past.level, f"at {past.company}" if past.company else ""]
    title = ", ".join(filter(None, words[:2])) + (f" {words[2]}" if words[2] else "")
    return TargetLine(past.at, title, past.day, current)
