"""Packages in and out of somebody's log, with Anki's own library at the other end."""

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from warmstart.web.attempts.models import Entry, EntryKind, Review
from warmstart.web.attempts.practice_log import add_review, resume, suspend, write_card
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.exchange.anki.schema import TABLES
from warmstart.web.exchange.anki.values import guid_of
from warmstart.web.exchange.deck_in import take_deck
from warmstart.web.exchange.deck_out import write_deck
from warmstart.web.exchange.history import cards_of, history_of
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.tests.anki_collections import (
    added,
    answered,
    collection,
    exported,
    imported,
    rows,
)
from warmstart.web.exchange.tests.logs import log_of, person
from warmstart.web.exchange.tests.test_hostile import HEAD, database, note, zipped
from warmstart.web.standing.standing import standing_of

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)


def deck_of(name: str, to: Path, at: datetime = NOW) -> Path:
    with to.open("wb") as out:
        write_deck(person(name), out, at)
    return to


def take(name: str, package: Path, at: datetime = NOW) -> Report:
    return take_deck(person(name), package, at)


def learned(name: str) -> list[UUID]:
    """Two cards, one of them suspended; reviews at whole days."""
    cards = [UUID(int=n) for n in (1, 2)]
    write_card(person(name), cards[0], START, front="Why *so* $x_1$?", back="- a\n- b", topic="own words")
    write_card(person(name), cards[1], START, front="Second", back="B", topic="sl.trees")
    for days, rating in ((0, 3), (3, 1), (4, 3), (9, 4)):
        add_review(person(name), cards[0], rating, START + timedelta(days=days), seconds=12)
    add_review(person(name), cards[1], 2, START)
    suspend(person(name), cards[1], START)
    return cards


def test_cards_states_and_reviews_reach_anki(tmp_path: Path) -> None:
    cards = learned("alice")
    with collection(tmp_path / "c.anki2") as found:
        assert imported(found, deck_of("alice", tmp_path / "deck.apkg")) == 2
        for item, memory in standing_of(person("alice"), NOW).memories.items():
            id = found.find_cards(
                f"nid:{rows(found, 'select id from notes where guid = ?', guid_of(UUID(item)))[0][0]}"
            )
            card = found.get_card(id[0])
            assert card.memory_state is not None
            assert card.memory_state.stability == pytest.approx(memory.stability, abs=6e-5)
            assert found._backend.compute_memory_state(card.id).state.stability == pytest.approx(
                memory.stability, rel=1e-5
            )
            assert (card.queue == -1) == (item == str(cards[1]))
        front = rows(found, "select flds from notes where guid = ?", guid_of(cards[0]))[0][0]
        assert "<em>so</em>" in front
        assert "\\(x_1\\)" in front


def test_items_of_packs_have_their_statement_in_front_and_the_explanation_behind(
    tmp_path: Path, pair: IndexedProblem
) -> None:
    with collection(tmp_path / "c.anki2") as found:
        assert imported(found, deck_of("alice", tmp_path / "deck.apkg")) == 1
        flds, tags = rows(found, "select flds, tags from notes")[0]
        front, back = flds.split("\x1f")
        assert pair.title in front
        assert back.strip()
        assert "warmstart::problem" in tags


@pytest.mark.parametrize("legacy", [True, False])
def test_what_anki_gives_back_of_ours_is_there_already(tmp_path: Path, legacy: bool) -> None:
    learned("alice")
    before = log_of("alice")
    with collection(tmp_path / "c.anki2") as found:
        imported(found, deck_of("alice", tmp_path / "deck.apkg"))
        back = exported(found, tmp_path / "back.apkg", legacy=legacy)
    report = take("alice", back)
    assert (report.added, report.refused) == (0, 0)
    assert log_of("alice") == before


