"""The tables of skills count what is live, by its primary skill and in all."""

from dataclasses import replace
from pathlib import Path

from warmstart.content.coverage import coverage
from warmstart.content.pack import read_pack
from warmstart.content.question import Question, read_question
from warmstart.content.question_coverage import bare_skills, waivers
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


MODELS = Path(__file__).parent / "questions"


def asked(slug: str) -> Question:
    question = read_question(MODELS / f"{slug}.md")[0]
    assert question is not None
    return question


def test_a_skill_marked_s_wants_three_questions_of_two_kinds(tmp_path: Path) -> None:
    plant(tmp_path)
    pack = read_pack(tmp_path)[0]
    marked = [replace(skill, mark="S") for skill in pack.skills]
    pack = replace(pack, skills=tuple(marked[:1]))
    one = asked("attention-scale")
    for kinds, enough in (("ab", False), ("aaa", False), ("aab", True)):
        values = [{**one.table.values, "skills": [marked[0].id], "kind": kind} for kind in kinds]
        questions = [replace(one, table=replace(one.table, values=each)) for each in values]
        assert (bare_skills(pack, questions) == []) is enough
        drafts = [
            replace(one, table=replace(one.table, values={**each, "status": "draft"})) for each in values
        ]
        assert bare_skills(pack, drafts)


def test_questions_are_counted_by_primary_skill_and_in_all(tmp_path: Path) -> None:
    plant(tmp_path)
    one = asked("attention-scale")
    values = {**one.table.values, "skills": ["ds.array", "ds.hash"]}
    page = coverage(read_pack(tmp_path)[0], [replace(one, table=replace(one.table, values=values))])
    assert "| 1 | 1 | 1 | **attention-scale** |" in page
    assert "| 0 | 0 | 1 | attention-scale |" in page


def test_waived_exemplars_are_listed_with_their_reasons() -> None:
    one = asked("attention-scale")
    first = replace(one.exemplars[0], waived="speech | without stops")
    page = waivers([replace(one, exemplars=(first, *one.exemplars[1:]))])
    assert f"| 1 | attention-scale | {first.name} | {first.kind} | speech / without stops |" in page
    assert f"1 of {len(one.exemplars)} exemplars of 1 live questions" in page
