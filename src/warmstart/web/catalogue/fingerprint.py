"""Whether files changed: cheaply for a whole pack, exactly for one item."""

from hashlib import sha256
from os import scandir
from pathlib import Path

from warmstart.content.question_record import record_path

PAGE_FILES = ("problem.md", "cases.json", "visual.json", "proven.json")
"""The files of a problem that its page and its judging are made from."""
INDEX = 4
"""Raised when the index tells more of the same files, so that every pack is read anew."""


def pack_fingerprint(folder: Path) -> str:
    """Of names, sizes and times of what browsing is made from: no file is read."""
    stamps = [_stamp(folder / name) for name in ("pack.toml", "skills.toml")]
    problems = folder / "problems"
    names = sorted(entry.name for entry in scandir(problems) if entry.is_dir()) if problems.is_dir() else []
    stamps += [_stamp(problems / name / file) for name in names for file in PAGE_FILES]
    stamps += [_stamp(file) for path in question_files(folder) for file in (path, record_path(path))]
    return sha256("\n".join([f"{INDEX} {folder}", *stamps]).encode()).hexdigest()


def question_files(folder: Path) -> list[Path]:
    """A pack's questions, by name."""
    return sorted((folder / "questions").glob("*.md"))


def _stamp(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return f"{path.parent.name}/{path.name} -"
    return f"{path.parent.name}/{path.name} {stat.st_size} {stat.st_mtime_ns}"


def problem_hash(folder: Path) -> str:
    """Of the bytes of one problem's page files."""
    digest = sha256()
    for name in PAGE_FILES:
        path = folder / name
        digest.update(path.read_bytes() if path.is_file() else b"")
        digest.update(b"\0")
    return digest.hexdigest()


def question_hash(path: Path) -> str:
    """Of the bytes of one question's file, and of the record with the numbers drawn for it."""
    record = record_path(path)
    drawn = record.read_bytes() if record.is_file() else b""
    return sha256(path.read_bytes() + b"\0" + drawn).hexdigest()
