"""`warmstart export` and `warmstart import`, each in a process: a wiped folder gets everything back."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

ITEM = str(UUID(int=7))
LOG: list[dict[str, Any]] = [
    {"row": "attempt", "id": ITEM, "item": ITEM, "version": 1, "origin": "web", "seed": None},
    {"row": "submission", "id": ITEM, "attempt": ITEM, "source": "x = 1\n", "cancelled_at": None},
    {"row": "draft", "id": ITEM, "text": "half", "saved_at": "2026-03-14T12:00:00+00:00"},
    {"row": "entry", "id": ITEM, "kind": "pace", "item": None, "data": {"minutes": 20}},
    {"row": "review", "id": ITEM, "item": ITEM, "attempt": None, "rating": 3, "seconds": 4, "zone": ""},
]
TIMES = {"attempt": "begun_at", "submission": "created_at", "entry": "at", "review": "reviewed_at"}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    rows: list[dict[str, Any]] = [{"warmstart": 1, **row} for row in LOG]
    for row in rows:
        row.setdefault(TIMES.get(row["row"], "saved_at"), "2026-03-14T12:00:00+00:00")
    path = tmp_path / "given.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def warmstart(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "warmstart.cli.main", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, timeout=120, check=False)


@pytest.mark.slow
def test_a_wiped_folder_gets_everything_back(tmp_path: Path, log: Path) -> None:
    old, new, out = tmp_path / "old", tmp_path / "new", tmp_path / "out.jsonl"
    done = warmstart("import", "--data-dir", old, log)
    assert (done.returncode, done.stdout.decode().split(": ")[-1]) == (
        0,
        "5 added, 0 there already, 0 refused\n",
    )
    assert warmstart("export", "--data-dir", old, out).returncode == 0
    assert warmstart("import", "--data-dir", new, "-", given=out.read_bytes()).returncode == 0
    again = warmstart("export", "--data-dir", new, "-")
    assert again.stdout == out.read_bytes()
    assert sorted(json.loads(line)["row"] for line in again.stdout.splitlines()[1:]) == sorted(
        row["row"] for row in LOG
    )
    for name in ("anki", "reviews", "cards"):
        part = warmstart("export", "--data-dir", new, "--format", name, "-")
        (tmp_path / name).write_bytes(part.stdout)
        taken = warmstart("import", "--data-dir", new, tmp_path / name)
        assert (taken.returncode, b": 0 added" in taken.stdout) == (0, True), taken


@pytest.mark.slow
def test_refused_lines_are_told_by_file_and_line_and_the_exit_code_is_1(tmp_path: Path, log: Path) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write("\x1b[2Jno\n")
    done = warmstart("import", "--data-dir", tmp_path / "data", log)
    assert done.returncode == 1
    assert b"5 added, 0 there already, 1 refused" in done.stdout
    told = done.stderr.decode()
    assert f"{log}:6: want a line of JSON" in told
    assert "\x1b" not in told


def test_a_folder_without_a_log_and_a_file_that_is_none_are_told(tmp_path: Path) -> None:
    for arguments, why in (
        (("export", "--data-dir", tmp_path, "-"), "has no log yet"),
        (("export", "--data-dir", tmp_path, "cards.csv"), "CSV of what?"),
        (("import", "--data-dir", tmp_path, tmp_path / "gone"), "is no file"),
    ):
        done = warmstart(*arguments)
        assert (done.returncode, why in done.stderr.decode()) == (2, True), done
