"""The command itself: which module it takes, how trouble is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from warmstart.cli.main import COMMANDS, FAILED, UNREAD, main


def test_trouble_is_one_line_on_stderr_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["work", "no-such-problem-anywhere"]) == FAILED
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("warmstart: no installed problem is called 'no-such-problem-anywhere'")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_is_used(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"usage: warmstart {name}" in capsys.readouterr().out


def test_an_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["fly"])
    assert left.value.code == 2
    assert "up" in capsys.readouterr().err


def test_a_port_out_of_range_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["up", "--port", "70000"])
    assert "want a whole number from 0 to 65535" in capsys.readouterr().err


def test_a_command_of_the_terminal_pays_for_no_django() -> None:
    look = (
        "import sys; from warmstart.cli.main import parser_for; parser_for(['pack']); "
        "print('django' in sys.modules)"
    )
    source = Path(__file__).parents[3]
    told = subprocess.run(
        [sys.executable, "-c", look], cwd=source, capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"


@pytest.mark.parametrize("words", [["today"], ["today", "--json"], ["readiness"], ["doctor"]])
def test_a_reader_that_leaves_is_no_error(words: list[str], tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    left = subprocess.run(
        [sys.executable, "-m", "warmstart.cli.main", *words],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "WARMSTART_DATA_DIR": str(tmp_path)},
        check=False,
    )
    os.close(writer)
    assert left.returncode in (UNREAD, 1)  # rich leaves with 1, without a word
    assert left.stderr == b""
