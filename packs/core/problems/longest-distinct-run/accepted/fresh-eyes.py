def longest_distinct_run(items: str | list[int]) -> int:
    """Length of the longest contiguous slice of `items` in which nothing occurs twice."""
    last_seen = {}
    best = left = 0
    for right, item in enumerate(items):
        if item in last_seen and last_seen[item] >= left:
            left = last_seen[item] + 1
        last_seen[item] = right
        best = max(best, right - left + 1)
    return best
