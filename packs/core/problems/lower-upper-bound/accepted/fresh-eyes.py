def equal_range(items, x, key):
    def bound(lo, test):
        hi = len(items)
        while lo < hi:
            mid = (lo + hi) // 2
            if test(key(items[mid])):
                lo = mid + 1
            else:
                hi = mid
        return lo

    first = bound(0, lambda value: value < x)
    return first, bound(first, lambda value: value <= x)
