"""Which word comes before which, and what is said of it: what vectors cannot see."""

from collections.abc import Iterable, Sequence

from warmstart.grading.text import negated, stem
from warmstart.grading.words import DOWN, FUNCTION_WORDS, OPPOSITES, UP

REACH = 4
"""Words in order count as a pair when at most this many stand between them."""
BEFORE = 2
_UP, _DOWN = frozenset(map(stem, UP)), frozenset(map(stem, DOWN))


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in OPPOSITES:
        one, two = map(stem, pair)
        if one != two:
            found.setdefault(one, set()).add(two)
            found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITE = _opposites()


def forward_pairs(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Pairs of words that carry matter, first before second; all words of rising are one, and of falling."""
    matter = [
        _direction(stem(word)) for word in words if word in UP or word in DOWN or word not in FUNCTION_WORDS
    ]
    return frozenset(
        (one, two) for at, one in enumerate(matter) for two in matter[at + 1 : at + 2 + REACH] if one != two
    )


def _direction(word: str) -> str:
    return "UP" if word in _UP else "DOWN" if word in _DOWN else word


def denied_inside(words: Sequence[str], wanted: frozenset[str]) -> bool:
    """Whether the words between the first and the last wanted one, or just before them, deny something."""
    places = [at for at, word in enumerate(words) if word not in FUNCTION_WORDS and stem(word) in wanted]
    if not places:
        return negated(list(words))
    return negated(list(words[max(places[0] - BEFORE, 0) : places[-1] + 1]))


def opposed(given: Iterable[str], wanted: frozenset[str]) -> int:
    """How many wanted stems are missing from the given ones while their opposite, not wanted, is there."""
    has = frozenset(given)
    return sum(
        1
        for word in wanted
        if word not in has and (others := OPPOSITE.get(word)) and others & has and not others & wanted
    )
