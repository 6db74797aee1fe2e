"""How scores are shown."""

from collections.abc import Iterable
from math import floor

from django import template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from warmstart.web.catalogue.strength_page import Line

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """One decimal, rounded down: only all of them are 100 %. None: a dash."""
    return "\u2013" if share is None else f"{floor(share * 1000 + 1e-9) / 10:g} %"


_LINE = (
    '<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>'
    '<td class="words">{}</td><td>{}</td></tr>'
)


@register.simple_tag
def strength_lines(lines: Iterable[Line]) -> SafeString:
    """Not a loop of the template, which costs three times as much."""
    place = reverse("coding:problems")
    return format_html_join("\n", _LINE, (_cells(line, place) for line in lines))


def _cells(line: Line, place: str) -> tuple[object, ...]:
    found = line.strength
    scores = percent(found.raw), percent(found.reviewed)
    return (
        f"{place}{line.slug}/",
        line.title,
        found.hidden,
        found.wrong,
        found.mutants or "\u2013",
        *scores,
        found.oracle,
        found.proven or "\u2013",
    )
