"""The fold up to the beginning of today: kept in memory and in a snapshot, and made again where it fails."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from warmstart.recall.days import start_of, study_day
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import LogHead
from warmstart.web.standing import timeline
from warmstart.web.standing.decisions import Decisions
from warmstart.web.standing.facts import Catalogue, Facts, card_facts
from warmstart.web.standing.fitter import fit_reviews
from warmstart.web.standing.fold import VERSION, Fold
from warmstart.web.standing.gather import Added, added, entries_before
from warmstart.web.standing.goes import Go
from warmstart.web.standing.models import Snapshot
from warmstart.web.standing.parameters import parameters_of
from warmstart.web.standing.reviews import reviews_of


@dataclass(frozen=True, slots=True)
class Base:
    """What was folded before `boundary`, the beginning of a study day. None of it is changed any more."""

    boundary: datetime
    offset: int
    late: frozenset[str]
    key: str
    fold: Fold
    decisions: Decisions


@dataclass(frozen=True, slots=True)
class Today:
    """A base, and what was added to the log since."""

    base: Base
    head: int
    decisions: Decisions
    items: Mapping[UUID, Facts]
    goes: tuple[Go, ...]


def log_length(person: Person) -> int:
    return LogHead.objects.filter(person=person).values_list("length", flat=True).first() or 0


def today_of(person: Person, at: datetime, kept: Base | None, content: Catalogue) -> Today:
    """`kept`: a base that this process has; it, or the snapshot, is gone on from where it holds."""
    head, key = log_length(person), _key(person, content)
    base = kept if kept is not None and kept.key == key else _restored(person, key)
    found = None if base is None else _since(person, base, head, at)
    if base is None or found is None:
        return _rebuilt(person, head, key, at, content)
    return _advanced(person, base, found, head, at, content)


def _key(person: Person, content: Catalogue) -> str:
    return f"{VERSION} {content.key} {parameters_of(person).digest}"


def _since(person: Person, base: Base, head: int, at: datetime) -> Added | None:
    """None: the log has rows that speak of before, so the base does not hold."""
    if at < base.boundary:
        return None
    found = added(person, base.boundary)
    complete = head == base.offset + found.rows
    return found if complete and {str(row) for row in found.late} <= base.late else None


def _advanced(person: Person, base: Base, found: Added, head: int, at: datetime, content: Catalogue) -> Today:
    decisions = base.decisions.copy()
    decisions.add(found.entries)
    items = _with_cards(content, decisions)
    goes = timeline.goes(person, found, decisions, items, at, every=False)
    goes = timeline.since(goes, base.boundary)
    boundary = _boundary(decisions, at)
    if boundary > base.boundary:
        fold = base.fold.copy()
        fold.add_all(timeline.before(goes, boundary), items)
        base = _made(person, boundary, head, base.key, fold)
        goes = timeline.since(goes, boundary)
    return Today(base, head, decisions, items, tuple(goes))


def _rebuilt(person: Person, head: int, key: str, at: datetime, content: Catalogue) -> Today:
    found = added(person, None)
    decisions = Decisions()
    decisions.add(found.entries)
    items = _with_cards(content, decisions)
    goes = timeline.goes(person, found, decisions, items, at, every=True)
    boundary = _boundary(decisions, at)
    if fit_reviews(person, reviews_of(timeline.before(goes, boundary))):
        key = _key(person, content)
    fold = Fold.fresh(parameters_of(person).values)
    fold.add_all(timeline.before(goes, boundary), items)
    base = _made(person, boundary, head, key, fold)
    return Today(base, head, decisions, items, tuple(timeline.since(goes, boundary)))


def _made(person: Person, boundary: datetime, head: int, key: str, fold: Fold) -> Base:
    """The base, and its snapshot for the next start."""
    fresh = added(person, boundary)
    late = frozenset(str(row) for row in fresh.late)
    offset = head - fresh.rows
    Snapshot.objects.update_or_create(
        person=person,
        defaults={
            "boundary": boundary,
            "offset": offset,
            "late": sorted(late),
            "key": key,
            "data": fold.as_bytes(),
        },
    )
    return Base(boundary, offset, late, key, fold, _decisions_before(person, boundary))


def _restored(person: Person, key: str) -> Base | None:
    kept = Snapshot.objects.filter(person=person, key=key).first()
    if kept is None:
        return None
    fold = Fold.from_bytes(bytes(kept.data))
    decisions = _decisions_before(person, kept.boundary)
    return Base(kept.boundary, kept.offset, frozenset(kept.late), key, fold, decisions)


def _decisions_before(person: Person, moment: datetime) -> Decisions:
    decisions = Decisions()
    decisions.add(entries_before(person, moment))
    return decisions


def _boundary(decisions: Decisions, at: datetime) -> datetime:
    zone = decisions.zone_at(at)
    return start_of(study_day(at, zone), zone)


def _with_cards(content: Catalogue, decisions: Decisions) -> Mapping[UUID, Facts]:
    if not decisions.cards:
        return content.items
    own = {
        card: card_facts(card, text.front, text.topic, content.skills, live=not text.out)
        for card, text in decisions.cards.items()
    }
    return {**own, **content.items}
