"""The files git tracks (or would, once added): what the house rules are about."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {".py", ".ts", ".mjs", ".css", ".html"}


@cache
def tracked() -> tuple[Path, ...]:
    """Paths relative to ROOT of every tracked file that is there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = (Path(name) for name in listed.split("\0") if name)
    return tuple(path for path in paths if (ROOT / path).is_file())


def text_of(path: Path) -> str:
    """The text of a tracked file; "" for one that is no text."""
    data = (ROOT / path).read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")
