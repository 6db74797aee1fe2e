"""What a checker says of a fault in a pack: where, what, and how to mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`line` counts from 1; 1 also where the fault has no line of its own (a missing file)."""

    path: Path
    line: int
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}; {self.mend}"


def nearest(name: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """A mend for a name that nobody knows: the known one that looks most like it."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return f"did you mean '{close[0]}'?"
    return otherwise or f"known are {', '.join(names)}"
