"""Further right solutions of a problem, `accepted/<slug>.py`: written from its statement alone."""

from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.textfile import TextFile, read_text
from warmstart.content.wrong import SLUG

FOLDER = "accepted"
_KINDS = (".py", ".sql")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A solution that must be accepted as it stands. `name`: its file's, without the ending."""

    name: str
    file: TextFile


def read_accepted(problem: Path) -> tuple[list[Accepted], list[Finding]]:
    """All of them in the problem's folder, by name; none where it has no such folder."""
    folder = problem / FOLDER
    if not folder.exists():
        return [], []
    if not folder.is_dir():
        return [], [Finding(folder, 1, "not a folder", "make it one, and put the solutions into it")]
    solutions, findings = [], []
    for path in sorted(entry for entry in folder.iterdir() if not _is_ours(entry)):
        if path.suffix not in _KINDS or not SLUG.fullmatch(path.stem):
            mend = "name it by lower-case letters, digits and hyphens, ending in .py or .sql"
            findings.append(Finding(path, 1, "no name for an accepted solution", mend))
            continue
        file, faults = read_text(path)
        findings += faults
        if file is not None:
            solutions.append(Accepted(path.stem, file))
    return solutions, findings


def _is_ours(path: Path) -> bool:
    return path.name == "__pycache__" or path.name.startswith(".")
