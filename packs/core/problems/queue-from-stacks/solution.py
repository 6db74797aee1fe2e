"""A queue from two stacks: pour the one into the other when the other is empty."""


class StackQueue:
    """Integers, first in, first out."""

    def __init__(self) -> None:
        # <starter>
        self._inbox: list[int] = []  # newest on top
        self._outbox: list[int] = []  # oldest on top, older than all of the inbox
        # </starter>

    def enqueue(self, item: int) -> None:
        """Put `item` at the back."""
        # <starter>
        self._inbox.append(item)
        # </starter>

    def dequeue(self) -> int:
        """Take the item at the front out and return it. IndexError: the queue is empty."""
        # <starter>
        self._pour()
        return self._outbox.pop()
        # </starter>

    def peek(self) -> int:
        """The item at the front, which stays. IndexError: the queue is empty."""
        # <starter>
        self._pour()
        return self._outbox[-1]
        # </starter>

    def __len__(self) -> int:
        # <starter>
        return len(self._inbox) + len(self._outbox)
        # </starter>

    # <starter>
    def _pour(self) -> None:
        """Make the front the top of the outbox, unless the queue is empty."""
        if not self._outbox:
            while self._inbox:
                self._outbox.append(self._inbox.pop())
    # </starter>
