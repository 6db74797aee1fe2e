"""Stable merge sort that asks one question for each record it places, at most."""

from collections.abc import Callable


def merge_sort(records: list[object], before: Callable[[object, object], bool]) -> list[object]:
    """The records in order, as a new list; equal ones keep their order.

    before(a, b): whether record `a` has to stand before record `b`.
    """
    # <starter>
    if len(records) < 2:
        return records[:]
    middle = len(records) // 2
    left, right = merge_sort(records[:middle], before), merge_sort(records[middle:], before)
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if before(right[j], left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]
    # </starter>
