"""The reader of packages, run apart: what it breaks there it does not break here."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from warmstart import WarmstartError
from warmstart.web.exchange.anki import reading

PATIENCE = 2 * reading.SECONDS
"""Seconds on the clock."""


class UnreadablePackage(WarmstartError):
    """The message says what was wanted and what came."""

    status = 422


@contextmanager
def read_package(package: Path) -> Iterator[Iterator[dict[str, Any]]]:
    """Its lines, as `reading` prints them. UnreadablePackage."""
    with TemporaryDirectory() as folder, (Path(folder) / "lines").open("w+b") as out:
        inside = Path(folder) / "inside"
        inside.mkdir()
        code = _run(package, inside, out)
        out.seek(0)
        yield _lines(out, code)


def _run(package: Path, inside: Path, out: BinaryIO) -> int:
    command = [sys.executable, "-I", "-m", reading.__spec__.name, str(package), str(inside)]
    try:
        return subprocess.run(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env={},
            cwd=inside,
            timeout=PATIENCE,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        raise UnreadablePackage("The package took too long to read and was left alone.") from None


def _lines(out: BinaryIO, code: int) -> Iterator[dict[str, Any]]:
    """Trouble is at the end, so nothing may be taken before that was looked at."""
    if code:
        raise UnreadablePackage(f"This package cannot be read: {_trouble(out)}.")
    for line in out:
        yield json.loads(line)


def _trouble(out: BinaryIO) -> str:
    last = b""
    for line in out:
        last = line
    try:
        return str(json.loads(last)["trouble"])
    except (ValueError, KeyError, TypeError):
        return "its reader ran out of memory or time, or broke down"
