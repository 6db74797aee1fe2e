"""Reservoir sampling, algorithm R: one random number for each item."""

import random
from collections.abc import Iterator


def sample_stream(stream: Iterator[object], k: int, rng: random.Random) -> list[object]:
    """`k` items of the stream, every set of `k` equally likely; all of them if there are fewer."""
    # <starter>
    chosen = []
    for number, item in enumerate(stream, start=1):
        if number <= k:
            chosen.append(item)
        else:
            place = rng.randrange(number)
            if place < k:
                chosen[place] = item
    return chosen
    # </starter>
