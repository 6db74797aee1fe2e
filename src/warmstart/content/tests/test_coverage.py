"""The table of skills and problems counts what is live, by its primary skill and in all."""

from pathlib import Path

from warmstart.content.coverage import coverage
from warmstart.content.pack import read_pack
from warmstart.content.tests.planted import Change, plant

BOTH: Change = ("problem.md", 'skills = ["ds.hash"]', 'skills = ["ds.hash", "ds.array"]')


def table(root: Path, *changes: Change) -> list[str]:
    plant(root, *changes)
    return coverage(read_pack(root)[0]).split("\n")


def test_a_live_problem_counts_for_each_of_its_skills(tmp_path: Path) -> None:
    lines = table(tmp_path, BOTH, ("problem.md", '"draft"', '"live"'))
    assert "| `ds.hash` | Hash tables | 1 | 1 | **without-repeats** |" in lines
    assert "| `ds.array` | Arrays | 0 | 1 | without-repeats |" in lines


def test_a_draft_counts_for_none(tmp_path: Path) -> None:
    lines = table(tmp_path)
    assert "| `ds.hash` | Hash tables | 0 | 0 |  |" in lines
    assert "Without one: `ds.array`, `ds.hash`." in lines
