"""today, review, readiness, recompute: as they are started, on a data folder of their own."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from warmstart.cli.keys import ENDED, meant, pressed, written
from warmstart.cli.main import main
from warmstart.cli.today import shown, took


def run(data: Path, *arguments: str, keys: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "warmstart.cli.main", *arguments],
        env={
            **os.environ,
            "WARMSTART_DATA_DIR": str(data),
            "WARMSTART_PACKS": "",
            "TZ": "Europe/Berlin",
            "COLUMNS": "100",
        },
        input=keys,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def today(data: Path, *arguments: str) -> dict[str, object]:
    return dict(json.loads(run(data, "today", "--json", *arguments).stdout))


@pytest.mark.slow
def test_a_session_changes_todays_list_and_recomputing_it_changes_nothing(tmp_path: Path) -> None:
    first = today(tmp_path, "--minutes", "30")
    assert first["zone"] == "Europe/Berlin"
    items = first["items"]
    assert isinstance(items, list)
    assert 20 <= sum(item["minutes"] for item in items) <= 33
    assert all(item["why"] and item["gain"] > 0 for item in items)
    session = run(tmp_path, "review", "--minutes", "30", keys="\n\n3\n\n1\nu\nb\nq\n")
    assert session.returncode == 0, session.stderr
    assert "Rated good: it comes again in about" in session.stdout
    assert "Rated again: it comes again tomorrow." in session.stdout
    assert "Taken back: the rating" in session.stdout
    assert "Put off until tomorrow." in session.stdout
    later = today(tmp_path, "--minutes", "30")
    assert later["items"] != items
    anew = run(tmp_path, "recompute", "--json")
    assert anew.returncode == 0, anew.stdout
    assert json.loads(anew.stdout)["difference"] <= 1e-9


@pytest.mark.slow
def test_readiness_tells_ranges_and_no_single_chance(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "readiness", "--json").stdout)
    assert [each["id"] for each in found["rounds"]] == ["concepts", "coding", "design", "behavioural"]
    assert all(each["p"] is None and each["low"] < each["high"] for each in found["rounds"])
    assert "Set the date" in run(tmp_path, "readiness").stdout


@pytest.mark.parametrize(("length", "said"), [(0.367, "22 s"), (1.0, "1 min"), (14.6, "15 min")])
def test_lengths_are_told_as_they_are_said(length: float, said: str) -> None:
    assert took(length) == said


def test_somebodys_words_are_shown_as_they_are() -> None:
    screen = io.StringIO()
    Console(file=screen, highlight=False).print(shown("[/nothing] [red]? \x1b[2J"))
    assert screen.getvalue().startswith("[/nothing] [red]? ")
    assert "\x1b" not in screen.getvalue()


@pytest.mark.slow
def test_a_card_that_names_no_skill_is_on_the_list(tmp_path: Path) -> None:
    deck = tmp_path / "deck.csv"
    deck.write_text("id,front,back,topic\n,What is a bloom filter?,A set that may say yes too often.,\n")
    assert run(tmp_path / "data", "import", str(deck)).returncode == 0
    assert today(tmp_path / "data")["items"][0]["title"] == "What is a bloom filter?"  # type: ignore[index]
    assert "bloom filter?" in run(tmp_path / "data", "today").stdout
    session = run(tmp_path / "data", "review", keys="\n3\nq\n")
    assert "yes too often" in session.stdout
    assert "Rated good: it comes again in about" in session.stdout


@pytest.mark.slow
def test_no_minutes_give_no_list(tmp_path: Path) -> None:
    assert today(tmp_path, "--minutes", "0")["items"] == []


@pytest.mark.parametrize("minutes", ["-1", "601", "soon", "nan"])
def test_minutes_that_cannot_be_are_refused(minutes: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["today", "--minutes", minutes])
    assert "want minutes from 0 to 600" in capsys.readouterr().err


def test_a_line_that_is_piped_counts_as_its_first_letter() -> None:
    keys = io.StringIO("\nQuit\n3\n")
    assert [pressed(keys) for _ in range(4)] == ["", "q", "3", ENDED]


@pytest.mark.parametrize(("sent", "key"), [("", ENDED), ("\x04", ENDED), ("\n", ""), (" ", ""), ("G", "g")])
def test_a_terminal_that_has_gone_ends_the_session(sent: str, key: str) -> None:
    assert meant(sent) == key


def test_a_full_stop_ends_what_is_written() -> None:
    assert written(io.StringIO("one\ntwo.\n.\nthree\n")) == "one\ntwo."
