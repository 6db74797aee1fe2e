"""Dates, minutes and gains as the planner's pages say them."""

from datetime import date
from math import ceil, floor

from django import template
from django.utils.safestring import SafeString

from warmstart.web.catalogue.markdown import to_html
from warmstart.web.planner import dates
from warmstart.web.standing.outlook import Round

register = template.Library()
register.filter("markdown", to_html)


@register.filter
def line(text: str) -> SafeString:
    """Markdown of one paragraph, for where none may stand."""
    return SafeString(to_html(text).strip().removeprefix("<p>").removesuffix("</p>"))


@register.filter
def spoken(day: date) -> str:
    """`Monday, 23 November 2026`."""
    return dates.spoken(day)


@register.filter
def as_minutes(minutes: float) -> str:
    """`15 s`, `2.5 min`, `4 min`, `1 h 15 min`."""
    if 0 < minutes < 1:
        return f"{round(60 * minutes)} s"
    if minutes < 10 and (half := floor(2 * minutes + 0.5)) % 2:
        return f"{half / 2} min"
    whole = floor(minutes + 0.5)
    hours, rest = divmod(whole, 60)
    if not hours:
        return f"{whole} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


@register.filter
def as_gain(gain: float) -> str:
    """Points of a hundred: `+0.12`; what is too little to tell is `under 0.01`."""
    return "under 0.01" if gain < 0.01 else f"+{gain:.2f}"


@register.filter
def points(round_: Round) -> str:
    """`42 to 61`: never one figure alone."""
    low, high = _ends(round_)
    return f"{low} to {high}"


@register.filter
def start(round_: Round) -> int:
    """Where the drawn range begins, of a hundred."""
    return _ends(round_)[0]


@register.filter
def width(round_: Round) -> int:
    low, high = _ends(round_)
    return high - low


def _ends(round_: Round) -> tuple[int, int]:
    """Rounded outwards, so that there is always a range."""
    return max(floor(100 * round_.low), 0), min(ceil(100 * round_.high), 100)
