"""How content, times, lines of lists and what learners' code said are shown."""

from collections.abc import Iterable
from datetime import datetime

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from warmstart.web.catalogue.markdown import to_html
from warmstart.web.coding.listing import Area, Entry
from warmstart.web.coding.printable import printable

register = template.Library()

register.filter("markdown", to_html)
register.filter("printable", printable)


@register.filter
def moment(at: datetime) -> SafeString:
    """`22 Nov 2026 16:05:09 UTC`, which the island `htmx` tells in the reader's own zone.

    Django's own filter takes ten times as long, once a line of the history.
    """
    return SafeString(f'<time datetime="{at.isoformat()}">{at.day} {at:%b %Y %H:%M:%S} UTC</time>')


@register.filter
def clock(at: datetime) -> SafeString:
    """As `moment`, without the day."""
    return SafeString(f'<time datetime="{at.isoformat()}" data-clock>{at:%H:%M:%S} UTC</time>')


_LINE = (
    '<li><a href="{}{}/">{}</a><span class="state {}">{}</span>'
    '<span class="quiet">{}</span><span class="quiet end">{}</span></li>'
)


@register.simple_tag
def problem_lines(entries: Iterable[Entry], folder: str) -> SafeString:
    """Lines of the list. Not a loop of the template: fifty turns of it cost half of the page."""
    return format_html_join(
        "\n",
        _LINE,
        ((folder, e.slug, e.title, e.state.value, e.state.value, e.skills, e.aside) for e in entries),
    )


@register.simple_tag
def skill_choices(areas: Iterable[Area], chosen: str) -> SafeString:
    """A group an area, which itself can be chosen. Not loops of the template, for the same reason."""
    return format_html_join(
        "", '<optgroup label="{}">{}</optgroup>', ((a.title or "Other", _options(a, chosen)) for a in areas)
    )


def _options(area: Area, chosen: str) -> SafeString:
    choices = ((area.id, f"{area.title}: all"), *area.skills)
    marked = ((id_, SafeString(" selected") if id_ == chosen else "", title) for id_, title in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)
