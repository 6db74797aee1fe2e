"""Lower and upper bound: twice the same search for the place where a question changes its answer."""

from collections.abc import Callable


def equal_range(items: list[int], x: float, key: Callable[[int], int]) -> tuple[int, int]:
    """(first, end): how many items have a key below `x`, and how many have one up to `x`."""
    # <starter>
    first = change(items, lambda item: key(item) < x)
    return first, change(items, lambda item: key(item) <= x)
    # </starter>


# <starter>
def change(items: list[int], holds: Callable[[int], bool]) -> int:
    """How many items `holds` is true for, given that those come first."""
    lo, hi = 0, len(items)
    while lo < hi:
        middle = (lo + hi) // 2
        if holds(items[middle]):
            lo = middle + 1
        else:
            hi = middle
    return lo


# </starter>
