class Node:
    """One node of a search tree; `count` and `total` speak of its whole subtree."""

    def __init__(
        self, key: int, count: int, total: int, left: "Node | None" = None, right: "Node | None" = None
    ) -> None:
        self.key = key
        self.count = count
        self.total = total
        self.left = left
        self.right = right


def _up_to(root: Node | None, bound: int) -> tuple[int, int]:
    """Number and sum of the keys <= `bound`."""
    count = total = 0
    node = root
    while node is not None:
        if node.key <= bound:
            count += 1
            total += node.key
            if node.left is not None:
                count += node.left.count
                total += node.left.total
            node = node.right
        else:
            node = node.left
    return count, total


def count_and_sum(root: Node | None, lo: int, hi: int) -> tuple[int, int]:
    """Number and sum of the keys from `lo` to `hi`, both included."""
    if lo > hi:
        return 0, 0
    high_count, high_total = _up_to(root, hi)
    low_count, low_total = _up_to(root, lo - 1)
    return high_count - low_count, high_total - low_total
