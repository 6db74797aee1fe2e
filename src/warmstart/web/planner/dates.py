"""Dates of an interview: what can be told, and what honestly follows from one that is near."""

import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError

MOST_YEARS = 2
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def spoken(day: date) -> str:
    """`Monday, 23 November 2026`."""
    return f"{day:%A}, {day.day} {day:%B %Y}"


def last_day(today: date) -> date:
    """The last one that Warmstart plans for; of a 29 February the day before it."""
    leap = (today.month, today.day) == (2, 29)
    return date(today.year + MOST_YEARS, today.month, 28 if leap else today.day)


def read_day(text: str, today: date) -> date:
    """ValidationError: no date, or none that can be planned for; the message says which."""
    if not _ISO.fullmatch(text):
        raise ValidationError("Write the date as year-month-day, for instance 2027-03-09.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValidationError(f"There is no such day as {text}.") from None
    if day < today:
        raise ValidationError(f"{spoken(day)} is past; today is {spoken(today)}.")
    if day > last_day(today):
        raise ValidationError(
            f"That is over {MOST_YEARS} years away. Plans reach to {spoken(last_day(today))}; "
            "leave the date out until it is nearer."
        )
    return day


def days_until(day: date, today: date) -> str:
    """`in 18 days`; of a day that is past `3 days ago`."""
    left = (day - today).days
    match left:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
        case _:
            return f"in {left} days" if left > 0 else f"{-left} days ago"


def honest_words(day: date, today: date) -> str:
    """What is still possible; empty where the date is far enough for the plan to speak for itself."""
    left = day - today
    if left < timedelta(0):
        return f"The interview was {days_until(day, today)}. Tell how it went, or set the next date."
    if left == timedelta(0):
        return "The interview is today. Nothing new will stick now: look once at what you know, and rest."
    if left == timedelta(1):
        return (
            "The interview is tomorrow. One evening cannot teach a skill; it can bring back what you "
            "learned before: what there is to review comes first."
        )
    return ""
