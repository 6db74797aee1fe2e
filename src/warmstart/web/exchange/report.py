"""What came of an import: counts, every refused row with its line, and what is worth a sentence."""

from dataclasses import dataclass, field

MOST_SHOWN = 1000
"""Refusals that are told one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """`line`: of the file, 0 where it has none."""

    line: int
    why: str


@dataclass(slots=True)
class Report:
    """`already`: rows that were there. `by_kind`: those added. `notes`: sentences on the whole."""

    added: int = 0
    already: int = 0
    refused: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, kind: str, rows: int) -> None:
        self.added += rows
        if rows:
            self.by_kind[kind] = self.by_kind.get(kind, 0) + rows

    def refuse(self, line: int, why: str) -> None:
        self.refused += 1
        if len(self.refusals) < MOST_SHOWN:
            self.refusals.append(Refusal(line, why))

    @property
    def in_order(self) -> list[Refusal]:
        return sorted(self.refusals, key=lambda refusal: refusal.line)

    @property
    def untold(self) -> int:
        return self.refused - len(self.refusals)

    @property
    def sentence(self) -> str:
        return f"{self.added} added, {self.already} there already, {self.refused} refused"
