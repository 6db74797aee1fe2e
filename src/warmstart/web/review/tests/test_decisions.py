"""Undo, put off, suspend, resume; and items that change under one's hands."""

from pathlib import Path

import pytest
from django.test import Client

from warmstart.web.attempts.models import Entry, Review
from warmstart.web.catalogue.index import index_packs
from warmstart.web.review.tests.deck import (
    AVERAGE,
    EVEN,
    HERE,
    Clock,
    back_of,
    field,
    fields,
    rate,
    shown,
    standing,
    written,
)


def press(client: Client, html: str, form: str, *names: str) -> str:
    """Send a small form as the page holds it."""
    given = {name: field(html, name, f"{form}/") for name in names}
    return client.post(f"{HERE}{form}/", given, follow=True).content.decode()


def test_undo_takes_the_rating_back_and_shows_the_item_again(alice: Client, clock: Clock) -> None:
    card = written(alice)
    html = rate(alice, card, 1)
    clock.pass_by(seconds=5)
    html = press(alice, html, "undo", "row")
    assert "Taken back: the rating “again”" in html
    assert f'value="{card}"' in html
    assert Review.objects.count() == 1
    assert (standing(clock).today, standing(clock).due(card)) == ((), None)


def test_undo_goes_back_step_by_step_but_not_twice_for_one_press(alice: Client, clock: Clock) -> None:
    first, second = written(alice, "one?", "1"), written(alice, "two?", "2")
    rate(alice, first, 3)
    clock.pass_by(seconds=5)
    html = rate(alice, second, 4)
    row = field(html, "row", "undo/")
    clock.pass_by(seconds=5)
    assert "“easy”" in alice.post(f"{HERE}undo/", {"row": row}, follow=True).content.decode()
    html = alice.post(f"{HERE}undo/", {"row": row}, follow=True).content.decode()
    assert "taken back already" in html
    assert "Undo the rating “good” <kbd>" in html
    assert [go.item for go in standing(clock).today] == [first]
    assert "“good”" in press(alice, html, "undo", "row")
    assert standing(clock).today == ()


def test_a_page_from_before_an_undo_asks_to_rate_once_more(alice: Client, clock: Clock) -> None:
    card = written(alice)
    form = fields(back_of(alice, card), "item", "once", "seen", "face") | {"rating": "2"}
    html = alice.post(f"{HERE}rate/", form, follow=True).content.decode()
    press(alice, html, "undo", "row")
    html = alice.post(f"{HERE}rate/", form, follow=True).content.decode()
    assert "Rate once more" in html
    assert standing(clock).today == ()


def test_what_was_rated_yesterday_is_not_undone_by_a_key(alice: Client, clock: Clock) -> None:
    card = written(alice)
    rate(alice, card, 3)
    row = str(Review.objects.get().pk)
    clock.pass_by(days=1)
    assert "Undo" not in shown(alice)
    html = alice.post(f"{HERE}undo/", {"row": row}, follow=True).content.decode()
    assert "nothing of today" in html
    assert standing(clock).due(card) is not None


def test_what_is_put_off_comes_tomorrow_and_can_be_taken_back(alice: Client, clock: Clock) -> None:
    card = written(alice)
    html = press(alice, shown(alice), "bury", "item", "once")
    assert "Put off until tomorrow" in html
    assert f'value="{card}"' not in html
    assert card in standing(clock).buried
    clock.pass_by(seconds=5)
    html = press(alice, html, "undo", "row")
    assert f'value="{card}"' in html
    press(alice, html, "bury", "item", "once")
    clock.pass_by(days=1)
    assert f'value="{card}"' in shown(alice)


def test_a_double_click_buries_once_so_that_one_undo_is_enough(alice: Client, clock: Clock) -> None:
    card = written(alice)
    page = shown(alice)
    press(alice, page, "bury", "item", "once")
    html = press(alice, page, "bury", "item", "once")
    assert f'value="{card}"' in press(alice, html, "undo", "row")


def test_suspended_means_not_again_until_resumed(alice: Client, clock: Clock) -> None:
    card = written(alice)
    html = press(alice, shown(alice), "suspend", "item")
    assert card in standing(clock).suspended
    assert f'value="{card}"' not in html
    clock.pass_by(days=10)
    assert f'value="{card}"' not in shown(alice)
    assert "is suspended" in shown(alice, f"{HERE}?item={card}")
    html = press(alice, shown(alice, f"{HERE}cards/"), "resume", "item")
    assert "may come again" in html
    assert f'value="{card}"' in shown(alice)


