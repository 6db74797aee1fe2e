"""How it grows: claimed first, measured after, both in the log and shown again."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event as Flag

import pytest
from django.test import Client

from warmstart.judge.complexity import Complexity
from warmstart.judge.growth import GrowthReport, Measured, Point
from warmstart.judge.problem import Growth, Sources, write_problem
from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, add_verdict, attempt_at
from warmstart.web.attempts.models import Event, EventKind, Submission
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import PAIR, REFERENCE, frozen, write_pack
from warmstart.web.coding.growth import Claim, Side, Word, growth_of_submission, record
from warmstart.web.coding.measuring import AlreadyMeasuring, Measuring

AT = datetime(2026, 11, 22, tzinfo=UTC)
HTMX = {"HX-Request": "true"}
BIG = "def big(n):\n    return (list(range(n)), -1)\n"
CONTRACT = Growth("length of nums", 1.0, 0.35, (100, 200))
LINEAR = {"time": "n", "space": "n"}
QUADRATIC = """\
def pair(nums, target):
    for j in range(len(nums)):
        for i in range(j):
            if nums[i] + nums[j] == target:
                return [i, j]
    return None
"""


@pytest.fixture
def growing(db: None, tmp_path: Path) -> IndexedProblem:
    """The problem `pair` with inputs of growing size and a contract."""
    folder = write_pack(tmp_path / "pack")
    problem = replace(frozen(), source=Sources(big=BIG), growth=CONTRACT)
    (folder / "problems" / PAIR / "cases.json").write_text(write_problem(problem))
    index_packs([folder])
    return IndexedProblem.objects.select_related("pack").get(slug=PAIR)


Submit = Callable[..., Submission]


@pytest.fixture
def submitted(alice: Client) -> Submit:
    """Alice's submission of `source`, with its verdict."""

    def submit(row: IndexedProblem, source: str = REFERENCE, outcome: Outcome = Outcome.AC) -> Submission:
        attempt = attempt_at(Person.objects.get(username="alice"), row.pk, 1, AT)
        submission = add_submission(attempt, source.encode(), AT)
        add_verdict(submission, 1, Verdict(outcome, ()), AT)
        return submission

    return submit


def place(submission: Submission) -> str:
    return f"/problems/pair/submissions/{submission.pk}/grow/"


def report(*, cancelled: bool = False) -> GrowthReport:
    linear = Measured(Complexity.LINEAR, (Complexity.LINEAR, Complexity.LINEARITHMIC), 1.1, "by steps")
    unknown = Measured(None, (), None, "too little memory")
    points = tuple(Point(2**k, 7 * 2**k, 0.001 * 2**k, None) for k in range(3, 9))
    return GrowthReport(points, linear, unknown, CONTRACT, True, cancelled)


