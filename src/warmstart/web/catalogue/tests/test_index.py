"""The index follows the packs on disk, and reads only what changed."""

from pathlib import Path

import pytest

from warmstart.web.catalogue.content import ContentGone, content_by_id, content_of
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedPack, IndexedProblem, IndexedSkill
from warmstart.web.catalogue.tests.packs import problem_id, write_folder, write_pack

pytestmark = pytest.mark.django_db


def test_problems_are_indexed_with_their_skills(tmp_path: Path) -> None:
    index_packs([write_pack(tmp_path / "p", problems=3)])
    row = IndexedProblem.objects.get(slug="pair")
    assert (row.pk, row.title, row.difficulty, row.version) == (problem_id(0), "Pair with a sum", "easy", 1)
    assert [skill.title for skill in row.skills.all()] == ["Hash tables"]
    assert IndexedProblem.objects.count() == 3


def test_an_untouched_pack_is_not_read_again(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    assert [index_packs([pack]), index_packs([pack])] == [1, 0]


def test_a_changed_problem_is_seen_though_its_size_is_the_same(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    index_packs([pack])
    write_folder(pack / "problems/pair", 0, version=2)
    assert index_packs([pack]) == 1
    assert IndexedProblem.objects.get().version == 2


def test_a_problem_that_is_gone_leaves_the_index(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", problems=2)
    index_packs([pack])
    for file in (pack / "problems/pair-1").iterdir():
        file.unlink()
    (pack / "problems/pair-1").rmdir()
    index_packs([pack])
    assert [row.slug for row in IndexedProblem.objects.all()] == ["pair"]


def test_a_pack_that_is_gone_leaves_the_index(tmp_path: Path) -> None:
    index_packs([write_pack(tmp_path / "p")])
    index_packs([])
    assert not IndexedPack.objects.exists()
    assert not IndexedSkill.objects.exists()


def test_a_pack_that_moved_is_found_again(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    index_packs([pack])
    index_packs([pack.rename(tmp_path / "q")])
    assert content_by_id(problem_id(0)).problem.title == "Pair with a sum"


def test_drafts_are_not_offered(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    write_folder(pack / "problems/pair", 0, status="draft")
    index_packs([pack])
    assert not IndexedProblem.objects.exists()


def test_a_faulty_problem_leaves_the_others_in(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", problems=2)
    (pack / "problems/pair-1/problem.md").write_text("+++\nid = 3\n")
    index_packs([pack])
    assert [row.slug for row in IndexedProblem.objects.all()] == ["pair"]


def test_two_packs_with_the_same_problem_offer_it_once(tmp_path: Path) -> None:
    index_packs([write_pack(tmp_path / "p"), write_pack(tmp_path / "q", pack_id="other")])
    assert IndexedProblem.objects.get().pack_id == "test"


def test_content_of_files_that_are_gone_is_one_sentence(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    index_packs([pack])
    (pack / "problems/pair/cases.json").unlink()
    with pytest.raises(ContentGone, match=r"problems/pair cannot be read"):
        content_of(IndexedProblem.objects.select_related("pack").get())


def test_content_that_changed_under_the_server_is_not_mixed_with_the_old(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    index_packs([pack])
    write_folder(pack / "problems/pair", 0, version=12)
    with pytest.raises(ContentGone, match="changed since Warmstart was started"):
        content_of(IndexedProblem.objects.select_related("pack").get())
