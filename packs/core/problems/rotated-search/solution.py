"""Binary search in a rotated sorted list, entries may repeat."""


def find_rotated(values: list[int], x: int) -> int | None:
    """An index at which `x` stands in the rotated sorted list `values`; None: nowhere."""
    # <starter>
    lo, hi = 0, len(values)  # x stands at lo or later, and before hi, if anywhere
    while lo < hi:
        middle = (lo + hi) // 2
        if values[middle] == x:
            return middle
        if values[lo] == values[middle]:
            lo += 1
        elif values[lo] < values[middle]:  # the left part is sorted
            if values[lo] <= x < values[middle]:
                hi = middle
            else:
                lo = middle + 1
        elif values[middle] < x <= values[hi - 1]:  # the right part is sorted, and x is in it
            lo = middle + 1
        else:
            hi = middle
    return None
    # </starter>
