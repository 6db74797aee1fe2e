"""Days and stretches of time in words."""

from datetime import date
from typing import Protocol

from warmstart.skills.readiness import ENOUGH_MOCKS


class HasEvidence(Protocol):
    """A forecast of a round."""

    @property
    def attempts(self) -> int: ...
    @property
    def mocks(self) -> int: ...


def day_words(day: date) -> str:
    """`22 Nov 2026`."""
    return f"{day.day} {day:%b %Y}"


def weekday_words(day: date) -> str:
    """`Sunday, 22 Nov 2026`."""
    return f"{day:%A}, {day_words(day)}"


def minutes_words(minutes: float) -> str:
    """`35 min`, `2 h`, `3 h 20 min`; `< 1 min`."""
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    if not whole:
        return "< 1 min" if minutes > 0 else "0 min"
    return " ".join([f"{hours} h"] * (hours > 0) + [f"{rest} min"] * (rest > 0))


def counted(count: int, word: str) -> str:
    """`1 attempt`, `2 attempts`."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def evidence_words(attempts: int, mocks: int) -> str:
    """`From 23 attempts; below two mock rounds only a range is shown.`"""
    behind = f"From {counted(attempts, 'attempt')}"
    if mocks:
        behind += f" and {counted(mocks, 'mock round')}"
    return (
        f"{behind}." if mocks >= ENOUGH_MOCKS else f"{behind}; below two mock rounds only a range is shown."
    )
