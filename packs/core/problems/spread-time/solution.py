"""Breadth-first search from all infected cells at once."""

# <starter>
from collections import deque
# </starter>


def spread_time(grid: list[str]) -> int | None:
    """Minutes until no healthy cell is left; None: some cell is never reached."""
    # <starter>
    cells = {(r, c): cell for r, row in enumerate(grid) for c, cell in enumerate(row)}
    healthy = {place for place, cell in cells.items() if cell == "."}
    waiting = deque((place, 0) for place, cell in cells.items() if cell == "*")
    minute = 0
    while waiting:
        (r, c), minute = waiting.popleft()
        for near in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            if near in healthy:
                healthy.remove(near)
                waiting.append((near, minute + 1))
    return None if healthy else minute
    # </starter>
