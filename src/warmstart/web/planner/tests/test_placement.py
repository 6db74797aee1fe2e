"""The first questions: twelve of them, kept one by one, left out or gone on with."""

from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Answer, Event, GradeRow, Review
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.planner.tests.conftest import Clock
from warmstart.web.planner.tests.told import SET_UP, entries

pytestmark = pytest.mark.django_db
CORE = Path(__file__).parents[5] / "packs" / "core"


@pytest.fixture
def installed(db: None) -> None:
    index_packs([CORE])


@pytest.fixture
def begun(alice: Client, clock: Clock, installed: None) -> Client:
    """Alice, with the first page behind her."""
    assert alice.post("/start/", SET_UP).headers["Location"] == "/start/placement/"
    return alice


def asked(client: Client) -> UUID:
    """The question that is shown."""
    shown = client.get("/start/placement/").content.decode()
    return UUID(shown.split('name="item" value="')[1].split('"')[0])


def answer(client: Client, item: UUID, **how: str) -> str:
    """As its form allows; where it leads."""
    form = IndexedQuestion.objects.get(pk=item).form
    given = {"unknown": "yes"} if form == "choices" else {"rating": "2"}
    return client.post("/start/placement/answer/", {"item": item} | given | how).headers["Location"]


def of(name: str) -> Person:
    return Person.objects.get(username=name)


def test_twelve_different_questions_and_then_today(begun: Client) -> None:
    seen = []
    for number in range(12):
        seen.append(asked(begun))
        assert answer(begun, seen[-1]) == ("/" if number == 11 else "/start/placement/")
    skills = {IndexedQuestion.objects.get(pk=item).skills[0] for item in seen}
    assert len(set(seen)) == len(skills) == 12
    assert entries("alice", "placed") == [{"left_out": False}]
    assert begun.get("/start/placement/").headers["Location"] == "/"


def test_what_is_asked_next_depends_on_the_answers(begun: Client, bob: Client) -> None:
    bob.post("/start/", SET_UP)
    assert asked(begun) == asked(bob)
    courses = []
    for client, rating in ((begun, "1"), (bob, "3")):
        items = []
        for _ in range(8):
            items.append(asked(client))
            answer(client, items[-1], rating=rating)
        courses.append(items)
    assert courses[0] != courses[1]


def test_a_rating_is_a_review_at_sight_with_its_seconds(begun: Client, clock: Clock) -> None:
    item = next_at_sight(begun)
    since = int(clock.at.timestamp()) - 7
    answer(begun, item, rating="3", since=str(since))
    told = Review.objects.get(person=of("alice"), item=item)
    assert (told.rating, told.attempt, told.seconds) == (3, None, 7)


def next_at_sight(client: Client) -> UUID:
    while True:
        item = asked(client)
        if IndexedQuestion.objects.get(pk=item).form != "choices":
            return item
        answer(client, item)


def choices() -> IndexedQuestion:
    return IndexedQuestion.objects.filter(form="choices", status="live").order_by("slug")[0]


def test_choices_are_really_answered_and_graded(begun: Client) -> None:
    row = choices()
    begun.post("/start/placement/answer/", {"item": row.pk, "choice": ["0", "1"]})
    grade = GradeRow.objects.get(answer__attempt__person=of("alice"))
    assert grade.answer.text == "[0, 1]"
    assert grade.grader == "exact"
    assert 0 <= grade.share <= 1
    page = begun.get(f"/questions/answers/{grade.answer.pk}/")
    assert page.status_code == 200
    assert "not chosen" in page.content.decode()


def test_not_to_know_is_an_answer_too(begun: Client) -> None:
    begun.post("/start/placement/answer/", {"item": choices().pk, "unknown": "yes"})
    assert Event.objects.get(attempt__person=of("alice")).kind == "gave_up"
    assert GradeRow.objects.get().share == 0


def test_the_session_asks_for_no_rating_of_a_first_question(begun: Client) -> None:
    row = choices()
    begun.post("/start/placement/answer/", {"item": row.pk, "unknown": "yes"})
    begun.post("/start/leave/")
    shown = begun.get("/review/").content.decode()
    assert "Proposed:" not in shown
    assert Review.objects.get(item=row.pk).rating == 1


def test_who_leaves_in_the_middle_goes_on_where_they_were(begun: Client, clock: Clock) -> None:
    for _ in range(4):
        answer(begun, asked(begun))
    assert "Go on with them" in begun.get("/").content.decode()
    shown = begun.get("/start/placement/").content.decode()
    assert "Question 5 of 12" in shown
    begun.post("/start/leave/")
    assert entries("alice", "placed") == [{"left_out": True}]
    assert Review.objects.filter(attempt=None).count() + Answer.objects.count() == 4
    assert "Go on with them" not in begun.get("/").content.decode()


def test_an_answer_that_comes_twice_counts_once(begun: Client) -> None:
    item = next_at_sight(begun)
    answer(begun, item)
    before = Review.objects.count()
    answer(begun, item)
    assert Review.objects.count() == before


@pytest.mark.parametrize("rating", ["", "0", "4", "9", "well", "2 "])
def test_a_rating_that_is_none_changes_nothing(begun: Client, rating: str) -> None:
    item = next_at_sight(begun)
    assert answer(begun, item, rating=rating) == "/start/placement/"
    assert not Review.objects.filter(item=item).exists()
    assert asked(begun) == item


def test_nothing_chosen_and_not_said_to_be_unknown_changes_nothing(begun: Client) -> None:
    row = choices()
    begun.post("/start/placement/answer/", {"item": row.pk})
    begun.post("/start/placement/answer/", {"item": row.pk, "choice": ["x", "\u0661", "99999"]})
    assert Answer.objects.count() == 0


def test_who_ticks_nothing_is_told_so_beside_the_same_question(begun: Client) -> None:
    while IndexedQuestion.objects.get(pk=asked(begun)).form != "choices":
        answer(begun, asked(begun))
    item = asked(begun)
    shown = begun.post("/start/placement/answer/", {"item": item}, follow=True).content.decode()
    assert "Nothing is ticked" in shown
    assert f'value="{item}"' in shown
    assert "Nothing is ticked" not in begun.get("/start/placement/").content.decode()


@pytest.mark.parametrize("item", ["", "none", "00000000-0000-4000-8000-00000000ffff"])
def test_a_question_that_there_is_not_is_not_found(begun: Client, item: str) -> None:
    assert begun.post("/start/placement/answer/", {"item": item, "rating": "1"}).status_code == 404


def test_without_the_first_page_there_is_no_second(alice: Client, clock: Clock, installed: None) -> None:
    assert alice.get("/start/placement/").headers["Location"] == "/start/"


def test_with_nothing_installed_one_is_done_at_once(alice: Client, clock: Clock) -> None:
    alice.post("/start/", SET_UP)
    assert "no further question" in alice.get("/start/placement/").content.decode()


def test_answers_are_ones_own(begun: Client, bob: Client, charlie: Client) -> None:
    bob.post("/start/", SET_UP)
    answer(begun, asked(begun))
    assert "Question 2 of 12" in begun.get("/start/placement/").content.decode()
    assert "Question 1 of 12" in bob.get("/start/placement/").content.decode()
    assert charlie.get("/start/placement/").headers["Location"] == "/start/"
