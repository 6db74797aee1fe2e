import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.content.installed import first_party_packs
from warmstart.judge.problem import FrozenCase, FrozenProblem, WrongSolution, write_problem

PROBLEM = FrozenProblem(
    id="5a8f4f0e-6d7f-4b6e-9a51-3f6f0e6d0c11",
    version=1,
    kind="code",
    entry="double",
    imports=(),
    starter="",
    reference="",
    cases=(
        FrozenCase("a", "one", "the smallest", (1,), 2, True, "sample"),
        FrozenCase("b", "negative", "signs", (-3,), -6, False, "hand", 1, ("absolute",)),
    ),
    wrong=(WrongSolution("absolute", "the sign is lost"),),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cases.json").write_text(write_problem(PROBLEM))
    return tmp_path


def judged(folder: Path, source: str, *more: str) -> int:
    file = folder / "solution.py"
    file.write_text(source)
    return main(["judge", str(file), "--folder", str(folder), *more])


def test_accepted_code_exits_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judged(folder, "def double(x):\n    return 2 * x\n") == 0
    assert "AC  accepted  2 of 2 cases pass" in capsys.readouterr().out


def test_wrong_code_exits_with_1_and_says_what_it_looks_like(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged(folder, "def double(x):\n    return 2 * abs(x)\n") == 1
    said = capsys.readouterr().out
    assert "negative" in said
    assert "signs" in said
    assert "the sign is lost" in said
    assert "-6" not in said  # what a hidden case expects stays hidden


def test_the_json_has_the_promised_keys(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judged(folder, "def double(x):\n    return 2 * abs(x)\n", "--json")
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"] == "WA"
    assert report["total_ms"] > 0
    assert [case["verdict"] for case in report["cases"]] == ["AC", "WA"]
    assert set(report["cases"][0]) == {"name", "verdict", "cpu_ms", "wall_ms", "memory_mb", "message"}


def test_the_mark_of_the_folder_one_is_in_counts_for_a_file_in_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARMSTART_DATA_DIR", str(tmp_path / "nowhere"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".warmstart.toml").write_text('problem = "pair-with-sum"\n')
    (tmp_path / "tries").mkdir()
    (tmp_path / "tries/first.py").write_text("def pair_with_sum(values, target):\n    return 0\n")
    assert main(["judge", "tries/first.py"]) == 1
    assert "wrong answer" in capsys.readouterr().out


def test_escape_codes_of_a_submission_do_not_reach_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judged(folder, "def double(x):\n    print('\\x1b[2J')\n    raise ValueError('\\x1b]0;title\\x07')\n")
    said = capsys.readouterr().out
    assert "\x1b[2J" not in said
    assert "\x07" not in said
    assert "\\x1b[2J" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.py", "--folder", "."], "cases.json: No such file"),
        (["--problem", "pair-with-sun"], "did you mean pair-with-sum?"),
        (["solution.py"], "which problem?"),
    ],
)
def test_what_cannot_be_found_is_named(
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["judge", *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_a_verdict_of_the_terminal_goes_into_the_log_of_the_browser(tmp_path: Path) -> None:
    slug = "pair-with-sum"
    reference = first_party_packs()[0] / "problems" / slug / "solution.py"
    environment = {**os.environ, "WARMSTART_DATA_DIR": str(tmp_path / "data")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    (tmp_path / "data").mkdir()

    def python(code: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
        ).stdout

    python(
        "from pathlib import Path; from warmstart.web.site.server import prepare\n"
        f"prepare(Path({str(tmp_path / 'data')!r}))"
    )
    python(f"from warmstart.cli.main import main; main(['judge', {str(reference)!r}, '--problem', {slug!r}])")
    logged = python(
        f"from pathlib import Path; from warmstart.web.site.server import set_up\n"
        f"set_up(Path({str(tmp_path / 'data')!r}))\n"
        "from warmstart.web.attempts.models import Submission\n"
        "for s in Submission.objects.all(): print(s.attempt.origin, s.verdicts.get().outcome)"
    )
    assert logged.split() == ["terminal", "AC"]
