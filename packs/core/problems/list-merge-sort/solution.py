"""Sort a linked list: top-down merge sort that only changes links."""


class Node:
    """One node of a singly linked list; `next` is None at the end."""

    def __init__(self, key: int, next: "Node | None" = None) -> None:
        self.key = key
        self.next = next


def sort_list(head: Node | None) -> Node | None:
    """First node of the list from `head`, relinked in ascending order of key.

    Stable: equal keys keep their order. The result consists of the given nodes, each with its own key.
    """
    # <starter>
    if head is None or head.next is None:
        return head
    slow, fast = head, head.next
    while fast is not None and fast.next is not None:
        slow, fast = slow.next, fast.next.next
    second = slow.next
    slow.next = None
    return merge(sort_list(head), sort_list(second))


def merge(left: Node | None, right: Node | None) -> Node | None:
    """Two sorted lists as one; on equal keys `left` goes first."""
    before = last = Node(0)
    while left is not None and right is not None:
        if left.key <= right.key:
            last.next, left = left, left.next
        else:
            last.next, right = right, right.next
        last = last.next
    last.next = left if left is not None else right
    return before.next
    # </starter>
