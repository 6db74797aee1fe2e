"""The packs that come with Warmstart are whole, and proved as they stand."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.house.tracked import ROOT
from warmstart.cli.main import main
from warmstart.content.check import check_pack
from warmstart.content.coverage import COMMAND
from warmstart.content.pack import read_pack
from warmstart.content.question_coverage import WAIVERS, bare_skills
from warmstart.content.questions import read_questions

PROBLEMS = ROOT / "packs/core/problems"
PACKS = sorted(path.parent for path in ROOT.glob("packs/*/pack.toml"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Proving writes, so it works on copies."""
    left = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(ROOT / "packs", tmp_path / "packs", ignore=left))


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_a_first_party_pack_has_no_fault(pack: Path) -> None:
    assert check_pack(pack)[1] == []


@pytest.mark.parametrize("name", [pack.name for pack in PACKS])
def test_nothing_changed_since_it_was_proved(
    name: str, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "prove", "--json", str(copied / name)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["problems"]
    assert [problem["problem"] for problem in told["problems"] if not problem["skipped"]] == []
    assert [each["question"] for each in told["questions"] if not each["skipped"]] == []


def test_the_table_of_skills_and_problems_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "coverage", str(ROOT / "packs/core")]) == 0
    assert (ROOT / "docs/coverage.md").read_text() == capsys.readouterr().out, f"run: {COMMAND}"


def test_the_list_of_waived_exemplars_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "waivers", str(ROOT / "packs/core")]) == 0
    assert (ROOT / "docs/waivers.md").read_text() == capsys.readouterr().out, f"run: {WAIVERS}"


def test_every_skill_has_the_questions_that_its_mark_asks_for() -> None:
    pack, (questions, _) = read_pack(ROOT / "packs/core")[0], read_questions(ROOT / "packs/core")
    assert [skill.id for skill in bare_skills(pack, questions)] == []


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["pair-with-sum", "linreg-gd", "sql-top-per-group", "debug-attention"])
def test_proving_again_writes_the_same_bytes(slug: str, copied: Path) -> None:
    written = ("cases.json", "proven.json")
    folder = copied / "core/problems" / slug
    for name in written:
        (folder / name).unlink()
    assert main(["pack", "prove", "--json", str(folder)]) == 0
    for name in written:
        again, committed = ((path / slug / name).read_text() for path in (folder.parent, PROBLEMS))
        assert undated(again) == undated(committed)


def undated(text: str) -> str:
    """The day of a first proof is the one thing that another first proof says differently."""
    return re.sub(r'"on": "\d{4}-\d\d-\d\d"', '"on": ""', text)
