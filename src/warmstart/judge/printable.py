"""Captured text made safe to look at: nothing in it moves a cursor, clears a screen or reorders a line."""

import unicodedata

_KEPT = {"\n", "\t"}


def printable(text: str) -> str:
    """Control, format and surrogate characters as visible escapes: ESC becomes `\\x1b`.

    Format characters include the bidirectional overrides, which make text read other than it is.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in _KEPT or not _hidden(c) else _escape(c) for c in text)


def storable(text: str) -> str:
    """Without what no database or file takes: lone surrogates and NULs become escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
