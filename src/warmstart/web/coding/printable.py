"""Text from untrusted code, made safe to look at: what a terminal would obey is shown instead."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line feed
    "\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # what hides or turns text around
    "\ud800-\udfff]"  # halves of pairs, which no page can carry
)


def printable(text: str) -> str:
    """Controls as pictures (ESC is \u241b), other unseen characters as escapes; markup is left alone."""
    return _UNSEEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
