"""proven.json: which state of a problem folder was proved, and how strong its tests were found.

It stands beside `cases.json`, so that two authors never edit one file. Its date is that of the first
proof that said the rest of it, and it holds no timing, so that proving again writes the same bytes.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

PROVER = 2
"""Raised when a gate or the mutator changes, so that everything is proved again."""

SOURCES = ("problem.md", "solution.py", "tests.py", "wrong.toml")


@dataclass(frozen=True, slots=True)
class Record:
    """`sources`, `cases`, `visual`: SHA-256. The counts are of named and of automatic mutants.

    `visual` is of visual.py and visual.json, "" where there is none or V15 fails: a picture may be
    redrawn without proving the tests again. `on`: the day of the proof, 2026-11-22; "": not recorded.
    """

    sources: str
    cases: str
    named: int
    mutants: int
    killed: int
    equivalent: int
    visual: str = ""
    prover: int = PROVER
    on: str = ""


def sources_digest(folder: Path) -> str:
    """Of the files on which the cases and their strength rest, and of which there are."""
    digest = hashlib.sha256()
    query = ["solution.sql"] if (folder / "solution.sql").exists() else []
    for name in [*SOURCES, *query]:
        data = _bytes(folder / name)
        digest.update(f"{name} {-1 if data is None else len(data)}\n".encode())
        digest.update(data or b"")
    digest.update(b"visual.py -1\n")  # it was one of them once, and proofs stand
    return digest.hexdigest()


def visual_digest(folder: Path) -> str:
    """ "" where the problem has no visual, nor one that was left behind."""
    drawing, drawn = (_bytes(folder / name) for name in ("visual.py", "visual.json"))
    if drawing is None and drawn is None:
        return ""
    return hashlib.sha256(b"%r %r" % (drawing, drawn)).hexdigest()


def cases_digest(folder: Path) -> str:
    return hashlib.sha256(_bytes(folder / "cases.json") or b"").hexdigest()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def read_record(folder: Path) -> Record | None:
    """None: never proved, or by a prover that wrote something else."""
    try:
        data = json.loads((folder / "proven.json").read_bytes())
        return Record(**data)
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def write_record(folder: Path, record: Record) -> None:
    data = {key: value for key, value in asdict(record).items() if value or key not in ("visual", "on")}
    replace_file(folder / "proven.json", json.dumps(data, indent=1, sort_keys=True) + "\n")


def replace_file(path: Path, text: str) -> None:
    """Whole or not at all: a full disk or a kill in the middle leaves the old file."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(text.encode())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def is_proven(folder: Path) -> bool:
    """Whether nothing has changed since all gates held."""
    record = read_record(folder)
    return record is not None and cases_proven(folder) and record.visual == visual_digest(folder)


def cases_proven(folder: Path) -> bool:
    """Whether nothing but the visual has changed since all gates but V15 held."""
    record = read_record(folder)
    return (
        record is not None
        and record.prover == PROVER
        and record.sources == sources_digest(folder)
        and record.cases == cases_digest(folder)
    )
