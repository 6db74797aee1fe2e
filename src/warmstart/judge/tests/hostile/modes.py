"""The catalogue in each mode: T1 and T2, as whoever runs the tests and as an ordinary user."""

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy

import warmstart
from warmstart.judge import jail
from warmstart.judge.tests.hostile.arena import Record

STRANGER = 61234
"""An ordinary user who owns nothing on this machine; where the tests are not run by root, they are that."""

SECONDS_OF_SILENCE = 60.0
"""After which an entry counts as having hung the judge itself."""

MOST_HANGS = 5

_SITE = Path(numpy.__file__).resolve().parents[1]
_PACKAGE = Path(warmstart.__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Mode:
    """A tier, and whether to become an ordinary user first."""

    tier: str
    stranger: bool

    def __str__(self) -> str:
        return f"{self.tier}-{'stranger' if self.stranger else 'myself'}"

    @property
    def impossible(self) -> str | None:
        """Why this mode cannot be tried here."""
        if reason := _missing(self.tier):
            return reason
        if not self.stranger:
            return None
        if os.geteuid() != 0:
            return "only root can become another user; the other modes are an ordinary user's already"
        if _public_python() is None:
            return f"no Python {sys.version_info[0]}.{sys.version_info[1]} here that another user may run"
        return None


MODES = tuple(Mode(tier, stranger) for tier in ("T1", "T2") for stranger in (False, True))


@cache
def _missing(tier: str) -> str | None:
    return jail.missing(jail.Tier(tier))


def run_catalogue(mode: Mode, ids: Sequence[str]) -> Iterator[Record]:
    """A record an id, and one without an id of what was left behind.

    The judge runs in a process of its own, so that a hang of the judge itself is one entry's fault
    and the others are still tried.
    """
    # not pytest's own folder: nobody but the user of the tests may pass that
    with tempfile.TemporaryDirectory(prefix="arena-") as folder:
        os.chmod(folder, 0o755)
        yield from _run(mode, ids, Path(folder))


def _run(mode: Mode, ids: Sequence[str], folder: Path) -> Iterator[Record]:
    command, environment = _command(mode, folder)
    missing, hung = list(ids), 0
    while missing and hung < MOST_HANGS:
        with _start(command, environment, mode, folder) as runner:
            assert runner.stdin is not None
            runner.stdin.write("\n".join(missing).encode())
            runner.stdin.close()
            for record in _records(runner):
                missing = [name for name in missing if name != record.id]
                yield record
            runner.kill()
        if missing and runner.returncode:
            hung += 1
            yield Record(missing.pop(0), "", "", ("the judge itself hung or ended under this entry",))
    yield from (Record(name, "", "", ("not tried: the judge hung too often",)) for name in missing)


def _start(
    command: list[str], environment: dict[str, str], mode: Mode, folder: Path
) -> subprocess.Popen[bytes]:
    other = {"user": STRANGER, "group": STRANGER, "extra_groups": []} if mode.stranger else {}
    home = folder / "home"
    if not home.exists():
        home.mkdir()
        if mode.stranger:
            os.chown(home, STRANGER, STRANGER)
    runner: subprocess.Popen[bytes] = subprocess.Popen(
        command,
        env={**environment, "HOME": str(home)},
        cwd=home,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        **other,  # type: ignore[call-overload]
    )
    return runner


def _records(runner: subprocess.Popen[bytes]) -> Iterator[Record]:
    assert runner.stdout is not None
    while select.select([runner.stdout], [], [], SECONDS_OF_SILENCE)[0]:
        line = runner.stdout.readline()
        if not line:
            runner.wait(10)
            return
        fields = {"verdict": "", "message": "", **json.loads(line)}
        yield Record(**{**fields, "faults": tuple(fields["faults"])})


def _command(mode: Mode, folder: Path) -> tuple[list[str], dict[str, str]]:
    if not mode.stranger:
        python, path = sys.executable, f"{_PACKAGE.parent}"
    else:
        python, path = str(_public_python()), str(_public_copy(folder))
    environment = {"PYTHONPATH": path, "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return [python, "-m", "warmstart.judge.tests.hostile", mode.tier], environment


@cache
def _public_python() -> str | None:
    """One of the same version, whose NumPy fits, that an ordinary user may run."""
    probe = "import sys, ctypes; print(*sys.version_info[:2])"
    for python in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        try:
            told = subprocess.run(
                [python, "-I", "-c", probe], user=STRANGER, group=STRANGER, extra_groups=[], cwd="/",
                capture_output=True, text=True, check=True,
            )  # fmt: skip
        except (OSError, subprocess.CalledProcessError):
            continue
        if told.stdout.split() == [str(n) for n in sys.version_info[:2]]:
            return python
    return None


def _public_copy(folder: Path) -> Path:
    """This package and NumPy where an ordinary user may read them; times kept, so bytecode stays fresh."""
    copy = folder / "site"
    if not copy.exists():
        shutil.copytree(_PACKAGE / "judge", copy / "warmstart" / "judge", copy_function=shutil.copy2)
        shutil.copy2(_PACKAGE / "__init__.py", copy / "warmstart")
        for name in ("numpy", "numpy.libs"):
            if (_SITE / name).exists():
                shutil.copytree(_SITE / name, copy / name, ignore=shutil.ignore_patterns("tests"))
    return copy
