"""A log of somebody who reviews what is due by their own true parameters. Seeded."""

import random

from warmstart.recall.memory import Memory, Rating, after, due, recall_at
from warmstart.recall.parameters import DEFAULTS, HIGH, LOW, Parameters
from warmstart.recall.replay import Review

FORGETFUL: Parameters = tuple(
    min(max(value * change, low), high)
    for value, change, low, high in zip(
        DEFAULTS, [0.4, 0.4, 0.4, 0.5, *[1.0] * 4, 0.8, *[1.0] * 11, 2.5], LOW, HIGH, strict=True
    )
)


def log(truth: Parameters, count: int, seed: int) -> list[Review]:
    """Eight new items a study day, and of the known ones those whose chance is below .9."""
    rng = random.Random(seed)
    memories: dict[str, Memory] = {}
    found: list[Review] = []
    for today in range(count):
        at = today + 0.3 + 0.6 * rng.random()
        wanted = [item for item, memory in memories.items() if due(memory, 0.9) <= at][:60]
        for item in [*wanted, *(f"{today}-{place}" for place in range(8))]:
            memory = memories.get(item)
            rating = _rating(memory, at, truth, rng)
            memories[item] = after(memory, rating, at, today, truth)
            found.append(Review(item, at, today, rating, f"{len(found):06d}"))
        if len(found) >= count:
            break
    return found[:count]


def _rating(memory: Memory | None, at: float, truth: Parameters, rng: random.Random) -> Rating:
    if memory is None:
        return rng.choices(list(Rating), [0.25, 0.15, 0.5, 0.1])[0]
    if rng.random() >= recall_at(memory, at, truth):
        return Rating.AGAIN
    return rng.choices([Rating.HARD, Rating.GOOD, Rating.EASY], [0.12, 0.8, 0.08])[0]
