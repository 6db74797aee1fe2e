"""Spans of time and chances in words."""

HOUR, DAY, MONTH, YEAR = 1 / 24, 1.0, 30.44, 365.25


def span(days: float) -> str:
    """`5 hours`, `6 days`, `3 months`: as coarse as one would say it."""
    if days < 1.5 * HOUR:
        return counted(max(1, round(days * 24 * 60)), "minute")
    for unit, name, most in ((HOUR, "hour", 36 * HOUR), (DAY, "day", 45), (MONTH, "month", 23 * MONTH)):
        if days < most:
            return counted(max(1, round(days / unit)), name)
    return counted(round(days / YEAR), "year")


def counted(number: int, word: str) -> str:
    """`1 day`, `2 days`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def minutes(found: float) -> str:
    """`under a minute`, `1 minute`, `12 minutes`."""
    return "under a minute" if found < 0.5 else counted(round(found), "minute")


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def chance_sentence(chance: float) -> str:
    """`You have an 84 % chance of recalling this today.` Nothing that is estimated is 0 or 100 %."""
    percent = min(max(round(100 * chance), 1), 99)
    article = "an" if percent in (8, 11, 18) or 80 <= percent < 90 else "a"
    return f"You have {article} {percent} % chance of recalling this today."