@pytest.mark.parametrize("legacy", [True, False])
def test_a_fresh_log_gets_all_of_ours_back_from_anki(tmp_path: Path, legacy: bool) -> None:
    cards = learned("alice")
    with collection(tmp_path / "c.anki2") as found:
        imported(found, deck_of("alice", tmp_path / "deck.apkg"))
        back = exported(found, tmp_path / "back.apkg", legacy=legacy)
    report = take("bob", back)
    assert (report.by_kind, report.refused) == ({"entry": 3, "review": 5}, 0)
    assert take("bob", back).added == 0
    first = cards_of(person("bob"))[cards[0]]
    assert (first.front, first.back) == ("Why *so* $x_1$?", "- a\n- b")
    then, now = (standing_of(person(name), NOW) for name in ("alice", "bob"))
    assert now.memories.keys() == then.memories.keys()
    for item, memory in now.memories.items():  # Anki counts milliseconds
        assert memory.stability == pytest.approx(then.memories[item].stability, rel=1e-7)
    assert now.suspended == then.suspended == {cards[1]}


@pytest.mark.parametrize("legacy", [True, False])
def test_ankis_own_notes_become_cards_with_their_reviews_once(tmp_path: Path, legacy: bool) -> None:
    with collection(tmp_path / "c.anki2") as found:
        first = added(found, "What is \\(p &lt; 1\\)?", "<b>A</b> share", ["marked", "ml::trees"])
        added(found, "Front", "Back", [], "Basic (and reversed card)")
        answered(found, first.cards()[0].did, 3)
        found.sched.suspend_cards([first.cards()[0].id])
        package = exported(found, tmp_path / "deck.apkg", legacy=legacy)
    at = datetime.now(UTC)  # Anki's own clock says when its review was
    report = take("alice", package, at)
    assert (report.by_kind, report.refused) == ({"entry": 4, "review": 1}, 0)
    assert {(card.front, card.back, card.topic) for card in cards_of(person("alice")).values()} == {
        ("What is $p < 1$?", "**A** share", "ml.trees"),
        ("Front", "Back", ""),
        ("Back", "Front", ""),
    }
    assert len(history_of(person("alice"), at).standing.suspended) == 1
    assert "the largest difference of a stability is 0.00%" in report.notes[-1]
    assert take("alice", package, at + timedelta(hours=1)).added == 0


def test_two_people_may_take_the_same_package(tmp_path: Path) -> None:
    package = zipped(tmp_path / "p", {"collection.anki2": database(tmp_path, TABLES + HEAD + note() + CARD)})
    assert [take(name, package).added for name in ("alice", "bob", "alice", "bob")] == [1, 1, 0, 0]


CARD = "INSERT INTO cards VALUES (1, 1, 1, 0, 1, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '{}');"


def logged(*reviews: tuple[object, object, int]) -> str:
    return "".join(
        f"INSERT INTO revlog VALUES ({id}, 1, -1, {ease}, 1, 1, 2500, 900, {kind});"
        for id, ease, kind in reviews
    )


def test_reviews_that_cannot_be_are_told_and_the_others_taken(tmp_path: Path) -> None:
    good, future = 1772355600000, 4102444800000
    script = logged(
        (good, 3, 0), (good + 1, 0, 4), (good + 2, 5, 1), (future, 3, 1), (-good, 3, 1), (good + 3, 0, 1)
    )
    made = database(tmp_path, TABLES + HEAD + note() + CARD + script)
    report = take("alice", zipped(tmp_path / "p", {"collection.anki2": made}))
    assert (report.by_kind, report.refused) == ({"entry": 1, "review": 1}, 3)
    whys = sorted(refusal.why for refusal in report.refusals)
    assert "want a rating from 1 to 4, got 5" in whys[0]
    assert "got one at -1772355600000 ms" in whys[1]
    assert "got one at 4102444800000 ms" in whys[2]
    assert "2 rows of Anki's say that a card was moved by hand" in report.notes[0]


