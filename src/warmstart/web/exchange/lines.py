"""Lines of a file of unknown size and making: each with its number, none longer than the limit in memory."""

from collections.abc import Iterator
from typing import BinaryIO

LONGEST = 8 * 2**20
"""Bytes of a line that is read; what is longer is only counted."""
BOM = b"\xef\xbb\xbf"


def lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes | None, bool]]:
    """(number from 1, its bytes without the end, whether it had an end); None: it is too long."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        ended = line.endswith(b"\n")
        if len(line) > LONGEST and not ended:
            yield number, None, _skipped(file)
            continue
        body = line.rstrip(b"\r\n")
        yield number, body.removeprefix(BOM) if number == 1 else body, ended


def _skipped(file: BinaryIO) -> bool:
    """Past the end of the line that the file stands in; whether it had one."""
    while piece := file.readline(LONGEST):
        if piece.endswith(b"\n"):
            return True
    return False
