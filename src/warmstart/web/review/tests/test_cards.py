"""Cards of one's own: written, listed, changed, taken out; nobody else's."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from warmstart.web.attempts.models import Entry
from warmstart.web.review.card_text import own_html
from warmstart.web.review.tests.deck import EVEN, HERE, Clock, rate, shown, standing, written

LIST = f"{HERE}cards/"


def test_a_card_is_kept_and_listed_with_what_it_is_about(alice: Client, deck: object, clock: Clock) -> None:
    card = written(alice, topic="hash  TABLES")
    html = shown(alice, LIST)
    assert f'href="{LIST}{card}/"' in html
    assert "Hash tables" in html
    facts = standing(clock).items[card]
    assert (facts.kind, facts.skill, facts.title) == ("card", "ds.hash", "capital of France")


def test_the_form_of_a_new_card_brings_its_id_so_that_two_clicks_make_one(alice: Client) -> None:
    found = re.search(r'action="/review/cards/([0-9a-f-]{36})/write/"', shown(alice, LIST))
    assert found is not None
    for _ in range(2):
        alice.post(f"{LIST}{found.group(1)}/write/", {"front": "a?", "back": "b"})
    assert Entry.objects.filter(kind="card").count() == 1


def test_a_changed_card_keeps_its_history(alice: Client, clock: Clock) -> None:
    card = written(alice)
    rate(alice, card, 3)
    clock.pass_by(minutes=1)
    alice.post(f"{LIST}{card}/write/", {"front": "capital of Italy", "back": "Rome", "topic": ""})
    html = shown(alice, f"{LIST}{card}/")
    assert "Rome" in html
    assert "Paris" not in html
    assert "100 % chance" in html
    assert Entry.objects.filter(kind="card").count() == 2


def seen(client: Client, card: UUID) -> str:
    """What the form brings along of the text that it shows."""
    return shown(client, f"{LIST}{card}/").split('name="seen" value="')[1].split('"')[0]


def test_what_another_page_wrote_meanwhile_is_not_overwritten_unseen(alice: Client, clock: Clock) -> None:
    card = written(alice)
    here = {"front": "capital of France?", "back": "Paris", "topic": "", "seen": seen(alice, card)}
    clock.pass_by(minutes=1)
    alice.post(f"{LIST}{card}/write/", here | {"back": "Paris, on the Seine"})
    clock.pass_by(minutes=1)
    refused = alice.post(f"{LIST}{card}/write/", here)
    assert refused.status_code == 409
    html = refused.content.decode()
    assert "changed on another page" in html
    assert "Paris, on the Seine" in html
    assert "Paris</textarea>" in html
    assert "on the Seine" in shown(alice, f"{LIST}{card}/")
    assert alice.post(f"{LIST}{card}/write/", here | {"seen": seen(alice, card)}).status_code == 302
    assert "on the Seine" not in shown(alice, f"{LIST}{card}/")


def test_the_same_text_from_an_older_page_is_no_conflict(alice: Client, clock: Clock) -> None:
    card = written(alice)
    here = {"front": "f", "back": "b", "topic": "", "seen": seen(alice, card)}
    for _ in range(2):
        clock.pass_by(minutes=1)
        assert alice.post(f"{LIST}{card}/write/", here).status_code == 302
    assert Entry.objects.filter(kind="card").count() == 2


def test_a_card_that_is_taken_out_does_not_come_and_can_be_put_back(alice: Client, clock: Clock) -> None:
    card = written(alice)
    clock.pass_by(minutes=1)
    alice.post(f"{LIST}{card}/out/")
    assert "capital of France" not in shown(alice)
    assert "capital of France" not in shown(alice, LIST)
    assert "taken out" in shown(alice, f"{LIST}{card}/")
    clock.pass_by(minutes=1)
    alice.post(f"{LIST}{card}/write/", {"front": "capital of France", "back": "Paris"})
    assert "capital of France" in shown(alice)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"front": " ", "back": "b"}, "The front is empty"),
        ({"front": "a", "back": ""}, "The back is empty"),
        ({"front": "a" * 4001, "back": "b"}, "The front has 4,001 characters; at most 4,000"),
        ({"front": "a", "back": "b" * 20001}, "at most 20,000"),
        ({"front": "a", "back": "b", "topic": "t" * 101}, "The topic has 101 characters"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(
    alice: Client, form: dict[str, str], said: str
) -> None:
    for address in (f"{LIST}{uuid4()}/write/", f"{LIST}{written(alice)}/write/"):
        response = alice.post(address, form)
        assert response.status_code == 422
        html = response.content.decode()
        assert said in html
        assert f"{form['back']}</textarea>" in html
    assert Entry.objects.filter(kind="card").count() == 1


def test_what_no_database_takes_is_kept_as_an_escape(alice: Client) -> None:
    card = written(alice, "nul \0 here", "b")
    html = shown(alice, f"{LIST}{card}/")
    assert "nul" in html
    assert "\0" not in html


def test_a_card_may_not_take_the_id_of_a_packs_item(alice: Client, deck: object) -> None:
    assert alice.post(f"{LIST}{EVEN}/write/", {"front": "a", "back": "b"}).status_code == 404


def test_nobody_sees_or_changes_the_cards_of_others(
    alice: Client, bob: Client, charlie: Client, clock: Clock
) -> None:
    card = written(alice)
    clock.pass_by(minutes=1)
    for stranger in (bob, charlie):
        assert stranger.get(f"{LIST}{card}/").status_code == 404
        assert stranger.post(f"{LIST}{card}/out/").status_code == 404
        assert "capital of France" not in shown(stranger, LIST)
    bob.post(f"{LIST}{card}/write/", {"front": "mine", "back": "b"})
    assert standing(clock).items[card].title == "capital of France"
    assert alice.get(f"{LIST}{card}/").status_code == 200
    assert alice.get(f"{LIST}{uuid4()}/").status_code == 404


def test_cards_are_found_by_their_words(alice: Client) -> None:
    written(alice, "capital of France", "Paris")
    written(alice, "softmax", "a map")
    html = shown(alice, f"{LIST}?q=PARIS")
    assert "capital of France" in html
    assert "softmax" not in html
    assert "1 of 2 hold" in html


def test_many_cards_come_page_by_page(alice: Client) -> None:
    for number in range(51):
        written(alice, f"number {number}?", "yes")
    assert "page 1 of 2" in shown(alice, LIST)
    assert len(re.findall(r"number \d+\?", shown(alice, f"{LIST}?page=2"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "![seen](https://elsewhere.example/pixel.png)",
        '![" onerror="alert(1)](https://elsewhere.example/x.png "t")',
        "<img src=x onerror=alert(1)>",
    ],
)
def test_nothing_of_a_card_runs_or_calls_elsewhere(alice: Client, text: str) -> None:
    card: UUID = written(alice, text, text)
    for page in (shown(alice), shown(alice, f"{LIST}{card}/"), shown(alice, LIST)):
        main = page[page.index("<main") :]
        assert "<script" not in main
        assert "<img" not in main
        assert 'href="javascript' not in main


@given(st.text(alphabet="![]()<>\"'& a/:.\n`"))
def test_no_text_makes_a_picture(text: str) -> None:
    assert "<img" not in own_html(f"![{text}](http://e/{text}) {text}")


def test_code_that_speaks_of_pictures_stays_code() -> None:
    assert "![a](b)" in own_html("`![a](b)`")
