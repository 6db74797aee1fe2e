"""What somebody decided about their practice: a fold of the log's entries."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from warmstart.skills.target import BadWeights, checked
from warmstart.web.attempts.models import EntryKind
from warmstart.web.standing.zones import zone_named

MINUTES = 45
"""A day, until somebody says otherwise."""


class Row(NamedTuple):
    """An entry, as values."""

    id: UUID
    kind: str
    at: datetime
    item: UUID | None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """The interview. `rounds`: weight by id, None: those of the role. `sourced`: the learner was told."""

    id: UUID
    at: datetime
    role: str
    company: str
    level: str
    date: date | None
    rounds: Mapping[str, float] | None
    sourced: bool


@dataclass(frozen=True, slots=True)
class DaysOff:
    """`weekdays`: 0 is Monday, every week. A single day that is said to be on wins over its weekday."""

    weekdays: frozenset[int] = frozenset()
    days: Mapping[date, bool] = field(default_factory=dict)

    def is_off(self, day: date) -> bool:
        return self.days.get(day, day.weekday() in self.weekdays)


@dataclass(frozen=True, slots=True)
class OwnCard:
    """The last text of a card of one's own."""

    front: str
    back: str
    topic: str
    out: bool


@dataclass(slots=True)
class Decisions:
    """Folded in the order of (time, id). `zones`: (from when, which), oldest first."""

    target: Target | None = None
    minutes: int = MINUTES
    weekdays: frozenset[int] = frozenset()
    days: dict[date, bool] = field(default_factory=dict)
    zones: list[tuple[datetime, ZoneInfo]] = field(default_factory=list)
    placed: bool = False
    suspended: set[UUID] = field(default_factory=set)
    buried: dict[UUID, list[tuple[UUID, int]]] = field(default_factory=dict)
    undone: set[UUID] = field(default_factory=set)
    cards: dict[UUID, OwnCard] = field(default_factory=dict)

    def copy(self) -> "Decisions":
        """Its own containers, the values shared: those are never changed."""
        return Decisions(
            self.target,
            self.minutes,
            self.weekdays,
            dict(self.days),
            list(self.zones),
            self.placed,
            set(self.suspended),
            {item: list(rows) for item, rows in self.buried.items()},
            set(self.undone),
            dict(self.cards),
        )

    @property
    def off(self) -> DaysOff:
        return DaysOff(self.weekdays, self.days)

    def zone_at(self, at: datetime) -> ZoneInfo:
        """Where they were then; UTC before the first word about it: no word changes an earlier day."""
        found = zone_named("UTC")
        for since, zone in self.zones:
            if since > at:
                break
            found = zone
        return found

    def buried_on(self, study_day: int) -> frozenset[UUID]:
        """Items that are put off on that study day."""
        return frozenset(
            item
            for item, rows in self.buried.items()
            if any(day == study_day and row not in self.undone for row, day in rows)
        )

    def add(self, rows: Iterable[Row]) -> None:
        """Rows that decide nothing here, or that cannot be read, are left alone."""
        for row in rows:
            decide = _DECIDE.get(row.kind)
            if decide is not None:
                with suppress(AttributeError, KeyError, TypeError, ValueError):
                    decide(self, row)


def _target(found: Decisions, row: Row) -> None:
    day = row.data.get("date")
    found.target = Target(
        id=row.id,
        at=row.at,
        role=row.data.get("role", ""),
        company=row.data.get("company", ""),
        level=row.data.get("level", ""),
        date=None if day is None else date.fromisoformat(day),
        rounds=_rounds(row.data.get("rounds")),
        sourced=bool(row.data.get("sourced")),
    )


def _rounds(weights: Any) -> Mapping[str, float] | None:
    """None: none were told, or none that can be used; then the role's count."""
    try:
        return None if weights is None else checked({each: float(w) for each, w in weights.items()})
    except (AttributeError, BadWeights, TypeError, ValueError):
        return None


def _pace(found: Decisions, row: Row) -> None:
    found.minutes = int(row.data["minutes"])


def _day_off(found: Decisions, row: Row) -> None:
    if "weekdays" in row.data:
        found.weekdays = frozenset(row.data["weekdays"])
    else:
        found.days[date.fromisoformat(row.data["date"])] = bool(row.data["off"])


def _zone(found: Decisions, row: Row) -> None:
    found.zones.append((row.at, zone_named(row.data["zone"])))


def _placed(found: Decisions, row: Row) -> None:
    found.placed = True


def _buried(found: Decisions, row: Row) -> None:
    if row.item is not None:
        found.buried.setdefault(row.item, []).append((row.id, int(row.data["study_day"])))


def _suspended(found: Decisions, row: Row) -> None:
    if row.item is not None:
        found.suspended.add(row.item)


def _resumed(found: Decisions, row: Row) -> None:
    if row.item is not None:
        found.suspended.discard(row.item)


def _undone(found: Decisions, row: Row) -> None:
    found.undone.add(UUID(row.data["row"]))


def _card(found: Decisions, row: Row) -> None:
    if row.item is not None:
        front, back, topic = (str(row.data.get(key, "")) for key in ("front", "back", "topic"))
        found.cards[row.item] = OwnCard(front, back, topic, bool(row.data.get("out")))


_DECIDE: Mapping[str, Callable[[Decisions, Row], None]] = {
    EntryKind.TARGET: _target,
    EntryKind.PACE: _pace,
    EntryKind.DAY_OFF: _day_off,
    EntryKind.ZONE: _zone,
    EntryKind.PLACED: _placed,
    EntryKind.BURIED: _buried,
    EntryKind.SUSPENDED: _suspended,
    EntryKind.RESUMED: _resumed,
    EntryKind.UNDONE: _undone,
    EntryKind.CARD: _card,
}
