"""A real jail to try things in: one `inmate` process, and a worker of it for each snippet."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy

SOURCES = str(Path(__file__).resolve().parents[4])
SITE = str(Path(numpy.__file__).resolve().parents[1])
ORDINARY = 65533

_START = """
import json, sys
settings = json.loads(sys.argv[1])
sys.path += settings["forget"]
from warmstart.judge.jail.tests import inmate
inmate.main(settings)
"""
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Mode:
    """A tier, and who runs it: root, root with a Python that everybody may read, root as containers
    have it (few capabilities), or an ordinary user."""

    tier: str
    who: str

    @property
    def name(self) -> str:
        return f"{self.tier} as {self.who}"


MODES = [
    Mode("T1", "root"),
    Mode("T1", "root of a container"),
    Mode("T1", "user"),
    Mode("T2", "root"),
    Mode("T2", "root, shared Python"),
    Mode("T2", "user"),
    Mode("T3", "root, shared Python"),
    Mode("T3", "user"),
]


@dataclass(frozen=True)
class Answer:
    """How one worker ended. kind, text: "value" and the repr of `result`, or an exception's name and
    message, or "nothing"."""

    status: int
    kind: str
    text: str
    errno: int | None
    sibling_lives: bool


class Cell:
    """One running inmate. facts: what its `Jailed` says of itself."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.facts = self._read()

    def run(self, source: str) -> Answer:
        answer = self._ask(source)
        kind, text, errno = json.loads(answer["said"] or '["nothing", "", null]')
        return Answer(answer["status"], kind, text, errno, answer["sibling_lives"])

    def host_pids(self) -> list[int]:
        """Of the launcher's whole family, as seen from here."""
        family = [self._process.pid]
        parents = _parents()
        for pid in family:
            family += [child for child, parent in parents.items() if parent == pid]
        return family

    def _ask(self, source: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"source": source}) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            assert self._process.stderr is not None
            raise CellBroke(self._process.stderr.read()[-2000:])
        answer: dict[str, Any] = json.loads(line)
        return answer


class CellBroke(Exception):
    """The inmate ended; the message is what it wrote to stderr."""


def _parents() -> dict[int, int]:
    found = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except (OSError, ValueError):  # it ended meanwhile
            continue
        found[int(status.parent.name)] = int(lines["PPid"])
    return found


@contextmanager
def open_cell(mode: Mode, imports: tuple[str, ...] = ("numpy",), extra: Sequence[str] = ()) -> Iterator[Cell]:
    """A cell for as long as the block lasts. extra: paths to open besides NumPy's."""
    settings = {
        "tier": mode.tier,
        "container": mode.who == "root of a container",
        "imports": imports,
        "forget": [SOURCES, SITE],
        "extra": [path for path in (f"{SITE}/numpy", f"{SITE}/numpy.libs") if os.path.exists(path)]
        + list(extra),
    }
    process = subprocess.Popen(
        [python_for(mode), "-I", "-S", "-B", "-c", _START, json.dumps(settings)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
        env=_ENVIRONMENT,
        **user_of(mode),
    )
    with process:
        try:
            yield Cell(process)
        finally:
            process.kill()


def user_of(mode: Mode) -> dict[str, Any]:
    """Arguments that let subprocess start a program as the mode's user."""
    if mode.who == "user" and os.geteuid() == 0:
        return {"user": ORDINARY, "group": ORDINARY, "extra_groups": []}
    return {}


def why_not(mode: Mode, missing: Callable[[str], str | None]) -> str | None:
    """Why this mode cannot be tried here; None: it can."""
    if mode.who != "user" and os.geteuid() != 0:
        return "not run by root"
    if not python_for(mode):
        return "no Python with our version and NumPy that an ordinary user may read"
    return missing(mode.tier)


@cache
def python_for(mode: Mode) -> str:
    """The interpreter of a mode; empty: there is none."""
    if mode.who == "root" or os.geteuid() != 0:
        return sys.executable
    candidates = [sys.executable, *_installed()]
    return next((path for path in candidates if _runs_for_everybody(path)), "")


def _installed() -> list[str]:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    found = [shutil.which(version, path=folder) for folder in ("/usr/bin", "/usr/local/bin")]
    return [path for path in found if path]


def _runs_for_everybody(path: str) -> bool:
    program = f"import sys; sys.path += {[SOURCES, SITE]}; import numpy, warmstart.judge.jail"
    try:
        subprocess.run(
            [path, "-I", "-S", "-B", "-c", program],
            check=True,
            capture_output=True,
            user=ORDINARY,
            group=ORDINARY,
            extra_groups=[],
            cwd="/",
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return True
