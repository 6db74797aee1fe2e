"""A row of a foreign file that was read: values only, no line of text any more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from warmstart.web.exchange import values
from warmstart.web.exchange.kinds import DRAFT, DRAFT_FIELDS, KINDS
from warmstart.web.exchange.values import Reader, Refused

VERSION = 1
HEADER = "log"
FORMAT = "warmstart"
"""The key that says which version of the format a line is written in."""


@dataclass(frozen=True, slots=True)
class Row:
    """`line`: where it stood in the file. `parent`: id of the row that it hangs on.

    `named`: its id was made from its contents; where somebody else has the same contents, it takes another.
    `raw`: its line.
    """

    kind: str
    id: UUID
    fields: Mapping[str, Any]
    line: int = 0
    parent: UUID | None = None
    named: bool = False
    raw: bytes = b""

    @property
    def size(self) -> int:
        """Roughly, in bytes."""
        return (
            500
            + len(self.raw)
            + sum(len(value) for value in self.fields.values() if isinstance(value, str | bytes))
        )

    def of(self, person: UUID) -> "Row":
        """The same contents under an id that is only this person's."""
        return replace(self, id=uuid5(person, str(self.id)), named=False)


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself: how many rows it has."""

    rows: int


def row_from(data: object, line: int) -> Row | Header:
    """Refused: it is none."""
    found = values.table(data)
    if FORMAT not in found:
        raise Refused(f'the key "{FORMAT}" of a line of the log', ", ".join(found))
    version = values.whole(1)(found[FORMAT])
    if version > VERSION:
        raise Refused(f"version {VERSION} of the format; take a newer Warmstart for this line", version)
    kind = found.get("row")
    if kind == HEADER:
        return Header(values.whole()(found.get("rows", 0)))
    known = values.one_of((*KINDS, DRAFT))(kind)
    return _row(known, found, line)


def _row(name: str, found: Mapping[str, Any], line: int) -> Row:
    kind = KINDS.get(name)
    wanted = DRAFT_FIELDS if kind is None else kind.fields
    fields = _fields(wanted, found)
    if kind is not None:
        kind.check(fields)
    parent = fields.get(kind.parent) if kind is not None and kind.parent is not None else None
    return Row(name, _read("id", values.uuid, found), fields, line, parent)


def _fields(wanted: Mapping[str, Reader], found: Mapping[str, Any]) -> dict[str, Any]:
    unknown = found.keys() - wanted.keys() - {FORMAT, "row", "id"}
    if unknown:
        raise Refused(f"the keys {', '.join(wanted)} and no others", ", ".join(sorted(unknown)))
    return {name: _read(name, read, found) for name, read in wanted.items()}


def _read(name: str, read: Reader, found: Mapping[str, Any]) -> Any:
    if name not in found:
        raise Refused(f"the key {name!r}", ", ".join(found))
    try:
        return read(found[name])
    except Refused as error:
        raise Refused.of(name, error) from None
