"""CSV out and in: exact, told by line, and without duplicates."""

from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, Review
from warmstart.web.attempts.practice_log import add_review, undo, write_card
from warmstart.web.exchange.cards_csv import take_cards, write_cards
from warmstart.web.exchange.history import cards_of
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.reviews_csv import take_reviews, write_reviews
from warmstart.web.exchange.tables import read_table, write_table
from warmstart.web.exchange.tests.logs import NOON, log_of, person, take

ITEM = UUID("0b0e6a53-2f2c-4f8e-9a1c-7c1e7b3a9d10")
REVIEWS = "card_id,review_time,review_rating,review_state,review_duration\r\n"
CARDS = "id,front,back,topic\r\n"


def reviews_of(name: str) -> str:
    out = BytesIO()
    write_reviews(person(name), out, NOON + timedelta(days=1))
    return out.getvalue().decode()


def take_in(name: str, text: str | bytes, at: datetime = NOON + timedelta(days=1)) -> Report:
    return take_reviews(person(name), BytesIO(text if isinstance(text, bytes) else text.encode()), at)


def cards_text(name: str) -> str:
    out = BytesIO()
    write_cards(person(name), out)
    return out.getvalue().decode()


def take_texts(name: str, text: str, at: datetime = NOON) -> Report:
    return take_cards(person(name), BytesIO(text.encode()), at)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_any_table_comes_back_as_it_was(rows: list[list[str]]) -> None:
    out, report = BytesIO(), Report()
    write_table(out, ("a", "b"), rows)
    back = [cells for _, cells in read_table(BytesIO(out.getvalue()), ("a", "b"), report)]
    assert (back, report.refused) == (rows, 0)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    out = BytesIO()
    write_table(out, ("a", "b"), [(cell, "safe")])
    assert f"'{cell}" in out.getvalue().decode()


@pytest.mark.django_db
def test_reviews_go_out_in_the_optimisers_columns() -> None:
    add_review(person("alice"), ITEM, 3, NOON, seconds=7)
    add_review(person("alice"), ITEM, 1, NOON + timedelta(hours=2))
    first, second = reviews_of("alice").splitlines()[1:]
    assert first == f"{ITEM},1773489600000,3,0,7000"
    assert second == f"{ITEM},1773496800000,1,2,0"


@pytest.mark.django_db
def test_reviews_come_in_once_however_often_they_are_imported() -> None:
    add_review(person("bob"), ITEM, 3, NOON, seconds=7)
    text = reviews_of("bob")
    assert take_in("bob", text).already == 1
    assert take_in("alice", text).added == 1
    assert take_in("alice", text).already == 1
    assert reviews_of("alice") == text
    assert Review.objects.count() == 2


@pytest.mark.django_db
def test_a_review_that_was_undone_does_not_come_back() -> None:
    row = add_review(person("alice"), ITEM, 3, NOON)
    text = reviews_of("alice")
    undo(person("alice"), row.pk, NOON)
    assert take_in("alice", text).already == 1


@pytest.mark.django_db
def test_two_people_may_import_the_same_file() -> None:
    text = f"{REVIEWS}deck-7,1773489600000,2,0,900\r\n"
    assert [take_in(name, text).sentence for name in ("alice", "bob", "alice", "bob")] == [
        "1 added, 0 there already, 0 refused",
        "1 added, 0 there already, 0 refused",
        "0 added, 1 there already, 0 refused",
        "0 added, 1 there already, 0 refused",
    ]


BAD = {
    "x,1773489600000,0,0,1": "review_rating from 1 to 4, got '0'",
    "x,1773489600000,3,9,1": "review_state from 0 to 4",
    "x,-5,3,0,1": "review_time in milliseconds",
    "x,9973489600000,3,0,1": "not after tomorrow",
    "x,soon,3,0,1": "review_time",
    "x,1773489600000,3,0,long": "review_duration",
    ",1773489600000,3,0,1": "a card_id, got nothing",
    "x,1773489600000,3": "want 5 cells as in the header, got 3",
    'x"y,"1"7,3,0,1': "want a row of CSV",
}


@pytest.mark.django_db
@pytest.mark.parametrize("row", BAD)
def test_a_bad_row_is_told_with_its_line_and_the_others_are_taken(row: str) -> None:
    good = "\r\n".join(f'"{name}",1773489600000,3,0,1' for name in ("a\nb", "c"))
    report = take_in("alice", f"\ufeff{REVIEWS}{good}\r\n{row}\r\nd,1773489600000,4,2,\r\n")
    assert (report.added, report.refused) == (3, 1)
    assert report.refusals[0].line == 5
    assert BAD[row] in report.refusals[0].why


@pytest.mark.django_db
def test_other_bytes_than_utf8_are_told() -> None:
    report = take_in("alice", REVIEWS.encode() + b"\xff,1773489600000,3,0,1\r\n")
    assert "want UTF-8" in report.refusals[0].why


@pytest.mark.django_db
def test_a_file_without_the_header_is_refused_whole() -> None:
    report = take_in("alice", "card,when\r\nx,1\r\n")
    assert (report.added, report.refused) == (0, 1)
    assert "want a header with card_id,review_time" in report.refusals[0].why


@pytest.mark.django_db
def test_cards_come_back_as_they_were_and_once() -> None:
    card = uuid4()
    write_card(person("bob"), card, NOON, front="=1+1?\nsay", back="\"2\", 'two'", topic="- sums")
    text = cards_text("bob")
    assert take_texts("alice", text).added == 1
    assert take_texts("alice", text).already == 1
    assert cards_text("alice") == text


@pytest.mark.django_db
def test_a_changed_card_is_written_anew_also_when_it_changes_back() -> None:
    for back in ("one", "two", "one"):
        assert take_texts("alice", f"{CARDS}7,q,{back},\r\n").added == 1
    assert [card.back for card in cards_of(person("alice")).values()] == ["one"]
    assert Entry.objects.count() == 3


@pytest.mark.django_db
def test_the_same_cards_taken_in_on_two_machines_merge_alike() -> None:
    found = []
    for order in (("alice", "bob"), ("bob", "alice")):
        for name, hour in (("alice", 1), ("bob", 2)):
            take_texts(name, f"{CARDS}7,q,a,\r\n", NOON + timedelta(hours=hour))
        files = {name: log_of(name) for name in order}
        Person.objects.all().delete()
        for name in order:
            take("carol", files[name])
        found.append(log_of("carol"))
        Person.objects.all().delete()
    assert found[0] == found[1]


@pytest.mark.django_db
def test_a_card_without_a_front_is_told() -> None:
    report = take_texts("alice", f"{CARDS}7, ,a,\r\n")
    assert (report.refusals[0].line, report.refusals[0].why) == (2, "want a front with text, got none")
