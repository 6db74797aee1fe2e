"""Keys of a range in a search tree whose nodes know their subtree's count and total."""


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


def count_and_sum(root: Node | None, lo: int, hi: int) -> tuple[int, int]:
    """Number and sum of the keys from `lo` to `hi`, both included."""
    # <starter>
    if lo > hi:
        return 0, 0
    count, total = up_to(root, hi)
    count_before, total_before = up_to(root, lo - 1)
    return count - count_before, total - total_before


def up_to(node: Node | None, bound: int) -> tuple[int, int]:
    """Number and sum of the keys that are at most `bound`."""
    count = total = 0
    while node is not None:
        if node.key > bound:
            node = node.left
            continue
        count += node.count
        total += node.total
        node = node.right
        if node is not None:
            count -= node.count
            total -= node.total
    return count, total
    # </starter>
