"""Counts and lists in words."""


def counted(number: int, word: str) -> str:
    """`1 day`, `2 days`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def minutes(found: float) -> str:
    """`under a minute`, `1 minute`, `12 minutes`."""
    return "under a minute" if found < 0.5 else counted(round(found), "minute")


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
