"""Runs: the samples, and a learner's own input beside the reference."""

import pytest
from django.test import Client

from warmstart.web.attempts.models import Event, EventKind, Submission
from warmstart.web.catalogue.tests.packs import HIDDEN_TARGET, REFERENCE, WRONG_SELF

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("judging", "pair")]
HTMX = {"HX-Request": "true"}
SAMPLES = "/problems/pair/samples/"
OWN = "/problems/pair/own-input/"


def own(client: Client, source: str, text: str) -> str:
    return client.post(OWN, {"source": source, "input": text}, headers=HTMX).content.decode()


class TestSamples:
    def test_only_visible_cases_run(self, alice: Client) -> None:
        panel = alice.post(SAMPLES, {"source": REFERENCE}, headers=HTMX).content.decode()
        assert "Samples: passed" in panel
        assert "1 of 1 case passed" in panel

    def test_a_visible_case_shows_input_expected_and_got(self, alice: Client) -> None:
        source = "def pair(nums, target):\n    print('here')\n    return [7, 7]\n"
        panel = alice.post(SAMPLES, {"source": source}, headers=HTMX).content.decode()
        for text in ("([2, 7, 11], 9)", "[0, 1]", "[7, 7]", "here"):
            assert text in panel

    def test_a_run_is_logged_as_a_run_with_its_code(self, alice: Client) -> None:
        alice.post(SAMPLES, {"source": WRONG_SELF})
        event = Event.objects.get()
        assert (event.kind, event.text) == (EventKind.SAMPLES_RUN, WRONG_SELF)
        assert not Submission.objects.exists()

    def test_without_scripts_the_result_is_in_the_page(self, alice: Client) -> None:
        page = alice.post(SAMPLES, {"source": REFERENCE}).content.decode()
        assert "Samples: passed" in page
        assert "<h1>Pair with a sum</h1>" in page

    def test_code_that_does_not_compile_is_told_where(self, alice: Client) -> None:
        panel = alice.post(SAMPLES, {"source": "def pair(:\n"}, headers=HTMX).content.decode()
        assert "does not compile" in panel
        assert "line 1" in panel


class TestOwnInput:
    def test_the_result_stands_beside_that_of_the_reference(self, alice: Client) -> None:
        panel = own(alice, WRONG_SELF, "([5, 5], 10)")
        assert "Your own input: wrong answer" in panel
        assert "[0, 1]" in panel
        assert "[0, 0]" in panel

    def test_right_code_passes(self, alice: Client) -> None:
        assert "Your own input: passed" in own(alice, REFERENCE, "([1, 2, 3], 5)")

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("", "There is no input yet"),
            ("([1, 2], ", "The input cannot be read: line 1"),
            ("open('x')", "The input cannot be read"),
            ("[1, 2]", "The input is the tuple of arguments of pair"),
            ("([1], 2)", "The statement does not allow this input: there are at least two numbers"),
            ("((1, 2), 2)", "The statement does not allow this input: nums is a list"),
            ("(1, 2, 3)", "does not have the form of the samples"),
            ("(" * 5000, "The input cannot be read"),
        ],
    )
    def test_an_input_that_is_none_is_told_why(self, alice: Client, text: str, sentence: str) -> None:
        assert sentence in own(alice, REFERENCE, text)

    def test_without_scripts_code_and_input_stay_in_the_page(self, alice: Client) -> None:
        page = alice.post(OWN, {"source": REFERENCE, "input": "([4, 4], 8)"}).content.decode()
        assert "\n([4, 4], 8)</textarea>" in page
        assert "Your own input: passed" in page


def test_the_page_offers_a_sample_to_start_from(alice: Client) -> None:
    page = alice.get("/problems/pair/").content.decode()
    assert "\n([2, 7, 11], 9)</textarea>" in page
    assert str(HIDDEN_TARGET) not in page
