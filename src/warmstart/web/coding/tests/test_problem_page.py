"""The page of a problem: statement, draft, hints, giving up, a blank page."""

import pytest
from django.test import Client

from warmstart.web.attempts.models import Attempt, Draft, Event, EventKind
from warmstart.web.catalogue.tests.packs import EXPLANATION, STARTER

PAGE = "/problems/pair/"
pytestmark = pytest.mark.usefixtures("pair")


def page(client: Client) -> str:
    return client.get(PAGE).content.decode()


def test_the_editor_begins_with_the_starter(alice: Client) -> None:
    assert f"\n{STARTER}</textarea>" in page(alice)


def test_statement_is_rendered_and_its_html_is_not_let_through(alice: Client) -> None:
    assert '<span class="math inline">\\(i &lt; j\\)</span>' in page(alice)
    assert "<script>alert" not in page(alice)


def test_unknown_problem_is_not_there(alice: Client) -> None:
    assert alice.get("/problems/nothing/").status_code == 404


def test_looking_writes_nothing_into_the_log(alice: Client) -> None:
    page(alice)
    assert not Attempt.objects.exists()


class TestDrafts:
    def test_a_draft_is_there_again(self, alice: Client) -> None:
        alice.post(f"{PAGE}draft/", {"source": "x = 1\n"})
        assert "\nx = 1\n</textarea>" in page(alice)
        assert 'data-draft-saved-at="0"' not in page(alice)

    def test_htmx_hears_when_it_was_saved(self, alice: Client) -> None:
        answer = alice.post(f"{PAGE}draft/", {"source": "x"}, headers={"HX-Request": "true"})
        assert answer.content.startswith(b"Saved at")

    def test_an_empty_draft_is_a_draft(self, alice: Client) -> None:
        alice.post(f"{PAGE}draft/", {"source": ""})
        assert Draft.objects.get().text == ""

    def test_a_draft_is_ones_own(self, alice: Client, bob: Client) -> None:
        alice.post(f"{PAGE}draft/", {"source": "secret = 1"})
        assert "secret" not in page(bob)

    def test_what_looks_like_the_end_of_the_text_area_is_text(self, alice: Client) -> None:
        alice.post(f"{PAGE}draft/", {"source": "# </textarea><script>"})
        assert "# &lt;/textarea&gt;&lt;script&gt;" in page(alice)


class TestHints:
    def test_hints_come_one_at_a_time(self, alice: Client) -> None:
        assert "Look at each" not in page(alice)
        alice.post(f"{PAGE}hint/", {"number": "1"})
        assert "Look at each" in page(alice)
        assert "Remember" not in page(alice)

    def test_a_hint_goes_into_the_log_once(self, alice: Client) -> None:
        for _ in range(2):
            alice.post(f"{PAGE}hint/", {"number": "1"})
        assert [event.number for event in Event.objects.all()] == [1]

    @pytest.mark.parametrize("number", ["0", "3", "-1", "x", "", "9" * 30])
    def test_a_hint_that_is_not_there_adds_nothing(self, alice: Client, number: str) -> None:
        assert alice.post(f"{PAGE}hint/", {"number": number}).status_code == 302
        assert not Event.objects.exists()

    def test_hints_are_ones_own(self, alice: Client, bob: Client) -> None:
        alice.post(f"{PAGE}hint/", {"number": "1"})
        assert "Look at each" not in page(bob)


class TestGivingUp:
    def test_reference_and_explanation_are_closed_before(self, alice: Client) -> None:
        assert EXPLANATION[:20] not in page(alice)
        assert "seen[target - x]" not in page(alice)

    def test_giving_up_opens_them_and_is_noted(self, alice: Client, bob: Client) -> None:
        alice.post(f"{PAGE}give-up/")
        assert EXPLANATION[:20] in page(alice)
        assert "seen[target - x]" in page(alice)
        assert Event.objects.get().kind == EventKind.GAVE_UP
        assert EXPLANATION[:20] not in page(bob)


class TestBlankPage:
    def test_it_begins_a_new_attempt_and_keeps_the_draft_in_the_log(self, alice: Client) -> None:
        alice.post(f"{PAGE}draft/", {"source": "first try"})
        alice.post(f"{PAGE}hint/", {"number": "1"})
        alice.post(f"{PAGE}blank-page/")
        assert Attempt.objects.count() == 2
        assert Event.objects.get(kind=EventKind.LEFT_DRAFT).text == "first try"
        assert f"\n{STARTER}</textarea>" in page(alice)
        assert "Look at each" not in page(alice)
        assert "first try" in page(alice)


@pytest.mark.parametrize("verb", ["draft", "samples", "own-input", "submit", "hint", "give-up", "blank-page"])
def test_nothing_is_written_by_looking(alice: Client, verb: str) -> None:
    assert alice.get(f"{PAGE}{verb}/").status_code == 405
