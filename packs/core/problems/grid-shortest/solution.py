"""Shortest way through a grid in which one wall may be broken."""

# <starter>
from collections import deque
# </starter>


def shortest_way(grid: list[str], start: tuple[int, int], goal: tuple[int, int]) -> int | None:
    """Fewest moves from `start` to `goal`, at most one of them into a wall; None if there is no way."""
    # <starter>
    seen = {(start, 1)}  # a cell, and how many walls may still be broken
    waiting = deque([(start, 1, 0)])
    while waiting:
        cell, breaks, moves = waiting.popleft()
        if cell == goal:
            return moves
        for near in neighbours(grid, cell):
            left = breaks - 1 if grid[near[0]][near[1]] == "#" else breaks
            if left >= 0 and (near, left) not in seen:
                seen.add((near, left))
                waiting.append((near, left, moves + 1))
    return None
    # </starter>


# <starter>
def neighbours(grid: list[str], cell: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells above, below, left and right of `cell`, as far as the grid has them."""
    row, column = cell
    around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    return [(r, c) for r, c in around if 0 <= r < len(grid) and 0 <= c < len(grid[0])]
# </starter>
