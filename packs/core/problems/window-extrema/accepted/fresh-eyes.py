from collections import deque


def window_maxima(values: list[int], k: int) -> list[int]:
    """Maximum of each slice of `k` neighbours, from left to right. ValueError: no slice has that length."""
    if k < 1 or k > len(values):
        raise ValueError(f"there is no window of length {k}")
    maxima = []
    candidates = deque()  # indices, values strictly decreasing
    for right, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(right)
        if candidates[0] <= right - k:
            candidates.popleft()
        if right >= k - 1:
            maxima.append(values[candidates[0]])
    return maxima
