"""How near each stretch of an answer is to each phrasing of a rubric."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from warmstart.grading.order import forward_pairs
from warmstart.grading.phrasings import Phrasings, gram_sum, unit, without
from warmstart.grading.table import Array, table
from warmstart.grading.text import Segment, Word, stem
from warmstart.grading.words import FUNCTION_WORDS

DEMOTION = 0.5
"""Share of a stretch's likeness to the question that is taken off its likeness to a phrasing."""
UNLIKE = 0.35
"""Cosine of two words at and below which they have nothing in common."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """(stretches, phrasings) each, 0 to 1 but for cosines, which may be below.

    `soft`: share of a phrasing's words, by how rare they are, that have a like word in the stretch; `own`:
    the same, by how few points use them; `every`: all alike; `recall`: the very words. `ordered`, `turned`:
    share of its pairs of words in the same order, in the other order. `whole`, `whole_own`: (phrasings,),
    over the whole answer.
    """

    segments: list[Segment]
    words: list[list[str]]
    cosine: Array
    demoted: Array
    centred: Array
    recall: Array
    grams: Array
    soft: Array
    own: Array
    every: Array
    ordered: Array
    turned: Array
    whole: Array
    whole_own: Array

    @property
    def stems_said(self) -> frozenset[str]:
        return frozenset(stem(word) for words in self.words for word in words)

    @property
    def together(self) -> Array:
        parts = (self.cosine, self.centred, self.recall, self.grams, self.soft, self.own)
        return np.asarray(sum(parts) / len(parts), np.float32)


def nearness(words: list[Word], segments: list[Segment], phrasings: Phrasings) -> Nearness:
    """`segments`: at least one, each with a word or more."""
    places: dict[str, int] = {}
    order = np.array([places.setdefault(word.text, len(places)) for word in words], dtype=np.intp)
    texts = list(places)
    counts = np.zeros((len(segments), len(texts)), np.float32)
    for row, part in enumerate(segments):
        np.add.at(counts[row], order[part.first : part.last], 1)
    raw = np.stack([table().vector(text) for text in texts])
    vectors = unit(counts @ raw)
    grams = unit(counts @ np.stack([gram_sum([text]) for text in texts]))
    like = _likeness(texts, unit(raw), phrasings)
    near, exact = _best(like, counts > 0)
    inside = [[words[at].text for at in range(part.first, part.last)] for part in segments]
    ordered, turned = _pairs(inside, phrasings)
    cosine = vectors @ phrasings.vectors.T
    to_question = np.maximum(vectors @ phrasings.question, 0)
    anywhere = near.max(axis=0)
    return Nearness(
        segments,
        inside,
        cosine,
        cosine - DEMOTION * to_question[:, None],
        without(vectors, phrasings.common) @ phrasings.centred.T,
        exact @ phrasings.rarity.T,
        grams @ phrasings.grams.T,
        near @ phrasings.rarity.T,
        near @ phrasings.own.T,
        near @ phrasings.every.T,
        ordered,
        turned,
        phrasings.rarity @ anywhere,
        phrasings.own @ anywhere,
    )


def _likeness(texts: list[str], vectors: Array, phrasings: Phrasings) -> Array:
    """(words of the answer, words of the rubric): 1 for the same stem; joints are like nothing."""
    like = np.clip((vectors @ phrasings.word_vectors.T - UNLIKE) / (1 - UNLIKE), 0, 0.999)
    for row, text in enumerate(texts):
        if text in FUNCTION_WORDS:
            like[row] = 0
        if same := phrasings.word_stems.get(stem(text)):
            like[row, same] = 1
    return np.asarray(like, np.float32)


def _best(like: Array, member: np.ndarray[Any, np.dtype[np.bool_]]) -> tuple[Array, Array]:
    """(stretches, words of the rubric) twice: the best likeness inside, and whether the word itself is."""
    near = np.stack([like[row].max(axis=0) for row in member])
    return near, (near == 1).astype(np.float32)


def _pairs(inside: list[list[str]], phrasings: Phrasings) -> tuple[Array, Array]:
    places = phrasings.pair_places
    there = np.zeros((len(inside), phrasings.pairs.shape[1]), np.float32)
    back = np.zeros_like(there)
    for row, words in enumerate(inside):
        pairs = forward_pairs(words)
        there[row, [places[pair] for pair in pairs if pair in places]] = 1
        turned = [(two, one) for one, two in pairs if (two, one) not in pairs]
        back[row, [places[pair] for pair in turned if pair in places]] = 1
    return there @ phrasings.pairs.T, back @ phrasings.pairs.T
