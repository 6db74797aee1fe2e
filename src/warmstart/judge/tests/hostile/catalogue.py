"""catalogue.toml and the files that it names."""

import codecs
import marshal
import tomllib
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_ENTRIES = _HERE / "entries"
_NAMES = {"codecs": codecs, "marshal": marshal}


@dataclass(frozen=True, slots=True)
class Entry:
    """One hostile submission; the fields are catalogue.toml's columns, explained at its top."""

    id: str
    title: str
    verdicts: tuple[str, ...]
    family: str
    note: str = ""
    says: str = ""
    before: str = ""
    honest: bool = False
    problem: str = "pairs"
    dangerous: bool = False
    generate: str = ""

    def source(self) -> bytes:
        if self.generate:
            return bytes(eval(self.generate, {**_NAMES, "honest": HONEST, "honest_query": HONEST_QUERY}))
        before = _part(self.before) if self.before else b""
        return before + (_ENTRIES / f"{self.id}.py").read_bytes() + (HONEST if self.honest else b"")


def _part(name: str) -> bytes:
    return (_ENTRIES / "parts" / f"{name}.py").read_bytes()


HONEST = _part("honest")
HONEST_QUERY = b"SELECT shop, SUM(amount) FROM sale GROUP BY shop\n"


def read_catalogue() -> tuple[Entry, ...]:
    """Every row, in the order of the file."""
    tables = tomllib.loads((_HERE / "catalogue.toml").read_text(encoding="utf-8"))
    return tuple(_entry(family, row) for family, table in tables.items() for row in table["entries"])


def _entry(family: str, row: dict[str, object]) -> Entry:
    verdicts = row["verdicts"]
    assert isinstance(verdicts, list)
    return Entry(family=family, **{**row, "verdicts": tuple(verdicts)})  # type: ignore[arg-type]


ENTRIES = read_catalogue()
