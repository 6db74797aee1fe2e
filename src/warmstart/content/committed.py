"""What git says of a pack's files, where there is git and a commit."""

import re
import subprocess
from pathlib import Path

from warmstart.content.table import Span, parse_toml
from warmstart.content.textfile import TextFile


def committed_text(folder: Path, name: str) -> str | None:
    """The file as the last commit has it; None: there is no such thing."""
    return git(folder, "show", f"HEAD:./{name}")


def front_matter(path: Path, text: str) -> dict[str, object]:
    """Empty where there is none that can be read."""
    match = re.match(r"\+\+\+\n(.*?)\n\+\+\+\s*\n", text, re.DOTALL)
    if match is None:
        return {}
    return parse_toml(Span(TextFile(path, text), match[1]))[0] or {}


def git(folder: Path, *words: str) -> str | None:
    """What git prints; None: it is not there, or says no."""
    command = ["git", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n") if done.returncode == 0 else None
