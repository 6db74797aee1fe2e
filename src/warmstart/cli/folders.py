"""Packs and problem folders as a person names them in a terminal, and findings as it shows them."""

from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.judge.printable import printable


def finding_line(finding: Finding, gate: str | None = None) -> str:
    """`file:line: what; how to mend`, on one line of text that no terminal obeys."""
    place = f"{shown(finding.path)}:{finding.line}"
    said = f"{place}: {f'{gate}: ' if gate else ''}{finding.message}; {finding.mend}"
    return printable(said).replace("\n", " ")


def finding_tree(finding: Finding) -> dict[str, object]:
    """The same as data."""
    return {
        "path": shown(finding.path),
        "line": finding.line,
        "message": finding.message,
        "mend": finding.mend,
    }


def shown(path: Path) -> str:
    """As seen from here, so that a terminal can jump to it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def is_pack(path: Path) -> bool:
    return (path / "pack.toml").exists()


def is_problem(path: Path) -> bool:
    """By its place, so that a folder whose problem.md is missing is still told so."""
    return path.absolute().parent.name == "problems" and is_pack(path.absolute().parent.parent)


def is_questions(path: Path) -> bool:
    """A question's file, or the folder of a pack's questions."""
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    wanted = folder == path.absolute() or path.suffix == ".md"
    return wanted and folder.name == "questions" and is_pack(folder.parent)


def default_paths(here: Path) -> list[Path]:
    """The problem or pack that `here` is in, else the packs beside it."""
    for path in (here, *here.parents):
        if is_problem(path) or is_pack(path):
            return [path]
    return sorted(path for path in (here / "packs").glob("*") if is_pack(path))
