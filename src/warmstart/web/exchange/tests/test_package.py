"""Our packages in Anki's own hands: every state is kept, its own computation agrees, nothing comes twice."""

import json
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from warmstart.recall.days import moment, real_day
from warmstart.recall.memory import Memory, Rating, after, due
from warmstart.web.exchange.anki.package import write_package
from warmstart.web.exchange.anki.values import Calendar, Note, Rated, State, guid_of, item_of_guid, tag_of
from warmstart.web.exchange.tests.anki_collections import collection, imported, rows

START = datetime(2026, 10, 1, 4, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
CALENDAR = Calendar(START, 0, 0.9, 0.1542)


def note(number: int, rng: Random) -> Note:
    """At whole days, as Anki counts them when it computes a memory anew."""
    memory: Memory | None = None
    reviews = []
    at = START + timedelta(hours=rng.choice((5, 16)), days=rng.randrange(10))
    for _ in range(rng.randrange(6)):
        rating = rng.randint(1, 4)
        memory = after(memory, Rating(rating), real_day(at), at.toordinal())
        reviews.append(Rated(at, rating, rng.randint(1, 90)))
        at += timedelta(days=rng.randint(1, 8))
    state = None
    if memory is not None:
        state = State(memory.stability, memory.difficulty, moment(memory.last), moment(due(memory, 0.9)))
    front = f"<p>Question {number}: is \\(x &lt; {number}\\)?</p>"
    item = UUID(int=rng.getrandbits(128))
    return Note(item, front, "<p>Yes.</p>", "ml.trees", "question", state, tuple(reviews), number % 7 == 0)


NOTES = [note(number, Random(number)) for number in range(200)]


def package(to: Path, notes: list[Note] = NOTES) -> Path:
    with to.open("wb") as out:
        assert write_package(out, notes, CALENDAR, NOW) == len(notes)
    return to


def test_anki_keeps_every_state_history_tag_and_suspension(tmp_path: Path) -> None:
    ours = {guid_of(each.item): each for each in NOTES}
    with collection(tmp_path / "c.anki2") as found:
        assert imported(found, package(tmp_path / "deck.apkg")) == len(NOTES)
        for card in map(found.get_card, found.find_cards("")):
            anki, wanted = card.note(), ours[card.note().guid]
            assert [anki.fields[0], anki.tags] == [wanted.front, ["ml::trees", "warmstart::question"]]
            assert (card.queue == -1) == wanted.suspended
            logged = rows(found, "select id, ease from revlog where cid = ? order by id", card.id)
            assert [ease for _, ease in logged] == [review.rating for review in wanted.reviews]
            if wanted.state is None:
                assert (card.type, card.memory_state) == (0, None)
                continue
            assert card.type == 2
            assert card.memory_state is not None
            assert card.memory_state.stability == pytest.approx(wanted.state.stability, abs=6e-5)
            assert card.memory_state.difficulty == pytest.approx(wanted.state.difficulty, abs=6e-4)
            assert card.last_review_time == int(wanted.state.last.timestamp())


def test_anki_computes_the_same_memory_from_our_reviews(tmp_path: Path) -> None:
    ours = {guid_of(each.item): each for each in NOTES if each.state is not None}
    with collection(tmp_path / "c.anki2") as found:
        imported(found, package(tmp_path / "deck.apkg"))
        compared = 0
        for card in map(found.get_card, found.find_cards("-is:new")):
            wanted = ours[card.note().guid].state
            assert wanted is not None
            computed = found._backend.compute_memory_state(card.id).state
            assert computed.stability == pytest.approx(wanted.stability, rel=1e-5)
            assert computed.difficulty == pytest.approx(wanted.difficulty, rel=1e-5)
            compared += 1
        assert compared == len(ours)


def test_cards_come_due_on_the_study_day_on_which_they_are_due(tmp_path: Path) -> None:
    ours = {guid_of(each.item): each for each in NOTES if each.state is not None}
    shifts = set()
    with collection(tmp_path / "c.anki2") as found:
        imported(found, package(tmp_path / "deck.apkg"))
        for card in map(found.get_card, found.find_cards("-is:new")):
            wanted = ours[card.note().guid].state
            assert wanted is not None
            shifts.add(card.due - CALENDAR.day(wanted.due))
    assert len(shifts) == 1  # Anki counts from the day on which its collection was made


def test_a_second_import_adds_no_note_and_no_review(tmp_path: Path) -> None:
    deck = package(tmp_path / "deck.apkg")
    with collection(tmp_path / "c.anki2") as found:
        imported(found, deck)
        reviews = rows(found, "select count() from revlog")
        assert imported(found, deck) == 0
        assert found.note_count() == len(NOTES)
        assert rows(found, "select count() from revlog") == reviews


def opened(deck: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(deck) as archive:
        path = Path(archive.extract("collection.anki2", deck.parent))
    return sqlite3.connect(path)


def test_the_scheduler_is_named_or_anki_would_shift_first_ratings(tmp_path: Path) -> None:
    database = opened(package(tmp_path / "deck.apkg"))
    assert json.loads(database.execute("select conf from col").fetchone()[0])["schedVer"] == 2
    database.close()


def test_reviews_in_the_same_millisecond_have_ids_of_their_own(tmp_path: Path) -> None:
    twins = [Note(UUID(int=n), "f", "b", "", "card", None, (Rated(NOW, 3), Rated(NOW, 4))) for n in range(5)]
    database = opened(package(tmp_path / "deck.apkg", twins))
    logged = database.execute("select id, type, usn from revlog order by id").fetchall()
    database.close()
    assert [id for id, _, _ in logged] == [int(NOW.timestamp() * 1000) + n for n in range(10)]
    assert sorted(kind for _, kind, _ in logged) == [0] * 5 + [1] * 5
    assert {usn for _, _, usn in logged} == {-1}


def test_the_same_log_makes_the_same_package() -> None:
    first, second = BytesIO(), BytesIO()
    for out in (first, second):
        write_package(out, NOTES[:20], CALENDAR, NOW)
    assert first.getvalue() == second.getvalue()


def test_a_guid_tells_the_item_it_was_made_of() -> None:
    item = UUID(int=7)
    assert item_of_guid(guid_of(item)) == item
    assert [item_of_guid(guid) for guid in ("", "a#b", "warmstart-", "warmstart-" + "x" * 32)] == [None] * 4


def test_a_topic_becomes_one_tag_with_levels() -> None:
    assert [tag_of(topic) for topic in ("ml.trees", "gradient descent", "")] == [
        "ml::trees",
        "gradient_descent",
        "",
    ]
