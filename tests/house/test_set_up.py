"""What `dev.py` and the build hook notice, and what they leave alone."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev
import hatch_build


@pytest.fixture
def islands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "islands"
    for name in ("editor/index.ts", "package-lock.json", ".npmrc", "node_modules/one/index.js"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "BUILT_FROM", [folder])
    return folder


@pytest.fixture(params=["dev", "hatch_build"])
def digest(request: pytest.FixtureRequest, islands: Path) -> Callable[[], str]:
    return dev.digest if request.param == "dev" else lambda: hatch_build.digest(islands)


@pytest.mark.parametrize("name", ["editor/index.ts", "package-lock.json", ".npmrc", "editor/new.ts"])
def test_an_edited_or_added_file_of_the_islands_is_noticed(
    name: str, islands: Path, digest: Callable[[], str]
) -> None:
    before = digest()
    (islands / name).write_text("edited")
    assert digest() != before


def test_a_moved_file_is_noticed(islands: Path, digest: Callable[[], str]) -> None:
    before = digest()
    (islands / "editor/index.ts").rename(islands / "editor/other.ts")
    assert digest() != before


def test_what_npm_installed_is_not_looked_at(islands: Path, digest: Callable[[], str]) -> None:
    before = digest()
    (islands / "node_modules/one/index.js").write_text("edited")
    assert digest() == before


def test_uv_is_installed_by_its_own_hashes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed: list[str] = []
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "install", lambda what, *words: installed.append(Path(words[-1]).read_text()))
    dev.install_uv()
    lines = installed[0].strip().split("\n")
    assert lines[0].startswith("uv==")
    assert len(lines) > 10
    assert all("--hash=sha256:" in line for line in lines[1:])


def test_an_old_python_and_a_missing_venv_are_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        dev.refuse_what_cannot_work()
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11"):
        dev.refuse_what_cannot_work()


def test_the_summary_counts_the_tests_of_every_step(capsys: pytest.CaptureFixture[str]) -> None:
    dev.summarise({
        "check": dev.Result(0, 1.0, "pass"),
        "tests": dev.Result(1, 2.0, "1 failed, 20 passed, 1 skipped in 2.0s"),
        "flows": dev.Result(0, 3.0, "4 passed in 3.0s"),
    })  # fmt: skip
    assert capsys.readouterr().out.endswith("\n24 passed, 1 failed\n")


def test_ci_runs_what_a_person_runs() -> None:
    words = (dev.ROOT / ".ci/run").read_text().split("\n")
    commands = [line for line in words if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec python3 dev.py test"]
    assert subprocess.run(["bash", "-n", ".ci/run"], cwd=dev.ROOT, check=False).returncode == 0
