"""Quickselect: three groups around a random pivot, and only one of them is kept."""

# <starter>
import random
# </starter>


def kth_smallest(values: list[int], k: int) -> int:
    """The entry at index `k` of the sorted list. ValueError: there is no such index."""
    # <starter>
    if not 0 <= k < len(values):
        raise ValueError(f"k is {k}, and the list has {len(values)} entries")
    rng = random.Random(k)  # seeded, so that a run can be repeated; any seed would do
    while True:
        pivot = rng.choice(values)
        less = [value for value in values if value < pivot]
        more = [value for value in values if value > pivot]
        before = len(values) - len(more)  # entries that are no larger than the pivot
        if k < len(less):
            values = less
        elif k < before:
            return pivot
        else:
            values = more
            k -= before
    # </starter>
