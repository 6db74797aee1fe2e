"""How strong the tests are: on the problem's page, and for all problems in one table."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from warmstart.content.record import Record, write_record
from warmstart.judge.problem import write_problem
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.strength import Strength, totals
from warmstart.web.catalogue.templatetags.scores import percent
from warmstart.web.catalogue.tests.packs import frozen, write_folder, write_pack

FOUND = Strength(3, 1, 1, 50, 48, 2, 0.96, 1.0, "networkx 3.6.1")


@pytest.fixture
def proven(db: None, tmp_path: Path) -> Path:
    """`pair` has a score and a record; `pair-1` has neither."""
    pack = write_pack(tmp_path / "pack", problems=2)
    folder = pack / "problems/pair"
    scored = replace(frozen(), oracle="networkx 3.6.1", score={"raw": 0.96, "reviewed": 1.0})
    (folder / "cases.json").write_text(write_problem(scored))
    write_record(folder, Record("", "", named=1, mutants=50, killed=48, equivalent=2, on="2026-11-22"))
    index_packs([pack])
    return pack


def order(client: Client, query: str) -> list[str]:
    page = client.get(f"/strength/{query}").content.decode()
    return [
        part.partition("/")[0] for part in page.split('<a href="/problems/')[1:] if not part.startswith('"')
    ]


@pytest.mark.usefixtures("proven")
class TestOnThePage:
    def test_it_says_what_prove_found(self, alice: Client) -> None:
        page = alice.get("/problems/pair/").content.decode()
        assert "3 hidden cases, 1 wrong solution rejected, mutation score 96 %" in page
        assert "48 of 50 small changes of the reference are rejected; 2 cannot be told from it" in page
        assert "Reviewed: 100 %" in page
        assert "networkx 3.6.1" in page
        assert "<dt>Proven</dt><dd>2026-11-22</dd>" in page

    def test_what_was_never_measured_is_not_made_up(self, alice: Client) -> None:
        page = alice.get("/problems/pair-1/").content.decode()
        assert "3 hidden cases, 1 wrong solution rejected</summary>" in page
        assert "utation score" not in page


@pytest.mark.usefixtures("proven")
class TestOfAll:
    def test_totals_are_of_what_is_listed(self, alice: Client) -> None:
        page = alice.get("/strength/").content.decode()
        assert "2 problems, 6 hidden cases, 2 wrong solutions rejected" in page
        assert "Of 50 automatic mutants the cases reject 48; 2 were reviewed" in page
        assert "mean of the raw scores is 96 %" in page

    def test_a_head_sorts_and_a_second_press_turns_round(self, alice: Client) -> None:
        assert order(alice, "?sort=raw&down=yes") == ["pair", "pair-1"]
        assert order(alice, "?sort=raw") == ["pair-1", "pair"]
        page = alice.get("/strength/?sort=raw&down=yes").content.decode()
        assert 'aria-sort="descending"' in page
        assert 'href="?sort=raw"' in page

    @pytest.mark.parametrize("query", ["?sort=nonsense", "?sort=&down", "?sort=%00"])
    def test_nonsense_sorts_by_title(self, alice: Client, query: str) -> None:
        assert sorted(order(alice, query)) == ["pair", "pair-1"]

    def test_it_names_the_commands_that_measure_it(self, alice: Client) -> None:
        page = alice.get("/strength/").content.decode()
        assert "warmstart pack prove --all" in page
        assert "benchmarks/test_strength.py" in page

    def test_drafts_and_retired_problems_are_not_counted(self, alice: Client, proven: Path) -> None:
        write_folder(proven / "problems/pair-1", 1, status="retired")
        index_packs([proven])
        assert order(alice, "") == ["pair"]


def test_a_new_proof_is_seen(proven: Path) -> None:
    write_record(
        proven / "problems/pair", Record(sources="", cases="", named=1, mutants=60, killed=60, equivalent=0)
    )
    assert index_packs([proven]) == 1
    row = IndexedProblem.objects.get(slug="pair")
    assert row.strength is not None
    assert row.strength.mutants == 60
    assert json.dumps(row.strength_found)


def test_totals_of_nothing_are_nothing() -> None:
    assert totals([]).mean_raw is None
    assert totals([]).rejected is None


def test_mutants_that_are_no_mistakes_need_not_be_rejected() -> None:
    assert totals([FOUND, replace(FOUND, mutants=0, killed=0, equivalent=0, raw=None)]).rejected == 1.0


@pytest.mark.parametrize(
    ("share", "words"), [(1.0, "100 %"), (0.9999, "99.9 %"), (0.85, "85 %"), (None, "\u2013")]
)
def test_only_all_of_them_are_a_hundred_per_cent(share: float | None, words: str) -> None:
    assert percent(share) == words