def test_a_suspension_of_today_can_be_undone(alice: Client, clock: Clock) -> None:
    card = written(alice)
    html = press(alice, shown(alice), "suspend", "item")
    clock.pass_by(seconds=5)
    html = press(alice, html, "undo", "row")
    assert f'value="{card}"' in html
    assert card not in standing(clock).suspended


def test_a_rating_counts_though_the_item_was_suspended_elsewhere(alice: Client, clock: Clock) -> None:
    card = written(alice)
    form = fields(back_of(alice, card), "item", "once", "seen", "face") | {"rating": "3"}
    press(alice, shown(alice), "suspend", "item")
    html = alice.post(f"{HERE}rate/", form, follow=True).content.decode()
    assert "suspended on another page" in html
    assert Review.objects.count() == 1


def test_a_rating_counts_though_the_card_was_changed_or_taken_out(alice: Client, clock: Clock) -> None:
    card = written(alice)
    form = fields(back_of(alice, card), "item", "once", "seen", "face") | {"rating": "3"}
    clock.pass_by(seconds=5)
    alice.post(f"{HERE}cards/{card}/write/", {"front": "capital of Italy", "back": "Rome"})
    html = alice.post(f"{HERE}rate/", form, follow=True).content.decode()
    assert "changed meanwhile" in html
    form = fields(back_of(alice, card), "item", "once", "seen", "face") | {"rating": "3"}
    clock.pass_by(seconds=5)
    alice.post(f"{HERE}cards/{card}/out/")
    html = alice.post(f"{HERE}rate/", form, follow=True).content.decode()
    assert "does not come again" in html
    assert Review.objects.count() == 2
    assert "taken out" in shown(alice, f"{HERE}?item={card}")


def test_a_rating_counts_though_the_question_was_retired(alice: Client, deck: Path) -> None:
    form = fields(back_of(alice, AVERAGE), "item", "once", "seen", "face") | {"rating": "3"}
    file = deck / "questions/why-average.md"
    text = file.read_text()
    file.write_text(text.replace('status = "live"', 'status = "retired"'))
    index_packs([deck])
    assert "is retired" in shown(alice, f"{HERE}?item={AVERAGE}")
    html = alice.post(f"{HERE}rate/", form, follow=True).content.decode()
    assert "does not come again" in html
    assert Review.objects.count() == 1


def test_a_question_that_cannot_be_read_can_be_put_off(alice: Client, clock: Clock, deck: Path) -> None:
    (deck / "questions/even-numbers.md").unlink()
    html = shown(alice, f"{HERE}?item={EVEN}")
    assert "cannot be read just now" in html
    assert "Which numbers" not in html
    press(alice, html, "bury", "item", "once")
    assert EVEN in standing(clock).buried


def test_nobody_decides_for_another(alice: Client, bob: Client, clock: Clock) -> None:
    card = written(alice)
    rate(alice, card, 3)
    row = str(Review.objects.get().pk)
    assert "nothing of today" in bob.post(f"{HERE}undo/", {"row": row}, follow=True).content.decode()
    for form in ("rate", "bury", "suspend", "resume"):
        bob.post(f"{HERE}{form}/", {"item": str(card), "rating": "1"})
    assert "capital of France" not in shown(bob, f"{HERE}?item={card}")
    assert not Entry.objects.filter(person__username="bob").exclude(kind="zone").exists()
    assert Review.objects.count() == 1


@pytest.mark.parametrize("path", ["rate", "bury", "suspend", "resume", "undo"])
def test_decisions_are_posted_never_linked(alice: Client, path: str) -> None:
    assert alice.get(f"{HERE}{path}/").status_code == 405


def test_the_id_of_anothers_rating_adds_nothing(alice: Client, bob: Client) -> None:
    card = written(alice)
    rate(alice, card, 3)
    own = written(bob, "mine?", "yes")
    form = fields(back_of(bob, own), "item", "seen", "face")
    once = str(Review.objects.get().pk)
    html = bob.post(f"{HERE}rate/", form | {"once": once, "rating": "3"}, follow=True).content.decode()
    assert "counts once" in html
    assert Review.objects.get().person.username == "alice"
