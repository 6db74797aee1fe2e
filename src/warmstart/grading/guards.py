"""Answers that would earn points without saying anything: lists of terms, the question again, pleas."""

import re
from itertools import pairwise

from warmstart.grading.table import table
from warmstart.grading.text import Segment, Word, content_stems, sentences_of, words_of
from warmstart.grading.words import FUNCTION_WORDS

FEWEST_WORDS = 6
LEAST_FUNCTION = 0.12
MOST_COPIED = 0.7
MOST_COPIED_PAIRS = 0.5
LEAST_KNOWN = 0.5
ANCHOR = 0.12
"""Least recall of a point's own words, anywhere in the answer, without which it cannot be said."""

FEWEST_PARTS, MOST_PER_PART = 5, 2.5
_PART = re.compile(r"[,;\n]")
_PLEA = re.compile(
    r"\b(ignore|disregard|forget)\b.{0,40}\b(instruction|rubric|previous|above)"
    r"|\b(give|award|grant|deserves?)\b.{0,30}\b(full|maximum|all|top)\s+(marks?|points?|credit|scores?)\b"
    r"|\b(dear|hello|hi)\s+(grader|examiner|marker|ai|model)\b"
    r"|\b(grader|examiner|marker)\b.{0,40}\b(please|must|should|give|award|accept|mark)\b"
    r"|\b(mark|grade|score|count)\s+(this|me|my answer|it)\b.{0,30}\b(correct|right|full|covered|complete)\b"
    r"|\bas an? (ai|language model)\b|\bsystem\s*:",
    re.IGNORECASE | re.DOTALL,
)


def honest_sentences(answer: str, words: list[Word], question: str, flags: list[str]) -> list[Segment]:
    """The sentences that may earn something; why others may not is added to `flags`."""
    asked = [word.text for word in words_of(question)]
    kept = []
    for part in sentences_of(answer, words):
        inside = words[part.first : part.last]
        if addresses_grader(answer[inside[0].start : inside[-1].end]):
            flags.append("plea")
        elif copies_question([word.text for word in inside], asked):
            flags.append("copied")
        else:
            kept.append(part)
    return kept


def addresses_grader(sentence: str) -> bool:
    return _PLEA.search(sentence) is not None


def copies_question(words: list[str], question: list[str]) -> bool:
    """Most words that carry matter are the question's, and most neighbours are neighbours there too."""
    stems, known = content_stems(words), content_stems(question)
    pairs, theirs = list(pairwise(stems)), set(pairwise(known))
    if len(stems) < 3 or sum(word in known for word in stems) / len(stems) <= MOST_COPIED:
        return False
    return sum(pair in theirs for pair in pairs) / len(pairs) > MOST_COPIED_PAIRS


def is_keyword_list(words: list[str]) -> bool:
    """Hardly a word that joins others: terms in a row, or formulas alone."""
    if len(words) < FEWEST_WORDS:
        return False
    return sum(word in FUNCTION_WORDS for word in words) / len(words) < LEAST_FUNCTION


def is_enumeration(answer: str, words: list[str]) -> bool:
    """Terms of a word or two between commas, semicolons or line ends: nothing is said of them."""
    parts = [part for part in _PART.split(answer) if part.strip()]
    joints = sum(word in FUNCTION_WORDS for word in words)
    return (
        len(parts) >= FEWEST_PARTS and len(words) <= MOST_PER_PART * len(parts) and joints <= 0.3 * len(words)
    )


def is_other_language(words: list[str]) -> bool:
    """Few of the words are English, joining words least of all."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    if len(letters) < 3 or not is_keyword_list([*words, *[""] * (FEWEST_WORDS - len(words))]):
        return False
    return sum(table().has(word) for word in letters) / len(letters) < LEAST_KNOWN
