"""Two pages on one problem: neither overwrites what the other typed, and nothing is lost."""

import re

import pytest
from django.test import Client

from warmstart.web.attempts.models import Draft, Event, EventKind, Submission
from warmstart.web.catalogue.tests.packs import STARTER

PAGE = "/problems/pair/"
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("pair")
Opened = dict[str, str]


def opened(client: Client) -> Opened:
    """The fields by which a page says who it is and what it has seen."""
    html = client.get(PAGE).content.decode()
    return {name: re.findall(rf'name="{name}" value="([^"]+)"', html)[0] for name in ("page", "revision")}


def typed(client: Client, page: Opened, text: str, **more: str) -> int:
    return client.post(f"{PAGE}draft/", page | {"source": text} | more, headers=HTMX).status_code


def draft() -> str:
    return Draft.objects.get().text


def put_away() -> list[str]:
    return [event.text for event in Event.objects.filter(kind=EventKind.LEFT_DRAFT)]


def test_a_page_saves_again_and_again(alice: Client) -> None:
    page = opened(alice)
    assert [typed(alice, page, text) for text in ("a", "ab", "abc")] == [200, 200, 200]
    assert draft() == "abc"


def test_the_second_page_is_told_and_overwrites_nothing(alice: Client) -> None:
    one, other = opened(alice), opened(alice)
    typed(alice, one, "one")
    answer = alice.post(f"{PAGE}draft/", other | {"source": "other"}, headers=HTMX)
    assert answer.status_code == 409
    assert "changed on another page" in answer.content.decode()
    assert draft() == "one"
    assert typed(alice, one, "one more") == 200


def test_a_page_opened_later_goes_on_and_then_the_first_is_told(alice: Client) -> None:
    one = opened(alice)
    typed(alice, one, "one")
    later = opened(alice)
    assert typed(alice, later, "later") == 200
    assert typed(alice, one, "one again") == 409
    assert draft() == "later"


def test_an_old_page_does_not_write_into_a_blank_one(alice: Client) -> None:
    old = opened(alice)
    typed(alice, old, "old")
    alice.post(f"{PAGE}blank-page/")
    assert typed(alice, old, "old and more") == 409
    assert draft() == STARTER
    assert put_away() == ["old"]


def test_the_same_text_is_no_quarrel(alice: Client) -> None:
    one, other = opened(alice), opened(alice)
    typed(alice, one, "same")
    assert typed(alice, other, "same") == 200


def test_going_on_with_mine_puts_the_other_away(alice: Client) -> None:
    one, other = opened(alice), opened(alice)
    typed(alice, one, "one")
    assert typed(alice, other, "other", settle="mine") == 200
    assert (draft(), put_away()) == ("other", ["one"])
    assert typed(alice, other, "other more") == 200
    assert typed(alice, one, "one more") == 409


def test_going_on_with_the_other_puts_mine_away_and_shows_it(alice: Client) -> None:
    one, other = opened(alice), opened(alice)
    typed(alice, one, "one")
    saved_at = Draft.objects.get().saved_at
    answer = alice.post(f"{PAGE}draft/", other | {"source": "other", "settle": "theirs"}, headers=HTMX)
    assert answer.headers["HX-Refresh"] == "true"
    assert (draft(), put_away()) == ("one", ["other"])
    # Newer than this browser's own copy, so that the editor shows it after the reload.
    assert Draft.objects.get().saved_at > saved_at


def test_without_scripts_the_text_comes_back_in_a_page(alice: Client) -> None:
    one, other = opened(alice), opened(alice)
    typed(alice, one, "one")
    answer = alice.post(f"{PAGE}draft/", other | {"source": "# other"})
    assert answer.status_code == 409
    assert "# other" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("judging")
def test_an_old_page_may_submit_and_the_draft_stays(alice: Client) -> None:
    old = opened(alice)
    typed(alice, opened(alice), "new")
    answer = alice.post(f"{PAGE}submit/", old | {"source": STARTER}, headers=HTMX)
    assert answer.status_code == 200
    assert Submission.objects.get().text == STARTER
    assert draft() == "new"


def test_drafts_of_others_are_no_quarrel(alice: Client, bob: Client) -> None:
    page = opened(alice)
    typed(bob, opened(bob), "bobs")
    assert typed(alice, page, "alices") == 200


@pytest.mark.parametrize(
    "nonsense", [{"page": "x"}, {"page": "x" * 500, "revision": "0"}, {"revision": "-1"}]
)
def test_fields_that_make_no_sense_are_no_fault(alice: Client, nonsense: Opened) -> None:
    assert typed(alice, nonsense, "text") == 200
