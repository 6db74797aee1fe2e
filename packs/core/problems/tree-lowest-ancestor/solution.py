"""Lowest common ancestor: note all parents, then climb."""


class Node:
    """One node of a binary tree; a missing child is None."""

    def __init__(self, value: int, left: "Node | None" = None, right: "Node | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right


def lowest_ancestor(root: Node | None, a: Node, b: Node) -> Node | None:
    """Node farthest from `root` that has both `a` and `b` at or below it; None: one is not in the tree."""
    # <starter>
    parents: dict[Node | None, Node | None] = {root: None}
    waiting = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        for child in (node.left, node.right):
            if child is not None:
                parents[child] = node
                waiting.append(child)
    if a not in parents or b not in parents:
        return None
    above = set()
    climber: Node | None = a
    while climber is not None:
        above.add(climber)
        climber = parents[climber]
    climber = b
    while climber not in above:
        climber = parents[climber]
    return climber
    # </starter>
