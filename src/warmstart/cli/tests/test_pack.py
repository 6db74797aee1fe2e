"""`warmstart pack` as a person meets it: paths, output, exit codes."""

import json
import os
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.content.tests.planted import PACK, SKILLS, SLUG, plant


def test_check_prints_file_line_what_and_mend_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path / "packs" / "tiny", ("problem.md", "ds.hash", "ds.hsh"))
    monkeypatch.chdir(tmp_path)
    assert main(["pack", "check"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        f"packs/tiny/problems/{SLUG}/problem.md:9: unknown skill 'ds.hsh'; did you mean 'ds.hash'?\n"
    )
    assert err == "1 finding\n"


@pytest.mark.parametrize("where", [".", "packs/tiny", f"packs/tiny/problems/{SLUG}"])
def test_without_a_path_it_is_the_pack_or_problem_one_is_in(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path / "packs" / "tiny", ("problem.md", "ds.hash", "ds.hsh"))
    monkeypatch.chdir(tmp_path / where)
    assert main(["pack", "check", "--json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["line"] == 9
    assert finding["mend"] == "did you mean 'ds.hash'?"


def test_a_pack_without_fault_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path)
    assert main(["pack", "check", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("", "no findings\n")


def test_no_name_or_key_can_talk_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, ("problem.md", "minutes = 10", 'minutes = 10\n"\\u001b[2J\\n" = 1'))
    os.mkdir(os.fsencode(tmp_path / "problems") + b"/\xff\x1b")
    assert main(["pack", "check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "unknown key '\\x1b[2J '" in out
    assert "\\udcff\\x1b" in out
    assert main(["pack", "check", str(tmp_path), "--json"]) == 1


def test_a_problem_alone_is_checked_with_what_its_pack_says_of_it(tmp_path: Path) -> None:
    folder = plant(tmp_path, ("problem.md", "ds.hash", "ds.hsh"))
    assert main(["pack", "check", str(folder)]) == 1


@pytest.mark.parametrize("verb", ["check", "prove"])
def test_nothing_to_work_on_is_said(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pack", verb]) == 2
    assert "give a PATH" in capsys.readouterr().err
    assert main(["pack", verb, "nowhere"]) == 1


def test_a_skeleton_fails_with_findings_that_say_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pack.toml").write_text(PACK)
    (tmp_path / "skills.toml").write_text(SKILLS)
    monkeypatch.chdir(tmp_path)
    assert main(["pack", "new", "problems/shortest-word"]) == 0
    written = capsys.readouterr().out.split()
    assert written == [
        f"problems/shortest-word/{x}" for x in ("problem.md", "solution.py", "tests.py", "wrong.toml")
    ]
    assert main(["pack", "check"]) == 1
    told = [line.split(": ")[0].rpartition("/")[2] for line in capsys.readouterr().out.splitlines()]
    assert {place.partition(":")[0] for place in told} == {"problem.md", "tests.py", "wrong.toml"}
    assert main(["pack", "new", "problems/shortest-word"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["pack", "new", "problems/Shortest Word"]) == 2
    assert "no slug" in capsys.readouterr().err
    assert main(["pack", "new", "shortest-word"]) == 2
    assert "problems/SLUG" in capsys.readouterr().err


@pytest.mark.slow
def test_prove_writes_says_and_skips(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = plant(tmp_path, ("problem.md", '"draft"', '"live"'))
    assert main(["pack", "check", str(tmp_path)]) == 1
    assert main(["pack", "prove", str(folder), "--jobs", "2", "--json"]) == 0
    out = capsys.readouterr().out
    (report,) = json.loads(out[out.index("{") :])["problems"]
    assert report["proved"]
    assert report["written"] == ["cases.json", "visual.json", "proven.json"]
    assert len(report["gates"]) == 15
    assert main(["pack", "check", str(tmp_path)]) == 0
    assert main(["pack", "prove", str(tmp_path)]) == 0
    assert "nothing has changed" in capsys.readouterr().err


@pytest.mark.slow
def test_what_fails_is_printed_with_its_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = plant(tmp_path, ("problem.md", "\n[3, 1]", "\n[1, 3]"))
    assert main(["pack", "prove", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert "problem.md:20: V12: `distinct([3, 1, 3])` prints [3, 1]" in out
    assert "NOT proved: V12" in err


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plant(tmp_path)
    (folder / "cases.json").mkdir()
    assert main(["pack", "prove", str(folder)]) == 2
    assert "Is a directory" in capsys.readouterr().err
