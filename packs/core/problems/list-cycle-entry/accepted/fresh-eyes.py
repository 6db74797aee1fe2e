class Node:
    """One node of a singly linked list; `next` is None at the end."""

    __slots__ = ("next", "value")

    def __init__(self, value: int, next: "Node | None" = None) -> None:
        self.value = value
        self.next = next


def cycle_entry(head: Node | None) -> Node | None:
    """First node that is met twice on the way from `head`; None: the list ends."""
    slow = fast = head
    while fast is not None and fast.next is not None:
        slow = slow.next
        fast = fast.next.next
        if slow is fast:
            slow = head
            while slow is not fast:
                slow = slow.next
                fast = fast.next
            return slow
    return None
