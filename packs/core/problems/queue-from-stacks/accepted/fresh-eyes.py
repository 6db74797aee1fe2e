class StackQueue:
    """Integers, first in, first out."""

    def __init__(self) -> None:
        self._incoming = []
        self._outgoing = []

    def enqueue(self, item: int) -> None:
        """Put `item` at the back."""
        self._incoming.append(item)

    def _turn(self) -> None:
        """Make sure that the front is on top of the outgoing stack. IndexError: the queue is empty."""
        if not self._outgoing:
            if not self._incoming:
                raise IndexError("the queue is empty")
            while self._incoming:
                self._outgoing.append(self._incoming.pop())

    def dequeue(self) -> int:
        """Take the item at the front out and return it. IndexError: the queue is empty."""
        self._turn()
        return self._outgoing.pop()

    def peek(self) -> int:
        """The item at the front, which stays. IndexError: the queue is empty."""
        self._turn()
        return self._outgoing[-1]

    def __len__(self) -> int:
        return len(self._incoming) + len(self._outgoing)
