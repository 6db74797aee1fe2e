"""Figures of a grade in words."""

from collections.abc import Sequence

_CHANCES = (
    (0.95, "almost certainly"),
    (0.8, "very likely"),
    (0.6, "likely"),
    (0.4, "as likely as not"),
    (0.2, "unlikely"),
    (0.05, "very unlikely"),
)


def chance(probability: float) -> str:
    """A probability in words."""
    return next((words for least, words in _CHANCES if probability >= least), "almost certainly not")


def percent(share: float) -> str:
    return f"{round(100 * share)} %"


def estimated(probability: float) -> str:
    """Nothing that is estimated is 0 or 100 %."""
    rounded = round(100 * probability)
    return "over 99 %" if rounded >= 100 else "under 1 %" if rounded <= 0 else f"{rounded} %"


def band(low: float, high: float, total: int) -> str:
    """`6 to 8 of 10`."""
    first, last = round(low), round(high)
    return f"about {first} of {total}" if first == last else f"{first} to {last} of {total}"


def numbers(given: Sequence[int | str]) -> str:
    """`1, 2 and 4`."""
    *most, last = map(str, given)
    return f"{', '.join(most)} and {last}" if most else last


def minutes(seconds: int) -> str:
    """`3:07`, as the page's clock shows it."""
    return f"{seconds // 60}:{seconds % 60:02d}"
