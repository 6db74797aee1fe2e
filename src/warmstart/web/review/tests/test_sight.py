"""A card, or a question, recalled at sight: front, back, rating, the next one."""

import re

import pytest
from django.test import Client

from warmstart.web.attempts.models import Review
from warmstart.web.review.tests.deck import (
    AVERAGE,
    EVEN,
    HERE,
    Clock,
    back_of,
    fields,
    rate,
    shown,
    standing,
    written,
)


def test_the_front_asks_and_shows_nothing_of_the_back(alice: Client) -> None:
    card = written(alice)
    html = shown(alice)
    assert "capital of France" in html
    assert "Paris" not in html
    assert f'value="{card}"' in html
    assert "Show the answer" in html


def test_the_back_comes_without_scripts_with_four_ratings(alice: Client) -> None:
    html = back_of(alice, written(alice))
    assert "Paris" in html
    assert re.findall(r'name="rating" value="(\d)"', html) == ["1", "2", "3", "4"]
    for words in ("not recalled", "with effort", "at once", "tomorrow", "in about 8 days"):
        assert words in html, words


@pytest.mark.usefixtures("deck")
def test_a_question_hides_title_and_skill_until_its_answer_shows(alice: Client) -> None:
    front = shown(alice, f"{HERE}?item={AVERAGE}&way=sight")
    assert "steadier than <em>one</em> tree" in front
    for word in ("Why averages", "Greedy choices", "cancel"):
        assert word not in front, word
    back = back_of(alice, AVERAGE)
    for word in (
        "Why averages",
        "Greedy choices",
        "Errors that differ cancel",
        "every complete answer has it",
    ):
        assert word in back, word
    assert "one member &lt;b&gt;" in back


@pytest.mark.usefixtures("deck")
def test_options_are_shown_on_the_front_and_the_right_ones_on_the_back(alice: Client) -> None:
    front = shown(alice, f"{HERE}?item={EVEN}&way=sight")
    assert "three" in front
    assert "Three leaves one over" not in front
    back = back_of(alice, EVEN)
    assert "Two is twice one." in back
    assert "Three leaves one over" not in back


def test_a_rating_is_kept_with_its_seconds_and_says_when_it_comes_again(alice: Client, clock: Clock) -> None:
    card = written(alice)
    html = rate(alice, card, 3, seconds="12")
    review = Review.objects.get()
    assert (review.item, review.rating, review.seconds, review.zone) == (card, 3, 12, "UTC")
    assert review.reviewed_at == clock.at
    assert "Rated good: it comes again" in html
    assert "Undo" in html


def test_the_next_item_follows_and_at_last_the_end(alice: Client, clock: Clock) -> None:
    first, second = written(alice, "one?", "1"), written(alice, "two?", "2")
    html = rate(alice, first, 3)
    assert f'value="{second}"' in html
    html = rate(alice, second, 1)
    assert "That is today" in html
    assert "2 done today, 1 of them went well" in html
    assert "To the first page" in html


def test_a_chance_of_recall_is_told_once_there_is_a_memory(alice: Client, clock: Clock) -> None:
    card = written(alice)
    assert "not met this yet" in shown(alice)
    rate(alice, card, 3)
    clock.pass_by(days=4)
    assert re.search(r"\d\d % chance of recalling this", shown(alice, f"{HERE}?item={card}"))


def test_a_rating_that_is_sent_twice_counts_once(alice: Client, clock: Clock) -> None:
    card = written(alice)
    form = fields(back_of(alice, card), "item", "once", "seen", "face") | {"rating": "3"}
    for _ in range(2):
        response = alice.post(f"{HERE}rate/", form, follow=True)
    assert Review.objects.count() == 1
    assert "counts once" in response.content.decode()
    assert len(standing(clock).today) == 1


def test_another_rating_from_the_page_before_is_refused_with_the_one_that_counts(alice: Client) -> None:
    card = written(alice)
    form = fields(back_of(alice, card), "item", "once", "seen", "face")
    alice.post(f"{HERE}rate/", form | {"rating": "3"})
    html = alice.post(f"{HERE}rate/", form | {"rating": "1"}, follow=True).content.decode()
    assert "It is rated good already, and that counts" in html
    assert "counts once" not in html
    assert [review.rating for review in Review.objects.all()] == [3]


def test_a_rating_from_a_page_that_another_page_overtook_does_not_count(alice: Client, clock: Clock) -> None:
    card = written(alice)
    old = fields(back_of(alice, card), "item", "once", "seen", "face")
    rate(alice, card, 4)
    clock.pass_by(minutes=1)
    html = alice.post(f"{HERE}rate/", old | {"rating": "1"}, follow=True).content.decode()
    assert "rated on another page" in html
    assert [review.rating for review in Review.objects.all()] == [4]


@pytest.mark.parametrize("rating", ["0", "5", "x", "", "³"])
def test_what_is_no_rating_is_refused_and_the_answer_stays_in_view(alice: Client, rating: str) -> None:
    card = written(alice)
    form = fields(back_of(alice, card), "item", "once", "seen", "face") | {"rating": rating}
    response = alice.post(f"{HERE}rate/", form)
    assert response.status_code == 422
    html = response.content.decode()
    assert "press a number from 1 to 4" in html
    assert "Paris" in html
    assert not Review.objects.exists()


@pytest.mark.parametrize("item", ["x", "", "2d19e515-d6bf-47a7-9587-059c44188ba2"])
def test_an_unknown_item_leads_on_with_a_word_about_it(alice: Client, item: str) -> None:
    written(alice)
    for html in (
        shown(alice, f"{HERE}?item={item}"),
        alice.post(f"{HERE}rate/", {"item": item, "rating": "3"}, follow=True).content.decode(),
    ):
        assert "no such item here" in html
        assert "capital of France" in html
    assert not Review.objects.exists()


def test_nonsense_beside_a_rating_loses_nothing(alice: Client) -> None:
    card = written(alice)
    rate(alice, card, 2, seconds="many", once="no uuid")
    assert (Review.objects.get().rating, Review.objects.get().seconds) == (2, None)
