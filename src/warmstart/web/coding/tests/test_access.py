"""Alice's submissions are hers: others get 404, whatever they ask for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, attempt_at
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import write_pack

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def of_alice(alice: Client, pair: IndexedProblem) -> Submission:
    person = Person.objects.get(username="alice")
    return add_submission(attempt_at(person, pair.pk, 1, AT), b"secret = 1", AT)


def test_the_owner_sees_her_code(alice: Client, of_alice: Submission) -> None:
    assert "secret = 1" in alice.get(f"/problems/pair/submissions/{of_alice.pk}/").content.decode()


@pytest.mark.parametrize("what", ["", "follow/"])
def test_others_do_not_find_it(bob: Client, charlie: Client, of_alice: Submission, what: str) -> None:
    for stranger in (bob, charlie):
        assert stranger.get(f"/problems/pair/submissions/{of_alice.pk}/{what}").status_code == 404


def test_others_cannot_cancel_it(bob: Client, of_alice: Submission) -> None:
    assert bob.post(f"/problems/pair/submissions/{of_alice.pk}/cancel/").status_code == 404
    of_alice.refresh_from_db()
    assert of_alice.cancelled_at is None


def test_the_owner_can_cancel_it(alice: Client, of_alice: Submission) -> None:
    page = alice.post(f"/problems/pair/submissions/{of_alice.pk}/cancel/", follow=True).content.decode()
    assert "Cancelled" in page


def test_it_is_not_found_under_another_problem(alice: Client, of_alice: Submission, tmp_path: Path) -> None:
    index_packs([write_pack(tmp_path / "pack", problems=2)])
    assert alice.get(f"/problems/pair-1/submissions/{of_alice.pk}/").status_code == 404


def test_what_is_not_there_looks_the_same(bob: Client, of_alice: Submission) -> None:
    missing = bob.get("/problems/pair/submissions/00000000-0000-4000-8000-00000000000a/")
    hers = bob.get(f"/problems/pair/submissions/{of_alice.pk}/")
    nonce = 'name="csp-nonce"'
    assert missing.content.decode().split(nonce)[1][60:] == hers.content.decode().split(nonce)[1][60:]
