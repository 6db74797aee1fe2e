"""Captured text made safe to look at: nothing in it moves a cursor, clears a screen or reorders a line."""

import unicodedata

_KEPT = {"\n", "\t"}


def printable(text: str, *, pictures: bool = False) -> str:
    """Control, format and surrogate characters as visible escapes: ESC becomes `\\x1b`.

    Format characters include the bidirectional overrides, which make text read other than it is.
    pictures: where a control has a picture (ESC: \u241b), that; pages have the fonts, terminals may not.
    """
    if text.isascii() and text.isprintable():
        return text
    spelt = _picture if pictures else _escape
    return "".join(c if c in _KEPT or not _hidden(c) else spelt(c) for c in text)


def storable(text: str) -> str:
    """Without what no database or file takes: lone surrogates and NULs become escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def _picture(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else _escape(character)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
