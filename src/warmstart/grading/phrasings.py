"""A rubric made ready: every phrasing of its points and misconceptions as rows of numbers."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from warmstart.grading.order import forward_pairs
from warmstart.grading.rubric import Rubric
from warmstart.grading.table import Array, table
from warmstart.grading.text import content_stems, negated, stem, words_of
from warmstart.grading.words import FUNCTION_WORDS

BUCKETS = 512
Indices: TypeAlias = np.ndarray[Any, np.dtype[np.intp]]
Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Phrasings:
    """n phrasings over v words that carry matter and m ordered pairs of them.

    vectors: (n, 128) and grams: (n, BUCKETS), rows of length 1. word_vectors: (v, 128). rarity: (n, v), rows
    that sum to 1: how rare a word is; own: how few points use it; every: all words alike, the question's
    too. pairs: (n, m), rows that sum to 1. denied: (n,). terms: of each point, of each of its lists, the
    words of each term. points, almost, wrong, against: rows of each point, of its near misses, of each
    misconception, of all that says the opposite of a point.
    """

    question: Array
    common: Array
    words: tuple[tuple[str, ...], ...]
    stems: tuple[frozenset[str], ...]
    vectors: Array
    centred: Array
    grams: Array
    word_vectors: Array
    word_stems: dict[str, list[int]]
    rarity: Array
    own: Array
    every: Array
    pair_places: dict[Pair, int]
    pairs: Array
    denied: np.ndarray[Any, np.dtype[np.bool_]]
    terms: tuple[tuple[tuple[tuple[str, ...], ...], ...], ...]
    points: tuple[list[int], ...]
    almost: tuple[list[int], ...]
    wrong: tuple[list[int], ...]
    against: tuple[list[int], ...]


@lru_cache(maxsize=64)
def phrasings_of(rubric: Rubric) -> Phrasings:
    """Words of the question carry no matter: an answer may have merely copied them."""
    asked = [word.text for word in words_of(rubric.question)]
    texts: list[str] = []

    def place(phrasings: Iterable[str]) -> list[int]:
        before = len(texts)
        texts.extend(phrasings)
        return list(range(before, len(texts)))

    points = tuple(place(point.phrasings) for point in rubric.points)
    almost = tuple(place((*point.half, *point.reject)) for point in rubric.points)
    wrong = tuple(place(each.phrasings) for each in rubric.misconceptions)
    against = tuple(
        [*place(point.opposite), *_contradicting(rubric, wrong, point.id)] for point in rubric.points
    )
    words = tuple(tuple(word.text for word in words_of(text)) for text in texts or [""])
    content = [_matter(each, frozenset()) for each in words]
    matter = [_matter(each, frozenset(content_stems(asked))) for each in words]
    vocabulary = list(dict.fromkeys(word for each in content for word in each))
    rarity, own = _weights(matter, vocabulary, points)
    forward = [forward_pairs(each) for each in words]
    places = {pair: at for at, pair in enumerate(dict.fromkeys(pair for each in forward for pair in each))}
    stems: dict[str, list[int]] = {}
    for at, word in enumerate(vocabulary):
        stems.setdefault(stem(word), []).append(at)
    vectors = unit(np.stack([sum_of(each) for each in words]))
    common = unit(vectors.mean(axis=0, keepdims=True))[0]
    return Phrasings(
        unit(np.stack([sum_of(asked)]))[0],
        common,
        words,
        tuple(frozenset(map(stem, each)) for each in words),
        vectors,
        without(vectors, common),
        unit(np.stack([gram_sum(each) for each in words])),
        unit(np.stack([table().vector(word) for word in vocabulary] or [np.zeros(128, np.float32)])),
        stems,
        rarity,
        own,
        _alike(content, vocabulary),
        places,
        _shares(forward, places),
        np.array([negated(list(each)) for each in words]),
        tuple(tuple(tuple(map(_stems, each)) for each in point.terms) for point in rubric.points),
        points,
        almost,
        wrong,
        against,
    )


def _contradicting(rubric: Rubric, wrong: tuple[list[int], ...], point: str) -> list[int]:
    pairs = zip(rubric.misconceptions, wrong, strict=True)
    return [row for each, rows in pairs if each.contradicts == point for row in rows]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.text) for word in words_of(text))


def _matter(words: tuple[str, ...], known: frozenset[str]) -> list[str]:
    """Words that say something the question did not; where none is left, all that are not mere joints."""
    content = [word for word in dict.fromkeys(words) if word not in FUNCTION_WORDS]
    return [word for word in content if stem(word) not in known] or content or list(words)


def _weights(
    matter: list[list[str]], vocabulary: list[str], points: tuple[list[int], ...]
) -> tuple[Array, Array]:
    users: dict[str, set[int]] = {}
    for at, rows in enumerate(points):
        for row in rows:
            for word in matter[row]:
                users.setdefault(stem(word), set()).add(at)
    most = max(len(points), 1)
    column = {word: at for at, word in enumerate(vocabulary)}
    rarity = np.zeros((len(matter), max(len(vocabulary), 1)), np.float32)
    own = np.zeros_like(rarity)
    for row, words in enumerate(matter):
        for word in words:
            weight = table().weight(word) + 1e-3
            shared = max(len(users.get(stem(word), ())), 1)
            rarity[row, column[word]] = weight
            own[row, column[word]] = np.log1p(most / shared)
    return _to_one(rarity), _to_one(own)


def _alike(content: list[list[str]], vocabulary: list[str]) -> Array:
    column = {word: at for at, word in enumerate(vocabulary)}
    rows = np.zeros((len(content), max(len(vocabulary), 1)), np.float32)
    for row, words in enumerate(content):
        rows[row, [column[word] for word in words]] = 1
    return _to_one(rows)


def _shares(forward: list[frozenset[Pair]], places: dict[Pair, int]) -> Array:
    rows = np.zeros((len(forward), max(len(places), 1)), np.float32)
    for row, pairs in enumerate(forward):
        rows[row, [places[pair] for pair in pairs]] = 1
    return _to_one(rows)


def _to_one(rows: Array) -> Array:
    return np.asarray(rows / np.maximum(rows.sum(axis=1, keepdims=True), 1e-9), np.float32)


def sum_of(words: Iterable[str]) -> Array:
    """(128,)"""
    return np.asarray(
        np.sum([table().vector(word) for word in words] or [np.zeros(128, np.float32)], axis=0), np.float32
    )


def gram_sum(words: Iterable[str]) -> Array:
    """(BUCKETS,): how often each three-letter piece occurs, word ends included, hashed."""
    total = np.zeros(BUCKETS, np.float32)
    for word in words:
        np.add.at(total, _buckets(word), 1)
    return total


@lru_cache(maxsize=8192)
def _buckets(word: str) -> Indices:
    padded = f" {word} "
    grams = [padded[at : at + 3].encode() for at in range(len(padded) - 2)]
    return np.array([zlib.crc32(gram) % BUCKETS for gram in grams], dtype=np.intp)


def without(rows: Array, direction: Array) -> Array:
    """Rows of length 1 less what they have of a direction, made rows of length 1 again."""
    return unit(rows - (rows @ direction)[:, None] * direction)


def unit(rows: Array) -> Array:
    """Rows of length 1; rows of zeros stay."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length > 1e-6, length, 1), np.float32)
