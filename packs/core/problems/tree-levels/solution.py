"""Level order of a binary tree: breadth-first, one level at a time."""

# <starter>
from collections import deque
# </starter>


class Node:
    """One node of a binary tree; a missing child is None."""

    def __init__(self, value: int, left: "Node | None" = None, right: "Node | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right


def levels(root: Node | None, zigzag: bool = False) -> list[list[int]]:
    """Values of each level from left to right; with `zigzag` odd levels from right to left."""
    # <starter>
    result: list[list[int]] = []
    waiting = deque([root] if root is not None else [])
    while waiting:
        level = []
        for _ in range(len(waiting)):
            node = waiting.popleft()
            level.append(node.value)
            if node.left is not None:
                waiting.append(node.left)
            if node.right is not None:
                waiting.append(node.right)
        if zigzag and len(result) % 2 == 1:
            level.reverse()
        result.append(level)
    return result
    # </starter>
