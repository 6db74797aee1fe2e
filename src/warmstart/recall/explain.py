"""What a memory means, as sentences for the learner."""

from dataclasses import dataclass

from warmstart.recall.memory import Memory, Rating, after, due
from warmstart.recall.parameters import DEFAULTS, Parameters

_MINUTES, _HOURS = 1440.0, 24.0
_MONTH, _YEAR = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a rating would do. `days` until the chance has fallen to the wanted one; `words`: "6 days"."""

    rating: Rating
    days: float
    words: str

    def __str__(self) -> str:
        return f"{self.rating.name.lower()}: {self.words}"


def consequences(
    memory: Memory | None, day: float, study_day: int, wanted: float = 0.9, w: Parameters = DEFAULTS
) -> tuple[Consequence, ...]:
    """Of a review at this instant, for each rating, from again to easy."""
    return tuple(_consequence(memory, rating, day, study_day, wanted, w) for rating in Rating)


def _consequence(
    memory: Memory | None, rating: Rating, day: float, study_day: int, wanted: float, w: Parameters
) -> Consequence:
    found = after(memory, rating, day, study_day, w)
    days = due(found, wanted, w) - found.last
    return Consequence(rating, days, span(days))


def chance_sentence(chance: float | None) -> str:
    """Of recall today; None: never met."""
    if chance is None:
        return "You have not met this yet."
    if chance >= 0.995:
        return "You have a better than 99 % chance of recalling this today."
    if chance <= 0.005:
        return "You have a less than 1 % chance of recalling this today."
    percent = round(100 * chance)
    return f"You have {_article(percent)} {percent} % chance of recalling this today."


def span(days: float) -> str:
    """In the unit in which people would say it: "10 minutes", "5 hours", "6 days", "3 months", "2 years"."""
    if days < 2 / _HOURS:
        return _counted(max(days * _MINUTES, 1.0), "minute")
    if days < 1.0:
        return _counted(days * _HOURS, "hour")
    if days < 2 * _MONTH:
        return _counted(days, "day")
    return _counted(days / _MONTH, "month") if days < 2 * _YEAR else _counted(days / _YEAR, "year")


def _counted(number: float, unit: str) -> str:
    whole = round(number)
    return f"{whole} {unit}" if whole == 1 else f"{whole} {unit}s"


def _article(percent: int) -> str:
    """As it is spoken: an eight, an eleven, an eighteen, an eighty-four."""
    return "an" if percent in (8, 11, 18) or percent // 10 == 8 else "a"
