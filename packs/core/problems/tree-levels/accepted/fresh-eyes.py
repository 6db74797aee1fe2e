class Node:
    """One node of a binary tree; a missing child is None."""

    def __init__(self, value: int, left: "Node | None" = None, right: "Node | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right


def levels(root: Node | None, zigzag: bool = False) -> list[list[int]]:
    """Values of each level from left to right; with `zigzag` odd levels from right to left."""
    result = []
    level = [root] if root is not None else []
    while level:
        values = [node.value for node in level]
        if zigzag and len(result) % 2 == 1:
            values.reverse()
        result.append(values)
        level = [child for node in level for child in (node.left, node.right) if child is not None]
    return result
