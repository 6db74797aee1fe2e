"""Anki's own library at work, for tests only: what it takes of our packages, and packages of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.decks import DeckId
from anki.notes import Note


@contextmanager
def collection(path: Path) -> Iterator[Collection]:
    found = Collection(str(path))
    found.set_config("fsrs", True)
    try:
        yield found
    finally:
        found.close()


def imported(into: Collection, package: Path) -> int:
    """Notes that are new to it."""
    options = ImportAnkiPackageOptions(with_scheduling=True)
    request = ImportAnkiPackageRequest(package_path=str(package), options=options)
    return len(into.import_anki_package(request).log.new)


def exported(found: Collection, to: Path, *, legacy: bool) -> Path:
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=False, legacy=legacy
    )
    found.export_anki_package(out_path=str(to), options=options, limit=None)
    return to


def added(found: Collection, front: str, back: str, tags: list[str], model: str = "Basic") -> Note:
    kind, deck = found.models.by_name(model), found.decks.id("Deck")
    assert kind is not None
    assert deck is not None
    note = found.new_note(kind)
    note.fields[0], note.fields[1] = front, back
    note.tags = tags
    found.add_note(note, deck)
    return note


def rows(found: Collection, query: str, *values: str | int) -> list[Sequence[Any]]:
    assert found.db is not None
    return found.db.all(query, *values)


def answered(found: Collection, deck: DeckId, ease: Literal[1, 2, 3, 4]) -> None:
    """The next card that Anki asks."""
    found.decks.set_current(deck)
    card = found.sched.getCard()
    assert card is not None
    found.sched.answerCard(card, ease)