class TestMeasured:
    """With a real judge."""

    pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("judging")]

    def test_claim_and_measurement_stand_side_by_side(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        panel = alice.post(place(submitted(growing)), LINEAR, headers=HTMX).content.decode()
        assert "agrees</span> You said <strong>n</strong>. Measured: grows like n" in panel
        assert "time of degree 1 in n: <strong>met</strong>" in panel
        assert "<circle" in panel

    def test_a_claim_that_differs_and_a_contract_that_is_missed_are_told(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        panel = alice.post(place(submitted(growing, QUADRATIC)), LINEAR, headers=HTMX).content.decode()
        assert "differs</span> You said <strong>n</strong>. Measured: grows like n^2" in panel
        assert "missed by a whole degree" in panel

    def test_both_are_in_the_log(self, alice: Client, growing: IndexedProblem, submitted: Submit) -> None:
        submission = submitted(growing)
        alice.post(place(submission), LINEAR)
        event = Event.objects.get()
        written = json.loads(event.text)
        assert (event.kind, event.attempt_id) == (EventKind.GROWN, submission.attempt_id)
        assert written["claim"] == LINEAR
        assert written["report"]["time"]["complexity"] == "n"


class TestShown:
    def test_it_is_offered_once_a_submission_is_accepted(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        submitted(growing, outcome=Outcome.WA)
        assert "How does it grow?" not in alice.get("/problems/pair/").content.decode()
        submitted(growing)
        page = alice.get("/problems/pair/").content.decode()
        assert "How does it grow?" in page
        assert "n, the length of nums;" in page

    def test_a_problem_without_inputs_of_growing_size_offers_nothing(
        self, alice: Client, pair: IndexedProblem, submitted: Submit
    ) -> None:
        submission = submitted(pair)
        assert "How does it grow?" not in alice.get("/problems/pair/").content.decode()
        assert alice.post(place(submission), LINEAR).status_code == 404

    @pytest.mark.parametrize("where", ["/problems/pair/", "/problems/pair/submissions/{}/"])
    def test_a_reload_shows_the_last_one(
        self, alice: Client, growing: IndexedProblem, submitted: Submit, where: str
    ) -> None:
        submission = submitted(growing)
        record(submission, Claim(Complexity.CUBIC, Complexity.CONSTANT), report(), AT - timedelta(hours=1))
        record(submission, Claim(Complexity.LINEARITHMIC, Complexity.CONSTANT), report(), AT)
        text = alice.get(where.format(submission.pk)).content.decode()
        assert "agrees</span> You said <strong>n log n</strong>" in text
        assert "n^3</strong>" not in text
        assert text.count("<circle") == 1 + len(report().points)  # and one of the key

    def test_a_newer_submission_does_not_take_over_what_was_measured(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        old = submitted(growing)
        record(old, Claim(Complexity.LINEAR, Complexity.LINEAR), report(), AT)
        new = submitted(growing)
        assert "an earlier submission" in alice.get("/problems/pair/").content.decode()
        assert "You said" not in alice.get(f"/problems/pair/submissions/{new.pk}/").content.decode()
        assert "You said" in alice.get(f"/problems/pair/submissions/{old.pk}/").content.decode()

    def test_what_was_cancelled_says_so(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        claim = Claim(Complexity.LINEAR, Complexity.LINEAR)
        record(submitted(growing), claim, report(cancelled=True), AT)
        assert "Cancelled: this is what was known" in alice.get("/problems/pair/").content.decode()

    def test_the_log_gives_back_what_was_measured(self, growing: IndexedProblem, submitted: Submit) -> None:
        submission = submitted(growing)
        claim = Claim(Complexity.EXPONENTIAL, Complexity.CONSTANT)
        record(submission, claim, report(), AT)
        panel = growth_of_submission(growing, submission)
        assert panel is not None
        assert panel.grown is not None
        assert (panel.grown.claim, panel.grown.report) == (claim, report())


class TestRefused:
    @pytest.mark.parametrize("posted", [{}, {"time": "n"}, {"time": "n", "space": ""}, {"time": "n!"}])
    def test_nothing_is_measured_without_a_claim(
        self, alice: Client, growing: IndexedProblem, submitted: Submit, posted: dict[str, str]
    ) -> None:
        answer = alice.post(place(submitted(growing)), posted, headers=HTMX)
        assert answer.status_code == 422
        assert "Say first how you think time and memory grow" in answer.content.decode()
        assert not Event.objects.exists()

    def test_others_do_not_find_it(
        self, bob: Client, charlie: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        submission = submitted(growing)
        for stranger in (bob, charlie):
            assert stranger.post(place(submission), LINEAR).status_code == 404
            assert stranger.post(f"{place(submission)}cancel/").status_code == 404
        assert not Event.objects.exists()

    def test_only_what_was_accepted_is_measured(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        wrong = submitted(growing, outcome=Outcome.WA)
        assert alice.post(place(wrong), LINEAR).status_code == 404

    def test_the_newest_verdict_counts(
        self, alice: Client, growing: IndexedProblem, submitted: Submit
    ) -> None:
        mended = submitted(growing)
        add_verdict(mended, 2, Verdict(Outcome.WA, ()), datetime(2026, 11, 23, tzinfo=UTC))
        assert alice.post(place(mended), LINEAR).status_code == 404


class TestUnderWay:
    def test_one_person_measures_one_thing_at_a_time(self) -> None:
        measuring = Measuring()
        with measuring.of("alice"), measuring.of("bob"):  # noqa: SIM117 - the third is to fail alone
            with pytest.raises(AlreadyMeasuring), measuring.of("alice"):
                pass
        with measuring.of("alice") as stop:
            assert not stop.is_set()

    def test_cancelling_stops_this_persons_measurement_only(self) -> None:
        measuring, begun = Measuring(), Flag()

        def measured() -> bool:
            with measuring.of("alice") as stop:
                begun.set()
                return stop.wait(30)

        with ThreadPoolExecutor(1) as threads, measuring.of("bob") as of_bob:
            alices = threads.submit(measured)
            assert begun.wait(30)
            measuring.cancel("alice")
            assert alices.result(30)
            assert not of_bob.is_set()
        measuring.cancel("alice")  # too late is fine


@pytest.mark.parametrize(
    ("claimed", "word"),
    [
        (Complexity.LINEAR, Word.AGREES),
        (Complexity.LINEARITHMIC, Word.AGREES),
        (Complexity.QUADRATIC, Word.DIFFERS),
    ],
)
def test_a_claim_agrees_with_all_that_is_not_excluded(claimed: Complexity, word: Word) -> None:
    assert Side("Time", claimed, report().time).word is word
    assert Side("Time", claimed, report().space).word is Word.UNTOLD
