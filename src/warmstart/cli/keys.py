"""One key at a time where there is a terminal, else one line at a time."""

import sys
from typing import TextIO

try:
    import termios
    import tty
except ImportError:  # not on Windows
    termios = None  # type: ignore[assignment]

ENDED = "q"
"""What the end of the input counts as."""
END_OF_INPUT = "\x04"
"""Ctrl-D, where keys are read one at a time."""


def pressed(source: TextIO | None = None) -> str:
    """The key, Enter as the empty text; of a line that is piped its first letter."""
    stream = sys.stdin if source is None else source
    if termios is None or not stream.isatty():
        line = stream.readline()
        return line.strip()[:1].lower() if line else ENDED
    kept = termios.tcgetattr(stream)
    try:
        tty.setcbreak(stream)
        return meant(stream.read(1))
    finally:
        termios.tcsetattr(stream, termios.TCSADRAIN, kept)


def meant(key: str) -> str:
    """Of what a terminal sent; "": it has gone."""
    if key in ("", END_OF_INPUT):
        return ENDED
    return "" if key in "\r\n " else key.lower()


def written(source: TextIO | None = None) -> str:
    """Lines up to one that is a single full stop, or to the end of the input."""
    stream = sys.stdin if source is None else source
    lines = []
    for line in stream:
        if line.strip() == ".":
            break
        lines.append(line)
    return "".join(lines).strip()
