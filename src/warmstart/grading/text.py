"""An answer as words, sentences and windows, each knowing where in the answer it stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from warmstart.grading.words import FILLERS, FUNCTION_WORDS, NEGATIONS

LONG, WINDOW, STEP = 28, 16, 8
"""A sentence longer than LONG words (speech has no full stops) is also read WINDOW words at a time."""
FEWEST_OF_CLAUSE = 4
MOST_WORDS = 700
LONGEST_WORD = 40

SPOKEN = {
    "√": "root", "λ": "lambda", "γ": "gamma", "σ": "sigma", "μ": "mu", "η": "eta", "α": "alpha", "β": "beta",
    "ε": "epsilon", "θ": "theta", "Σ": "sum", "½": "half", "%": "percent", "∞": "infinity", "≈": "about",
    "=": "equals", "+": "plus", "−": "minus", "∂": "derivative", "∇": "gradient",
}  # fmt: skip
_SYMBOLS = "".join(re.escape(symbol) for symbol in SPOKEN)
_TOKEN = re.compile(rf"[{_SYMBOLS}]|[^\W_{_SYMBOLS}]+(?:['’][^\W_{_SYMBOLS}]+)?")
_CLAUSE = re.compile(
    r"[,:]|\s[-\u2013\u2014]\s|\b(?:but|while|whereas|because|so|although|and)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[.!?](?=\s|$)|[\n;]")


@dataclass(frozen=True, slots=True)
class Word:
    """`text`: lower case, no accents, symbols by their name. `start`, `end`: in the answer as given."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Words `first` to `last` (not included) of the answer."""

    first: int
    last: int


def words_of(text: str, most: int | None = None) -> list[Word]:
    """The words, fillers left out; what is neither letter, digit nor known symbol is no word."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        if most is not None and len(words) == most:
            break
        word = _plain(match[0][:LONGEST_WORD])
        if word and word not in FILLERS:
            words.append(Word(word, match.start(), match.end()))
    return words


@lru_cache(maxsize=8192)
def _plain(token: str) -> str:
    if token in SPOKEN:
        return SPOKEN[token]
    letters = unicodedata.normalize("NFKD", token.replace("’", "'")).lower()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def sentences_of(text: str, words: list[Word]) -> list[Segment]:
    """Words between full stops, line ends and semicolons; 0.97 is not split."""
    sentences, first, breaks = [], 0, iter([*(match.start() for match in _BREAK.finditer(text)), len(text)])
    at = next(breaks)
    for index, word in enumerate(words):
        if word.start >= at:
            sentences.append(Segment(first, index))
            first = index
            at = next((found for found in breaks if found > word.start), len(text))
    return [part for part in [*sentences, Segment(first, len(words))] if part.last > part.first]


def stretches_of(text: str, words: list[Word], sentences: list[Segment]) -> list[Segment]:
    """All that is looked at by itself: sentences, pairs of them, pieces of long ones, clauses."""
    return list(dict.fromkeys([*windows_of(sentences), *clauses_of(text, words, sentences)]))


def windows_of(sentences: list[Segment]) -> list[Segment]:
    """Sentences, neighbours in pairs, and pieces of what is long."""
    pairs = [Segment(one.first, two.last) for one, two in pairwise(sentences) if one.last == two.first]
    return [*sentences, *pairs, *(piece for sentence in sentences for piece in _pieces(sentence))]


def clauses_of(text: str, words: list[Word], sentences: list[Segment]) -> list[Segment]:
    """Pieces of sentences between commas and joints, four words or more each: a denial reaches no further."""
    found = []
    for part in sentences:
        start, end = words[part.first].start, words[part.last - 1].end
        first = part.first
        for cut in [*(start + match.start() for match in _CLAUSE.finditer(text[start:end])), end + 1]:
            last = first
            while last < part.last and words[last].start < cut:
                last += 1
            if last - first >= FEWEST_OF_CLAUSE and (first, last) != (part.first, part.last):
                found.append(Segment(first, last))
                first = last
    return found


def _pieces(sentence: Segment) -> list[Segment]:
    if sentence.last - sentence.first <= LONG:
        return []
    starts = range(sentence.first, sentence.last - STEP, STEP)
    return [Segment(start, min(start + WINDOW, sentence.last)) for start in starts]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Without a common ending, so that `scores` meets `score`: crude, and the same for both sides."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ely", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def content_stems(words: list[str]) -> list[str]:
    return [stem(word) for word in words if word not in FUNCTION_WORDS]


def negated(words: list[str]) -> bool:
    """Whether the words deny something; two denials cancel."""
    return sum(word in NEGATIONS or word.endswith("n't") for word in words) % 2 == 1
