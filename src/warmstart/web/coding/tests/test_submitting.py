"""From a posted form to a verdict in the page."""

import pytest
from django.test import Client

from warmstart.web.attempts.models import Draft, Submission, VerdictRow
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import HIDDEN_TARGET, REFERENCE, WRONG_SELF
from warmstart.web.coding.runner import runner

HTMX = {"HX-Request": "true"}
SUBMIT = "/problems/pair/submit/"


def submitted(client: Client, source: str) -> str:
    """The panel that a submit ends with, followed as htmx would."""
    text = client.post(SUBMIT, {"source": source}, headers=HTMX).content.decode()
    while "hx-get" in text:
        url = text.partition('hx-get="')[2].partition('"')[0]
        text = client.get(url, headers=HTMX).content.decode()
    return text


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("judging", "pair")
class TestVerdicts:
    def test_right_code_is_accepted_and_stays_in_the_log(self, alice: Client) -> None:
        assert "Submission: accepted" in submitted(alice, REFERENCE)
        assert bytes(Submission.objects.get().source) == REFERENCE.encode()
        assert VerdictRow.objects.get().verdict.outcome == "AC"

    def test_wrong_code_is_told_why_the_hand_case_exists(self, alice: Client) -> None:
        panel = submitted(alice, WRONG_SELF)
        assert "wrong answer" in panel
        assert "a number may not pair with itself" in panel

    def test_failures_like_those_of_a_known_wrong_solution_are_named(self, alice: Client) -> None:
        assert "What it looks like:</strong> pairs a number with itself" in submitted(alice, WRONG_SELF)

    def test_hidden_cases_keep_their_data(self, alice: Client) -> None:
        panel = submitted(alice, "def pair(nums, target):\n    print(target)\n    raise ValueError(target)\n")
        assert "large" in panel
        assert str(HIDDEN_TARGET) not in panel

    def test_what_code_prints_is_escaped(self, alice: Client) -> None:
        panel = submitted(alice, "def pair(nums, target):\n    print('<b>\\x1b[2J')\n")
        assert "&lt;b&gt;\u241b[2J" in panel

    def test_a_byte_order_mark_before_right_code_does_no_harm(self, alice: Client) -> None:
        assert "Submission: accepted" in submitted(alice, f"\ufeff{REFERENCE}")

    def test_the_draft_is_saved_with_the_submission(self, alice: Client) -> None:
        submitted(alice, WRONG_SELF)
        assert Draft.objects.get().text == WRONG_SELF

    def test_without_scripts_a_submit_leads_to_its_page(self, alice: Client) -> None:
        answer = alice.post(SUBMIT, {"source": REFERENCE})
        assert runner.progress(Submission.objects.get().pk, seconds=30) is None
        assert "Submission: accepted" in alice.get(answer.headers["Location"]).content.decode()


def test_each_submission_is_in_the_history(alice: Client, judging: None, pair: IndexedProblem) -> None:
    submitted(alice, WRONG_SELF)
    submitted(alice, REFERENCE)
    page = alice.get("/problems/pair/").content.decode()
    assert page.count("/submissions/") == 2
    assert page.index("accepted") < page.index("wrong answer")
