"""Byte-pair encoding: incremental counts, a heap with stale entries, and merges by rank."""

import heapq
from collections import Counter


def train(words: list[bytes], limit: int) -> list[tuple[int, int]]:
    """At most `limit` merges of the most frequent pair; of equally frequent ones the smallest.

    Stops when no pair occurs twice. Pairs do not overlap, nor reach across words.
    """
    # <starter>
    counted = Counter(words)
    tokens, times = [list(word) for word in counted], list(counted.values())
    counts, where = Counter(), {}
    for index, word in enumerate(tokens):
        for pair, here in pairs(word).items():
            counts[pair] += here * times[index]
            where.setdefault(pair, set()).add(index)
    heap = [(-count, pair) for pair, count in counts.items()]
    heapq.heapify(heap)
    merges = []
    while heap and len(merges) < limit:
        count, best = heapq.heappop(heap)
        if -count != counts[best]:
            continue
        if -count < 2:
            break
        changed = set()
        for index in where.pop(best):
            old = pairs(tokens[index])
            tokens[index] = merged(tokens[index], best, 256 + len(merges))
            new = pairs(tokens[index])
            for pair in old.keys() | new.keys():
                counts[pair] += (new[pair] - old[pair]) * times[index]
                changed.add(pair)
            for pair in new:
                where.setdefault(pair, set()).add(index)
        for pair in changed:
            heapq.heappush(heap, (-counts[pair], pair))
        merges.append(best)
    return merges
    # </starter>


# <starter>
def pairs(word: list[int]) -> Counter:
    """How often each pair of neighbours stands in `word` without overlapping itself."""
    counts, taken = Counter(), None
    for place, pair in enumerate(zip(word, word[1:])):
        if pair[0] == pair[1]:
            if place == taken:
                continue  # its first half is the second half of the pair before
            taken = place + 1
        counts[pair] += 1
    return counts


def merged(word: list[int], pair: tuple[int, int], token: int) -> list[int]:
    """`word` with each `pair` replaced, from left to right."""
    result, place = [], 0
    while place < len(word):
        if (*word[place : place + 2],) == pair:
            result.append(token)
            place += 2
        else:
            result.append(word[place])
            place += 1
    return result


# </starter>


def encode(data: bytes, merges: list[tuple[int, int]]) -> list[int]:
    """The tokens of `data`: the earliest merge that applies, everywhere, until none does."""
    # <starter>
    rank = {pair: number for number, pair in enumerate(merges)}
    word = list(data)
    while True:
        present = [rank[pair] for pair in zip(word, word[1:]) if pair in rank]
        if not present:
            return word
        number = min(present)
        word = merged(word, merges[number], 256 + number)
    # </starter>


def decode(tokens: list[int], merges: list[tuple[int, int]]) -> bytes:
    """The bytes that `tokens` stand for. ValueError: a token that does not exist."""
    # <starter>
    meaning = [bytes([byte]) for byte in range(256)]
    for a, b in merges:
        meaning.append(meaning[a] + meaning[b])
    if not all(0 <= token < len(meaning) for token in tokens):
        raise ValueError("no such token")
    return b"".join(meaning[token] for token in tokens)
    # </starter>
