def find_rotated(values, x):
    lo, hi = 0, len(values) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        v = values[mid]
        if v == x:
            return mid
        if values[lo] == v == values[hi]:
            lo += 1
            hi -= 1
        elif values[lo] <= v:
            if values[lo] <= x < v:
                hi = mid - 1
            else:
                lo = mid + 1
        else:
            if v < x <= values[hi]:
                lo = mid + 1
            else:
                hi = mid - 1
    return None