def test_of_notes_with_one_guid_the_first_is_taken(tmp_path: Path) -> None:
    made = database(tmp_path, TABLES + HEAD + note(id=1) + note(id=2) + CARD)
    report = take("alice", zipped(tmp_path / "p", {"collection.anki2": made}))
    assert (report.added, report.refusals[0].line) == (1, 2)
    assert "want a GUID of its own" in report.refusals[0].why


def test_a_card_without_its_reviews_brings_its_memory_along(tmp_path: Path) -> None:
    card = CARD.replace("0, 0, 1, 0, 0", "2, 2, 20, 12, 2500").replace(
        "'{}'", """'{"s":12.5,"d":4.2,"lrt":1774000000}'"""
    )
    made = database(tmp_path, TABLES + HEAD + note() + card)
    package = zipped(tmp_path / "p", {"collection.anki2": made})
    assert take("alice", package).by_kind == {"entry": 2}
    entry = Entry.objects.get(kind=EntryKind.MEMORY)
    assert entry.data == {"stability": 12.5, "difficulty": 4.2, "last": "2026-03-20T09:46:40+00:00"}
    memory = standing_of(person("alice"), NOW).memories[str(entry.item)]
    assert (memory.stability, memory.difficulty) == (12.5, 4.2)
    assert take("alice", package).added == 0


@pytest.mark.parametrize(
    "data", ["{", "[]", '{"s": -1, "d": 5}', '{"s": 1e999, "d": 5}', '{"s": "x"}', "[" * 9999]
)
def test_a_state_that_cannot_be_is_left_out(tmp_path: Path, data: str) -> None:
    made = database(tmp_path, TABLES + HEAD + note() + CARD.replace("'{}'", f"'{data}'"))
    report = take("alice", zipped(tmp_path / "p", {"collection.anki2": made}))
    assert (report.by_kind, report.refused) == ({"entry": 1}, 0)


def test_what_was_resumed_here_stays_resumed(tmp_path: Path) -> None:
    made = database(tmp_path, TABLES + HEAD + note() + CARD.replace("0, 0, 1, 0, 0", "0, -1, 1, 0, 0"))
    package = zipped(tmp_path / "p", {"collection.anki2": made})
    take("alice", package)
    (item,) = standing_of(person("alice"), NOW).suspended
    resume(person("alice"), item, NOW)
    take("alice", package)
    assert not standing_of(person("alice"), NOW).suspended


def test_a_text_that_was_changed_here_is_not_overwritten_by_the_old_note(tmp_path: Path) -> None:
    made = database(tmp_path, TABLES + HEAD + note() + CARD)
    package = zipped(tmp_path / "p", {"collection.anki2": made})
    take("alice", package)
    (item,) = cards_of(person("alice"))
    write_card(person("alice"), item, NOW, front="better", back="words")
    take("alice", package)
    assert cards_of(person("alice"))[item].front == "better"


def test_an_item_of_a_pack_keeps_its_text_and_takes_the_reviews(tmp_path: Path, pair: IndexedProblem) -> None:
    add_review(person("bob"), pair.pk, 3, START)
    report = take("alice", deck_of("bob", tmp_path / "deck.apkg"))
    assert report.by_kind == {"review": 1}
    assert Review.objects.get(person=person("alice")).item == pair.pk


def test_a_package_has_no_names_of_people_and_no_paths(tmp_path: Path) -> None:
    learned("alice")
    with zipfile.ZipFile(deck_of("alice", tmp_path / "deck.apkg")) as archive:
        assert archive.namelist() == ["collection.anki2", "media"]
        assert b"alice" not in archive.read("collection.anki2")


def test_a_note_without_words_in_front_is_told(tmp_path: Path) -> None:
    made = database(tmp_path, TABLES + HEAD + note(fields="'<br>' || char(31)") + CARD)
    report = take("alice", zipped(tmp_path / "p", {"collection.anki2": made}))
    assert "want a first field with words" in report.refusals[0].why
    assert uuid4() not in cards_of(person("alice"))
