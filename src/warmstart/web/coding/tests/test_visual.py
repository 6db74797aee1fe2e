"""A visual: who sees it when, what it shows, and the learner's own code played through it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from warmstart.content.visual import Visual, write_visual
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, attempt_at
from warmstart.web.attempts.models import Event, EventKind
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import PAIR, REFERENCE, WRONG_SELF, write_pack
from warmstart.web.coding.drawing.tests.views import VIEWS, frames

AT = datetime(2026, 11, 22, tzinfo=UTC)
HTMX = {"HX-Request": "true"}
PAGE = "/problems/pair/"
DRAWING = """
def frames(inp, out):
    nums, target = inp
    assert out[0] != 77, "no such place"
    if out[0] == 99:
        return "no frames"
    rows = [{"label": "nums", "values": nums, "pointers": {"i": i}} for i in out]
    views = [{"kind": "arrays", "rows": [row]} for row in rows]
    return [{"caption": f"Place {at} <b>of</b> {target}.", "view": view} for at, view in zip(out, views)]
"""


@pytest.fixture
def played(db: None, tmp_path: Path) -> IndexedProblem:
    """`pair` with a visual of five frames."""
    pack = write_pack(tmp_path / "pack")
    visual = Visual("Two places meet", ([1, 2, 3], 5), DRAWING, tuple(frames(*VIEWS)))
    (pack / "problems" / PAIR / "visual.json").write_text(write_visual(visual))
    index_packs([pack])
    return IndexedProblem.objects.select_related("pack").get(slug=PAIR)


def tried(row: IndexedProblem, name: str = "alice") -> None:
    person = Person.objects.get(username=name)
    add_submission(attempt_at(person, row.pk, row.version, AT), REFERENCE.encode(), AT)


class TestWhoSeesIt:
    def test_before_the_first_submission_it_would_give_the_idea_away(
        self, alice: Client, played: IndexedProblem
    ) -> None:
        assert "Two places meet" not in alice.get(PAGE).content.decode()
        answer = alice.get(f"{PAGE}visual/")
        assert answer.status_code == 403
        assert "after your first submission" in answer.content.decode()

    def test_after_a_submission_it_is_there(self, alice: Client, played: IndexedProblem) -> None:
        tried(played)
        assert "Two places meet" in alice.get(PAGE).content.decode()
        assert alice.get(f"{PAGE}visual/").status_code == 200

    def test_after_giving_up_it_is_there(self, alice: Client, played: IndexedProblem) -> None:
        alice.post(f"{PAGE}give-up/")
        assert alice.get(f"{PAGE}visual/").status_code == 200

    def test_what_others_tried_opens_nothing(
        self, alice: Client, bob: Client, played: IndexedProblem
    ) -> None:
        tried(played, "alice")
        assert bob.get(f"{PAGE}visual/").status_code == 403
        assert bob.post(f"{PAGE}visual/mine/", {"source": REFERENCE}).status_code == 403
        assert not Event.objects.exists()

    def test_a_problem_without_one_has_no_such_page(self, alice: Client, pair: IndexedProblem) -> None:
        tried(pair)
        assert alice.get(f"{PAGE}visual/").status_code == 404
        assert "See it run</h2>" not in alice.get(PAGE).content.decode()

    def test_a_file_that_is_no_visual_is_none(
        self, alice: Client, played: IndexedProblem, tmp_path: Path
    ) -> None:
        (tmp_path / "pack/problems/pair/visual.json").write_text('{"format": 1, "frames": "many"}')
        index_packs([tmp_path / "pack"])
        tried(played)
        assert alice.get(f"{PAGE}visual/").status_code == 404
        assert alice.get(PAGE).status_code == 200


class TestWhatItShows:
    def test_every_step_has_its_picture_and_the_captions_are_a_story(
        self, alice: Client, played: IndexedProblem
    ) -> None:
        tried(played)
        page = alice.get(f"{PAGE}visual/").content.decode()
        assert page.count('class="picture"') == len(VIEWS)
        assert page.count("Step number 3.") == 2  # below its picture, and in the story
        assert "([1, 2, 3], 5)" in page
        assert "<h1>Two places meet</h1>" in page

    def test_htmx_gets_the_steps_alone(self, alice: Client, played: IndexedProblem) -> None:
        tried(played)
        assert b"<h1" not in alice.get(f"{PAGE}visual/", headers=HTMX).content


def mine(client: Client, source: str) -> str:
    return client.post(f"{PAGE}visual/mine/", {"source": source}, headers=HTMX).content.decode()


def gives(value: str) -> str:
    return f"def pair(nums, target):\n    return {value}\n"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("judging")
class TestPlayedWithOnesOwnCode:
    def test_right_code_is_drawn(self, alice: Client, played: IndexedProblem) -> None:
        tried(played)
        answer = mine(alice, REFERENCE)
        assert "Your code on this input: passed" in answer
        assert answer.count('class="picture"') == 2
        assert "Place 1 &lt;b&gt;of&lt;/b&gt; 5." in answer

    def test_a_wrong_result_is_said_and_drawn(self, alice: Client, played: IndexedProblem) -> None:
        tried(played)
        answer = mine(alice, gives("[0, 2]"))
        assert "wrong answer" in answer
        assert "Place 2" in answer

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("def pair(:\n", "does not compile"),
            (gives("1 / 0"), "ZeroDivisionError"),
            ("def pair(nums, target):\n    while True:\n        pass\n", "time limit exceeded"),
            (gives("[77]"), "cannot be drawn"),
            (gives("[99]"), "cannot be drawn"),
            (gives("[0] * 50"), "cannot be drawn"),
            (gives("'\\x1b[2J'"), "cannot be drawn"),
            (gives("None"), "cannot be drawn"),
        ],
    )
    def test_what_cannot_be_drawn_is_told_in_words(
        self, alice: Client, played: IndexedProblem, source: str, words: str
    ) -> None:
        tried(played)
        answer = mine(alice, source)
        assert words in answer
        assert 'class="picture"' not in answer
        assert "\x1b" not in answer

    def test_it_is_logged_with_its_code(self, alice: Client, played: IndexedProblem) -> None:
        tried(played)
        mine(alice, WRONG_SELF)
        event = Event.objects.get()
        assert (event.kind, event.text) == (EventKind.PLAYED, WRONG_SELF)

    def test_without_scripts_the_answer_is_a_page(self, alice: Client, played: IndexedProblem) -> None:
        tried(played)
        page = alice.post(f"{PAGE}visual/mine/", {"source": REFERENCE}).content.decode()
        assert "<h1>Two places meet</h1>" in page
        assert 'class="picture"' in page
