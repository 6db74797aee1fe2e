"""Dates, minutes and gains as the planner's pages say them."""

from datetime import date

from django import template

from warmstart.web.catalogue.markdown import to_html
from warmstart.web.planner import dates

register = template.Library()
register.filter("markdown", to_html)


@register.filter
def spoken(day: date) -> str:
    """`Monday, 23 November 2026`."""
    return dates.spoken(day)


@register.filter
def as_minutes(minutes: float) -> str:
    """`15 s`, `4 min`, `1 h 15 min`."""
    if 0 < minutes < 1:
        return f"{round(60 * minutes)} s"
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    if not hours:
        return f"{whole} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


@register.filter
def as_gain(gain: float) -> str:
    """Points of a hundred: `+0.12`; what is too little to tell is `under 0.01`."""
    return "under 0.01" if gain < 0.01 else f"+{gain:.2f}"
