"""What `warmstart work` leaves in a folder, and what it leaves alone."""

from pathlib import Path

import pytest

from warmstart.cli.named import MARK, UnknownProblem, problem_named
from warmstart.cli.work import NoWork, lay_out
from warmstart.content.problem import Problem
from warmstart.judge.problem import FrozenCase, FrozenProblem, Sources

STARTER = "def double(x):\n    raise NotImplementedError\n"


def problem(slug: str = "double") -> Problem:
    return Problem(
        path=Path(slug),
        slug=slug,
        id="4912c877-9e6f-43d6-8045-84a5aa8994ce",
        version=3,
        status="live",
        title="Twice as much",
        kind="code",
        difficulty="easy",
        minutes=5,
        skills=("ds.array",),
        entry="double",
        sample=("one",),
        statement="Return `x` twice.",
        hints=(),
        explanation="Because.",
    )


def frozen(run: str | None = None) -> FrozenProblem:
    shown = FrozenCase("c1", "one", "the smallest input", (1.5,), 3.0, visible=True, group="hand")
    hidden = FrozenCase("c2", "secret", "the largest", (9,), 18, visible=False, group="hand")
    return FrozenProblem(
        "id", 3, "code", "double", (), STARTER, "reference", (shown, hidden), Sources(run=run)
    )


def test_a_folder_gets_statement_starter_samples_and_mark(tmp_path: Path) -> None:
    written = lay_out(tmp_path / "new", problem(), frozen())
    assert [(path.name, new) for path, new in written] == [
        ("statement.md", True),
        ("solution.py", True),
        ("samples.txt", True),
        (MARK, True),
    ]
    assert (tmp_path / "new/solution.py").read_text() == STARTER
    assert "Return `x` twice." in (tmp_path / "new/statement.md").read_text()
    assert 'problem = "double"' in (tmp_path / "new" / MARK).read_text()


def test_samples_are_calls_of_the_entry_and_only_the_visible_ones(tmp_path: Path) -> None:
    lay_out(tmp_path, problem(), frozen())
    text = (tmp_path / "samples.txt").read_text()
    assert "double(1.5)" in text
    assert "3.0" in text
    assert "secret" not in text


def test_where_a_driver_makes_the_calls_a_sample_shows_the_input(tmp_path: Path) -> None:
    lay_out(tmp_path, problem(), frozen(run="def run(sol, inp): ..."))
    assert "input     (1.5,)" in (tmp_path / "samples.txt").read_text()


def test_what_the_learner_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("mine = 1\n")
    written = dict(lay_out(tmp_path, problem(), frozen()))
    assert not written[tmp_path / "solution.py"]
    assert (tmp_path / "solution.py").read_text() == "mine = 1\n"


def test_a_folder_of_another_problem_is_left_alone(tmp_path: Path) -> None:
    lay_out(tmp_path, problem("other"), frozen())
    with pytest.raises(NoWork, match="'other'"):
        lay_out(tmp_path, problem(), frozen())


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(NoWork, match="taken"):
        lay_out(tmp_path / "taken", problem(), frozen())


def test_a_slug_that_is_nearly_right_gets_the_right_one() -> None:
    with pytest.raises(UnknownProblem, match="did you mean brackets"):
        problem_named("bracket")
