"""What a worker prints, cut into the parts that belong to its cases."""


class PrintTooLong(Exception):
    """More was printed than the limit allows."""


class PrintReader:
    """Collects print and cuts it at `mark`, which the worker writes after each case.

    A submission that finds the mark in its own memory can only move its own print about.
    """

    def __init__(self, most: int) -> None:
        self.mark = b""
        self._most = most
        self._taken = 0
        self._pending = bytearray()

    def feed(self, data: bytes) -> None:
        """PrintTooLong: over `most` bytes in all, marks not counted."""
        self._pending += data
        size = len(self._pending)
        if self._taken + size > self._most:
            marks = self._pending.count(self.mark) if self.mark else 0
            if self._taken + size - marks * len(self.mark) > self._most:
                raise PrintTooLong

    def next_part(self) -> bytes:
        """What was printed up to the next mark; all that is left, where a submission closed the pipe."""
        part, _, rest = self._pending.partition(self.mark) if self.mark else (self._pending, b"", b"")
        self._pending = bytearray(rest)
        self._taken += len(part)
        return bytes(part)

    @property
    def rest(self) -> bytes:
        """What was printed and not yet taken, without marks."""
        return bytes(self._pending.replace(self.mark, b"")) if self.mark else bytes(self._pending)
