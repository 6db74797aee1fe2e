class Node:
    """One node of a binary tree; a missing child is None."""

    def __init__(self, value: int, left: "Node | None" = None, right: "Node | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right


def lowest_ancestor(root: Node | None, a: Node, b: Node) -> Node | None:
    """Node farthest from `root` that has both `a` and `b` at or below it; None: one is not in the tree."""
    parents = {}  # by identity: Node defines no __eq__
    waiting = [(root, None)] if root is not None else []
    while waiting and not (a in parents and b in parents):
        node, parent = waiting.pop()
        parents[node] = parent
        for child in (node.left, node.right):
            if child is not None:
                waiting.append((child, node))
    if a not in parents or b not in parents:
        return None
    above_a = set()
    node = a
    while node is not None:
        above_a.add(node)
        node = parents[node]
    node = b
    while node not in above_a:
        node = parents[node]
    return node
