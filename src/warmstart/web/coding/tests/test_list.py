"""The list of problems: filters, states, pages, and what it costs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_submission, add_verdict, attempt_at
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem, IndexedSkill
from warmstart.web.catalogue.tests.packs import problem_id, write_folder, write_pack

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def four(db: None, tmp_path: Path) -> Path:
    """`pair` and `pair-2` train hash tables, `pair-1` and `pair-3` greedy choices."""
    pack = write_pack(tmp_path / "pack", problems=4)
    index_packs([pack])
    return pack


def tried(name: str, number: int, outcome: Outcome) -> None:
    person = Person.objects.get(username=name)
    submission = add_submission(attempt_at(person, problem_id(number), 1, AT), b"", AT)
    add_verdict(submission, 1, Verdict(outcome, ()), AT)


def shown(client: Client, query: str = "") -> list[str]:
    """Slugs in the list, in order."""
    page = client.get(f"/problems/{query}").content.decode()
    return [part.partition("/")[0] for part in page.split('<li><a href="/problems/')[1:]]


@pytest.mark.usefixtures("four")
class TestFilters:
    def test_everything_is_listed_in_the_order_of_the_skill_map(self, alice: Client) -> None:
        assert shown(alice) == ["pair", "pair-2", "pair-1", "pair-3"]

    def test_by_skill(self, alice: Client) -> None:
        assert shown(alice, "?skill=al.greedy") == ["pair-1", "pair-3"]

    def test_by_area(self, alice: Client) -> None:
        IndexedSkill.objects.filter(pk="al.greedy").update(area="Algorithms")
        assert shown(alice, "?skill=area:Algorithms") == ["pair-1", "pair-3"]
        assert shown(alice, "?skill=area:Nowhere") == []
        page = alice.get("/problems/?skill=area:Algorithms").content.decode()
        assert '<optgroup label="Algorithms"><option value="area:Algorithms" selected>' in page

    def test_by_kind(self, alice: Client) -> None:
        IndexedProblem.objects.filter(slug="pair-2").update(kind="debug")
        assert shown(alice, "?kind=debug") == ["pair-2"]
        assert "mend code, 15 min" in alice.get("/problems/").content.decode()
        assert "write code, 15 min" not in alice.get("/problems/").content.decode()

    def test_by_difficulty(self, alice: Client) -> None:
        assert shown(alice, "?difficulty=easy") == ["pair", "pair-3"]

    def test_by_state(self, alice: Client) -> None:
        tried("alice", 0, Outcome.WA)
        tried("alice", 1, Outcome.AC)
        assert shown(alice, "?state=tried") == ["pair"]
        assert shown(alice, "?state=solved") == ["pair-1"]
        assert shown(alice, "?state=new") == ["pair-2", "pair-3"]

    def test_states_of_others_do_not_show(self, alice: Client, bob: Client) -> None:
        tried("alice", 0, Outcome.AC)
        assert shown(bob, "?state=solved") == []

    def test_by_words_of_title_statement_and_skill(self, alice: Client) -> None:
        assert shown(alice, "?q=NUMBER+3") == ["pair-3"]
        assert shown(alice, "?q=greedy+target") == ["pair-1", "pair-3"]

    def test_words_are_no_patterns(self, alice: Client) -> None:
        assert shown(alice, "?q=%25") == []

    @pytest.mark.parametrize(
        "query",
        [
            "?difficulty=mythical",
            "?kind=mythical",
            "?skill=area:",
            "?state=%00",
            "?page=-1",
            "?page=x",
            "?skill=%00",
        ],
    )
    def test_nonsense_is_no_fault(self, alice: Client, query: str) -> None:
        assert alice.get(f"/problems/{query}").status_code == 200

    def test_difficulty_shows_only_when_asked_for(self, alice: Client) -> None:
        assert "easy, 15 min" not in alice.get("/problems/").content.decode()
        assert "easy, 15 min" in alice.get("/problems/?show-difficulty=yes").content.decode()


def test_retired_problems_are_not_offered_yet_open(alice: Client, four: Path) -> None:
    write_folder(four / "problems/pair-1", 1, status="retired")
    index_packs([four])
    assert "pair-1" not in shown(alice)
    assert alice.get("/problems/pair-1/").status_code == 200


def test_a_page_holds_a_hundred(alice: Client, tmp_path: Path) -> None:
    index_packs([write_pack(tmp_path / "pack", problems=101)])
    assert len(shown(alice)) == 100
    assert len(shown(alice, "?page=2")) == 1


def test_queries_do_not_grow_with_problems(alice: Client, tmp_path: Path) -> None:
    counts = []
    for problems in (2, 40):
        index_packs([write_pack(tmp_path / "pack", problems=problems)])
        with CaptureQueriesContext(
            connection,
        ) as queries:
            alice.get("/problems/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
