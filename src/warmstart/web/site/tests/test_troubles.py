"""Each trouble is a page in the house style, and a fragment where htmx asked."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from warmstart.web.attempts import storage
from warmstart.web.attempts.models import Draft
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.planner import views

# Real transactions: an error of the database must be able to roll one back.
pytestmark = pytest.mark.django_db(transaction=True)
DRAFT = "/problems/pair/draft/"


def test_a_page_that_is_not_there(alice: Client) -> None:
    answer = alice.get("/nothing/")
    assert answer.status_code == 404
    assert "<h1>Not here</h1>" in answer.content.decode()


@pytest.mark.parametrize("address", ["/plan/target/", "/review/rate/"])
def test_the_address_of_a_form_that_is_opened_says_so_and_leads_on(alice: Client, address: str) -> None:
    answer = alice.get(address)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "has no page" in answer.content.decode()
    assert '<a href="/">Today</a>' in answer.content.decode()


def test_a_bug_is_a_page_too(alice: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(person: object, at: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(views, "standing_of", broken)
    alice.raise_request_exception = False
    answer = alice.get("/")
    assert answer.status_code == 500
    assert "<h1>Our fault</h1>" in answer.content.decode()


def test_content_that_is_gone_is_told_in_a_sentence(alice: Client, pair: IndexedProblem) -> None:
    IndexedProblem.objects.update(content_hash="x")
    answer = alice.get("/problems/pair/")
    assert answer.status_code == 409
    assert "start it again" in answer.content.decode()


@pytest.fixture
def full_disk(pair: IndexedProblem) -> Iterator[None]:
    """SQLite may not grow by a page: the same error as of a disk without space."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # pages that earlier tests left free would be room
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_hands_the_text_back(alice: Client) -> None:
    answer = alice.post(DRAFT, {"source": "mine = 1\n" * 20_000})
    page = answer.content.decode()
    assert answer.status_code == 507
    assert storage.FULL in page
    assert page.count("mine = 1") == 20_000


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_is_one_sentence_beside_the_editor(alice: Client) -> None:
    answer = alice.post(DRAFT, {"source": "mine = 1\n" * 20_000}, headers={"HX-Request": "true"})
    assert answer.content.decode().count("<") < 8
    assert storage.FULL in answer.content.decode()
    assert not Draft.objects.exists()


def test_a_database_that_may_not_be_written_is_told_in_a_sentence(
    alice: Client, pair: IndexedProblem
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
        answer = alice.post(DRAFT, {"source": "x"})
        cursor.execute("PRAGMA query_only = 0")
    assert answer.status_code == 507
    assert storage.READ_ONLY in answer.content.decode()


def test_other_faults_of_the_database_are_bugs(alice: Client) -> None:
    assert storage.sentence(ValueError()) is None
