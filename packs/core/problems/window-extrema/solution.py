"""Maximum of every window: a queue of positions whose values fall from front to back."""

# <starter>
from collections import deque
# </starter>


def window_maxima(values: list[int], k: int) -> list[int]:
    """Maximum of each slice of `k` neighbours, from left to right. ValueError: no slice has that length."""
    # <starter>
    if not 1 <= k <= len(values):
        raise ValueError(f"there is no window of length {k}")
    maxima = []
    candidates: deque[int] = deque()  # positions in the window, each larger than all to its right
    for end, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(end)
        if candidates[0] == end - k:
            candidates.popleft()
        if end >= k - 1:
            maxima.append(values[candidates[0]])
    return maxima
    # </starter>
