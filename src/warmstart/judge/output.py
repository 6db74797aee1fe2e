"""What a worker prints, cut into the parts that belong to its cases."""


class PrintTooLong(Exception):
    """More was printed than the limit allows."""


class PrintReader:
    """Collects print and cuts it at `mark`, which the worker writes after each case.

    most: bytes that may be printed beside `marks` marks. A submission that finds the mark in its own
    memory can only move its own print about: further marks count as print.
    """

    def __init__(self, most: int) -> None:
        self._mark = b""
        self._room = self._left = most
        self._pending = bytearray()

    def expect(self, mark: bytes, marks: int) -> None:
        self._mark = mark
        self._room += marks * len(mark)

    def feed(self, data: bytes) -> None:
        """PrintTooLong: the room is used up; what was fed is kept all the same."""
        self._room -= len(data)
        self._pending += data
        if self._room < 0:
            raise PrintTooLong

    def next_part(self) -> bytes:
        """What was printed up to the next mark; all that is left, where a submission closed the pipe.

        PrintTooLong: with this part the parts taken so far are too long.
        """
        part, _, rest = self._pending.partition(self._mark) if self._mark else (self._pending, b"", b"")
        self._pending = bytearray(rest)
        self._left -= len(part)
        if self._left < 0:
            raise PrintTooLong
        return bytes(part)

    @property
    def rest(self) -> bytes:
        """What was printed and not yet taken, without marks."""
        return bytes(self._pending.replace(self._mark, b"")) if self._mark else bytes(self._pending)
