"""How near each stretch of an answer is to each phrasing: meaning, rare words, spelling.

Features: cosine of static vectors; recall of a phrasing's words weighed by rarity, without the question's
words; cosine of counts of three-letter pieces. H is the mean of four, each at its best over stretches and
phrasings.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from warmstart.grading.table import Array, table
from warmstart.grading.text import Segment, Word, content_stems, stem, words_of

BUCKETS = 1024
DEMOTION = 0.5
"""Share of a stretch's likeness to the question that is taken off its likeness to a phrasing."""
Indices: TypeAlias = np.ndarray[Any, np.dtype[np.intp]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrasings made ready. vectors: (n, 128), grams: (n, BUCKETS), rows of length 1; stems: to weight."""

    words: tuple[tuple[str, ...], ...]
    vectors: Array
    grams: Array
    stems: tuple[dict[str, float], ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Segments of an answer made ready, as Phrases are."""

    segments: list[Segment]
    words: list[list[str]]
    vectors: Array
    grams: Array
    stems: list[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Nearness:
    """(segments, phrasings) each, 0 to 1 but for cosines, which may be below."""

    cosine: Array
    demoted: Array
    recall: Array
    grams: Array


def phrases_of(texts: tuple[str, ...], known: frozenset[str] = frozenset()) -> Phrases:
    """`known`: stems of the question, which say nothing in an answer."""
    words = tuple(tuple(word.text for word in words_of(text)) for text in texts)
    vectors = _unit(np.stack([_sum_of(list(each)) for each in words]))
    grams = _unit(np.stack([_gram_sum(list(each)) for each in words]))
    return Phrases(words, vectors, grams, tuple(_weights(list(each), known) for each in words))


def stretches_of(words: list[Word], segments: list[Segment]) -> Stretches:
    """By running sums, so that a word is looked at once however many windows hold it."""
    texts = [word.text for word in words]
    firsts = np.array([part.first for part in segments], dtype=np.intp)
    lasts = np.array([part.last for part in segments], dtype=np.intp)
    vectors = np.stack([table().vector(text) for text in texts])
    grams = np.zeros((len(texts), BUCKETS), np.float32)
    for row, text in enumerate(texts):
        np.add.at(grams[row], _buckets(text), 1)
    inside = [texts[part.first : part.last] for part in segments]
    return Stretches(
        segments,
        inside,
        _unit(_between(vectors, firsts, lasts)),
        _unit(_between(grams, firsts, lasts)),
        [frozenset(stem(text) for text in each) for each in inside],
    )


def nearness(found: Stretches, phrases: Phrases, question: Array) -> Nearness:
    """`question`: (128,), of length 1."""
    cosine = found.vectors @ phrases.vectors.T
    to_question = np.maximum(found.vectors @ question, 0)
    recall = np.array([[_recall(stems, each) for each in phrases.stems] for stems in found.stems], np.float32)
    demoted = cosine - DEMOTION * to_question[:, None]
    return Nearness(cosine, demoted, recall, found.grams @ phrases.grams.T)


def hybrid(near: Nearness, columns: list[int]) -> float:
    """H over the phrasings in `columns`: the one number that is calibrated."""
    parts = (near.cosine, near.demoted, near.recall, near.grams)
    return float(np.mean([part[:, columns].max() for part in parts]))


def best_segment(near: Nearness, columns: list[int]) -> int:
    """The stretch that speaks most for these phrasings; the shorter one, which comes first, at a tie."""
    total = near.cosine + near.demoted + near.recall + near.grams
    return int(total[:, columns].max(axis=1).argmax())


def _recall(stems: frozenset[str], wanted: dict[str, float]) -> float:
    whole = sum(wanted.values())
    return sum(weight for word, weight in wanted.items() if word in stems) / whole if whole else 0.0


def _weights(words: list[str], known: frozenset[str]) -> dict[str, float]:
    weights = {stem(word): table().weight(word) for word in words}
    return {word: weights[word] for word in content_stems(words) if word in weights and word not in known}


def _sum_of(words: list[str]) -> Array:
    return np.asarray(
        np.sum([table().vector(word) for word in words] or [np.zeros(128, np.float32)], axis=0), np.float32
    )


def _gram_sum(words: list[str]) -> Array:
    total = np.zeros(BUCKETS, np.float32)
    for word in words:
        np.add.at(total, _buckets(word), 1)
    return total


@lru_cache(maxsize=8192)
def _buckets(word: str) -> Indices:
    padded = f" {word} "
    grams = [padded[at : at + 3].encode() for at in range(len(padded) - 2)]
    return np.array([zlib.crc32(gram) % BUCKETS for gram in grams], dtype=np.intp)


def _between(rows: Array, firsts: Indices, lasts: Indices) -> Array:
    running = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows.cumsum(axis=0)])
    return np.asarray(running[lasts] - running[firsts])


def _unit(rows: Array) -> Array:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length > 1e-6, length, 1), np.float32)
