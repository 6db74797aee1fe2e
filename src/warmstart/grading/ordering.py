"""Steps put in order: right up to ties, else the first place that is wrong and how far off its step is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Misplaced:
    """At `place` stands `step`, which belongs `away` places later; earlier where that is negative.

    Both count from 0; a step's number is its place in the right order.
    """

    place: int
    step: int
    away: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """`first`: None where the order is right. `share`: pairs in their order, of all pairs that have one.

    `complete`: each step was given once; what is not is never right.
    """

    first: Misplaced | None
    share: float
    complete: bool = True

    @property
    def is_right(self) -> bool:
        return self.complete and self.first is None


def check_order(count: int, given: Sequence[int], ties: Sequence[Sequence[int]] = ()) -> Ordered:
    """given: step by step; ties: groups of places, from 1, whose steps may change places."""
    if sorted(given) != list(range(count)):
        return Ordered(None, 0.0, complete=False)
    group = _groups(count, ties)
    misplaced = (
        Misplaced(place, step, _away(place, group[step]))
        for place, step in enumerate(given)
        if place not in group[step]
    )
    pairs = [pair for pair in combinations(range(count), 2) if group[pair[0]] != group[pair[1]]]
    at = {step: place for place, step in enumerate(given)}
    held = sum(at[one] < at[two] for one, two in pairs)
    return Ordered(next(misplaced, None), held / len(pairs) if pairs else 1.0)


def _groups(count: int, ties: Sequence[Sequence[int]]) -> list[frozenset[int]]:
    """The places that each step may stand at."""
    own = [frozenset({step}) for step in range(count)]
    for tie in ties:
        places = frozenset(place - 1 for place in tie if 1 <= place <= count)
        for place in places:
            own[place] = places
    return own


def _away(place: int, allowed: frozenset[int]) -> int:
    return min((target - place for target in allowed), key=abs)
