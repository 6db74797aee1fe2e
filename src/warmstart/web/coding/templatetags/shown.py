"""How content, times, lines of lists and what learners' code said are shown."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from warmstart.web.attempts.times import clock, moment
from warmstart.web.catalogue.markdown import to_html
from warmstart.web.coding.listing import Area, Entry
from warmstart.web.coding.printable import printable

register = template.Library()

register.filter("markdown", to_html)
register.filter("printable", printable)
register.filter("moment", moment)
register.filter("clock", clock)

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
