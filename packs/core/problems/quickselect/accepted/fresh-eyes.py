import random


def kth_smallest(values: list[int], k: int) -> int:
    """The entry at index `k` of the sorted list. ValueError: there is no such index."""
    if not 0 <= k < len(values):
        raise ValueError(f"k is {k}, and the list has {len(values)} entries")
    part = values
    while True:
        pivot = random.choice(part)
        smaller = [value for value in part if value < pivot]
        if k < len(smaller):
            part = smaller
            continue
        k -= len(smaller)
        equal = part.count(pivot)
        if k < equal:
            return pivot
        k -= equal
        part = [value for value in part if value > pivot]
