"""A package of Anki's in: notes as cards of one's own, or as the items that they were made of; reviews."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from warmstart.recall.days import real_day, study_day
from warmstart.recall.memory import Memory, Rating, after
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import EntryKind
from warmstart.web.exchange.anki import foreign
from warmstart.web.exchange.anki.child import UnreadablePackage, read_package
from warmstart.web.exchange.anki.foreign import Learned
from warmstart.web.exchange.anki.values import item_of_guid
from warmstart.web.exchange.contents import card_row, entry_row, named, review_row
from warmstart.web.exchange.history import Card, History, cards_of, history_of
from warmstart.web.exchange.own_card import same_card
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.rows import Row
from warmstart.web.exchange.union import batches, unite
from warmstart.web.exchange.values import Refused


@dataclass(slots=True)
class _Import:
    """What one import goes by, and what it finds on the way. `worst`: of stabilities, relative."""

    history: History
    cards: Mapping[UUID, Card]
    at: datetime
    report: Report
    start: object = None
    guids: set[str] = field(default_factory=set)
    checked: int = 0
    worst: float = 0.0
    by_hand: int = 0


def take_deck(person: Person, package: Path, at: datetime) -> Report:
    """UnreadablePackage: nothing was taken."""
    work = _Import(history_of(person, at), cards_of(person), at, Report())
    with read_package(package) as lines:
        head = next(lines, None)
        if head is None:
            raise UnreadablePackage("This package cannot be read: want a collection, got nothing.")
        work.start = head.get("crt")
        for batch in batches(_rows(lines, work)):
            unite(person, batch, work.report)
    _note(work, head.get("lost", 0))
    return work.report


def _rows(lines: Iterable[dict[str, Any]], work: _Import) -> Iterator[Row]:
    for place, note in enumerate(lines, 1):
        try:
            yield from _of_note(note, place, work)
        except Refused as error:
            work.report.refuse(place, f"note {place}: {error}")


def _of_note(note: dict[str, Any], place: int, work: _Import) -> Iterator[Row]:
    guid = foreign.guid_in(note)
    if guid in work.guids:
        raise Refused("a GUID of its own", guid)
    if note["html"] is None:
        raise Refused("fields of text, 256 KiB at most", "longer ones, or none")
    work.guids.add(guid)
    for card in note["cards"]:
        yield from _of_card(note, guid, card, place, work)


def _of_card(
    note: dict[str, Any], guid: str, card: dict[str, Any], place: int, work: _Import
) -> Iterator[Row]:
    ours = item_of_guid(guid)
    which = card["ord"]
    item = ours or named("anki", "item", guid, which)
    if item not in work.history.standing.catalogue.items:
        yield from _text(note, guid, card, item, place, work)
    yield from _reviews(guid, card, item, place, work)
    if card["queue"] == foreign.SUSPENDED and item not in work.history.standing.suspended:
        changed = foreign.seconds_in(card["mod"], work.at)
        yield entry_row(
            named("anki", "suspended", guid, which, changed), EntryKind.SUSPENDED, item, changed, line=place
        )


def _text(
    note: dict[str, Any], guid: str, card: dict[str, Any], item: UUID, place: int, work: _Import
) -> Iterator[Row]:
    """Nothing, where the card says this already, or was written later by the learner."""
    front, back, topic = card["front"], card["back"], foreign.topic_in(note["tags"])
    last = work.cards.get(item)
    if not front.strip():
        raise Refused("a first field with words", "none")
    if last is not None and (last.says(front, back, topic) or same_card(last, note["html"], topic)):
        work.report.already += 1
        return
    changed = foreign.seconds_in(note["mod"], work.at)
    id = named("anki", "text", guid, card["ord"], changed, front, back, topic)
    yield card_row(id, item, changed, front, back, topic, place)


def _reviews(guid: str, card: dict[str, Any], item: UUID, place: int, work: _Import) -> Iterator[Row]:
    taken = foreign.reviews_in(card["reviews"], work.at)
    work.by_hand += taken.by_hand
    for why in taken.refused:
        work.report.refuse(place, f"note {place}: {why}")
    for id, review in taken.reviews:
        if work.history.has(item, review.at):
            work.report.already += 1
        else:
            yield review_row(
                named("anki", "review", guid, id),
                item,
                review.at,
                review.rating,
                review.seconds or None,
                place,
            )
    learned = foreign.learned_in(card)
    if learned is not None and taken.reviews:
        _check(work, learned, [(review.at, review.rating) for _, review in taken.reviews])
    elif learned is not None and not work.history.times.get(item):
        yield from _memory(guid, card, item, learned, place, work)


def _memory(
    guid: str, card: dict[str, Any], item: UUID, learned: Learned, place: int, work: _Import
) -> Iterator[Row]:
    last = foreign.last_review(card, learned, work.start, work.at)
    if last is None:
        return
    data: dict[str, object] = {
        "stability": learned.stability,
        "difficulty": learned.difficulty,
        "last": last.isoformat(),
    }
    id = named("anki", "memory", guid, card["ord"], learned.stability, learned.difficulty)
    yield entry_row(id, EntryKind.MEMORY, item, last, data, place)


def _check(work: _Import, learned: Learned, reviews: list[tuple[datetime, int]]) -> None:
    """Anki's state is no truth of ours: how far it is from what the reviews give is told."""
    memory: Memory | None = None
    for at, rating in reviews:
        day = study_day(at, work.history.standing.decisions.zone_at(at))
        memory = after(memory, Rating(rating), real_day(at), day, work.history.standing.parameters)
    assert memory is not None
    work.checked += 1
    work.worst = max(work.worst, abs(memory.stability - learned.stability) / learned.stability)


def _note(work: _Import, lost: int) -> None:
    notes = work.report.notes
    if work.by_hand:
        notes.append(
            f"{work.by_hand} rows of Anki's say that a card was moved by hand; these are no reviews."
        )
    if lost:
        notes.append(f"{lost} reviews belong to cards that are not in the package and were left out.")
    if work.checked:
        notes.append(
            f"Anki's memory of {work.checked} cards was compared with what their reviews give here: "
            f"the largest difference of a stability is {work.worst:.2%}. What their reviews give counts."
        )
