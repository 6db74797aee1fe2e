from collections.abc import Callable


def merge_sort(records: list[object], before: Callable[[object, object], bool]) -> list[object]:
    """The records in order, as a new list; equal ones keep their order.

    before(a, b): whether record `a` has to stand before record `b`.
    """
    if len(records) < 2:
        return list(records)
    middle = len(records) // 2
    left = merge_sort(records[:middle], before)
    right = merge_sort(records[middle:], before)
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if before(right[j], left[i]):  # equal ones: the left one first
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged
