"""Apriori: candidates of a level from the frequent sets of the level below, one pass a level."""

from itertools import combinations


def frequent_itemsets(items: list[str], count, min_count: int) -> dict[tuple[str, ...], int]:
    """Every itemset in at least min_count baskets, with its count.

    count: takes a list of itemsets (ascending tuples), returns the list of their counts; one call a size.
    """
    # <starter>
    found = {}
    candidates = [(item,) for item in sorted(items)]
    while candidates:
        counts = count(candidates)
        level = [(c, times) for c, times in zip(candidates, counts) if times >= min_count]
        found.update(level)
        candidates = joined([c for c, _ in level])
    return found
    # </starter>


# <starter>
def joined(level: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Itemsets one item longer than those of `level` (ascending), all of whose parts are in it."""
    known, by_beginning = set(level), {}
    for itemset in level:
        by_beginning.setdefault(itemset[:-1], []).append(itemset[-1])
    return [
        (*beginning, first, second)
        for beginning, ends in by_beginning.items()
        for first, second in combinations(ends, 2)
        if all(part in known for part in combinations((*beginning, first, second), len(beginning) + 1))
    ]


# </starter>


def rules(
    supports: dict[tuple[str, ...], int], n: int, min_confidence: float
) -> list[tuple[tuple[str, ...], tuple[str, ...], float, float]]:
    """(A, B, confidence, lift) of every rule A -> B that reaches min_confidence, ascending.

    supports: all frequent itemsets of n baskets, with their counts.
    """
    # <starter>
    found = []
    for itemset, times in supports.items():
        for size in range(1, len(itemset)):
            for a in combinations(itemset, size):
                b = tuple(item for item in itemset if item not in a)
                confidence = times / supports[a]
                if confidence >= min_confidence:
                    found.append((a, b, confidence, confidence * n / supports[b]))
    return sorted(found)
    # </starter>
