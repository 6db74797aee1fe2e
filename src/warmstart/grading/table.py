"""Static word vectors: a table of bytes, read once, and the word pieces that index it.

scripts/distill-table made the files; table/NOTICE says from what.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

FOLDER = Path(__file__).parent / "table"
FIRST_WORD = 1996
"""Row of "the"; above it stand marks, unused places and single letters."""
MOST_CACHED = 50_000

Array: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(slots=True)
class Table:
    """vectors: (tokens, 128) bytes; scales: (tokens,). `rows`: a word piece's row."""

    vectors: np.ndarray[Any, np.dtype[np.int8]]
    scales: Array
    rows: dict[str, int]
    known: dict[str, tuple[Array, float]]

    def vector(self, word: str) -> Array:
        """(128,): sum over the word's pieces; longer for rarer words, zero for what has no piece."""
        return self._entry(word)[0]

    def weight(self, word: str) -> float:
        """How rare the word is, 0 to 1: by its place in the vocabulary, as in Zipf's law."""
        return self._entry(word)[1]

    def has(self, word: str) -> bool:
        return word in self.rows

    def _entry(self, word: str) -> tuple[Array, float]:
        entry = self.known.get(word)
        if entry is None:
            if len(self.known) >= MOST_CACHED:
                self.known.clear()
            entry = self.known[word] = self._look_up(pieces(word, self.rows))
        return entry

    def _look_up(self, rows: list[int]) -> tuple[Array, float]:
        if not rows:
            return np.zeros(self.vectors.shape[1], np.float32), 1.0
        total = (self.vectors[rows].astype(np.float32) * self.scales[rows, None]).sum(axis=0)
        rank = max(rows) if len(rows) == 1 else len(self.rows)
        return total, float(np.log1p(max(rank - FIRST_WORD, 0)) / np.log1p(len(self.rows) - FIRST_WORD))


def pieces(word: str, rows: dict[str, int]) -> list[int]:
    """Rows of the longest pieces from the left, as BERT cuts words; none where a letter is unknown."""
    found, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in rows), None)
        if end is None:
            return []
        found.append(rows[mark + word[start:end]])
        start = end
    return found


@cache
def table() -> Table:
    """Read at the first call."""
    words = (FOLDER / "vocabulary.txt").read_text("utf-8").removesuffix("\n").split("\n")
    scales = np.load(FOLDER / "scales.npy").astype(np.float32)
    return Table(np.load(FOLDER / "vectors.npy"), scales, {word: row for row, word in enumerate(words)}, {})
