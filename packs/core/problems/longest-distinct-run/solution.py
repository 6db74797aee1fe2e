"""Longest slice without repeats: a window whose left edge jumps behind the last repeat."""


def longest_distinct_run(items: str | list[int]) -> int:
    """Length of the longest contiguous slice of `items` in which nothing occurs twice."""
    # <starter>
    last_at: dict[str | int, int] = {}
    start = longest = 0
    for position, item in enumerate(items):
        if item in last_at:
            start = max(start, last_at[item] + 1)
        last_at[item] = position
        longest = max(longest, position - start + 1)
    return longest
    # </starter>
