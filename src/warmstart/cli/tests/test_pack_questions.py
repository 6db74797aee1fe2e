"""`warmstart pack` on questions: one file, their folder, or a pack."""

import json
import shutil
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.content import tests as content_tests

MODELS = Path(content_tests.__file__).parent / "questions"
HEAD = 'id = "p"\ntitle = "P"\nversion = "1"\nformat = 1\nlicence = "MIT"\nauthors = ["A"]\n'
SKILL = 'needs = []\nmark = "A"\nwhy = "w"\n'
FORMS = ("activation-memory", "pre-norm-block", "search-that-hangs")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Three questions that are not prose, so that the grader's figures do not decide, and their skills."""
    (tmp_path / "questions").mkdir()
    skills = set()
    for slug in FORMS:
        text = (MODELS / f"{slug}.md").read_text("utf-8")
        line = next(line for line in text.split("\n") if line.startswith("skills = "))
        skills |= set(json.loads(line.partition("=")[2]))
        shutil.copy(MODELS / f"{slug}.md", tmp_path / "questions")
    names = {each.split(".")[0] for each in skills}
    areas = "".join(f'[[area]]\nid = "{name}"\ntitle = "A"\n' for name in sorted(names))
    rows = "".join(f'[[skill]]\nid = "{skill}"\ntitle = "S"\n{SKILL}' for skill in sorted(skills))
    (tmp_path / "skills.toml").write_text(areas + rows)
    (tmp_path / "pack.toml").write_text(HEAD)
    return tmp_path


def test_what_is_live_is_a_finding_until_it_is_proved(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(pack)]) == 1
    assert capsys.readouterr().out.count("live, but not proved as it stands") == len(FORMS)
    assert main(["pack", "prove", str(pack)]) == 0
    assert "3 questions: 3 proved" in capsys.readouterr().err
    assert main(["pack", "check", str(pack)]) == 0
    assert main(["pack", "prove", "--json", str(pack / "questions")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["skipped"] for each in told["questions"]] == [True] * 3
    assert told["problems"] == []


def test_one_question_is_checked_and_proved_alone(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pack / "questions" / f"{FORMS[2]}.md"
    assert main(["pack", "prove", str(file)]) == 0
    assert [path.stem for path in (pack / "questions/proven").iterdir()] == [FORMS[2]]
    assert main(["pack", "check", str(file)]) == 0
    file.write_text(file.read_text("utf-8").replace("minutes = ", "minutes = 9"))
    capsys.readouterr()
    assert main(["pack", "prove", str(file)]) == 1
    assert "Q1: is 9" in capsys.readouterr().out


def test_each_exemplar_of_a_question_is_a_line_of_a_table(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(MODELS / "attention-scale.md", pack / "questions")
    main(["pack", "prove", str(pack / "questions/attention-scale.md")])
    lines = capsys.readouterr().out.split("\n")
    assert any("model answer" in line and " a:C" in line for line in lines)
    assert any("keywords" in line and "in [0, 1]" in line for line in lines)


def test_a_question_that_is_not_there_is_told(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(pack / "questions/nobody.md")]) == 1
    assert main(["pack", "prove", str(pack / "questions/nobody.md")]) == 1
    assert "nobody.md" in capsys.readouterr().out
