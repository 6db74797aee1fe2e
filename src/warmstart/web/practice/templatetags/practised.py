"""How lists, texts and times of this slice are shown."""

from collections.abc import Iterable

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from warmstart.web.attempts.times import clock, moment
from warmstart.web.catalogue.markdown import to_html
from warmstart.web.catalogue.models import IndexedProblem, IndexedSkill
from warmstart.web.practice.listing import Area, Entry
from warmstart.web.practice.wording import minutes, percent

register = template.Library()

register.filter("markdown", to_html)
register.filter("moment", moment)
register.filter("clock", clock)
register.filter("minutes", minutes)
register.filter("share", percent)

_LINE = (
    '<li><a href="{}{}/">{}</a><span class="state result-{}">{}</span>'
    '<span class="quiet">{}</span><span class="quiet end">{}</span></li>'
)


@register.simple_tag
def question_lines(entries: Iterable[Entry], folder: str) -> SafeString:
    """Lines of the list. Not a loop of the template, which costs three times as much."""
    return format_html_join(
        "\n", _LINE, ((folder, e.slug, e.title, e.mark, e.state, e.skills, e.aside) for e in entries)
    )


@register.simple_tag
def area_choices(areas: Iterable[Area], chosen: str) -> SafeString:
    """A group an area, which itself can be chosen."""
    return format_html_join(
        "", '<optgroup label="{}">{}</optgroup>', ((a.title or "Other", _options(a, chosen)) for a in areas)
    )


def _options(area: Area, chosen: str) -> SafeString:
    choices = ((area.id, f"{area.title}: all"), *area.skills)
    marked = ((id_, SafeString(" selected") if id_ == chosen else "", title) for id_, title in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


@register.simple_tag
def lesson(see: str) -> SafeString:
    """A link to what a misconception names: a skill's questions, or a problem; empty: no pack has it."""
    kind, _, slug = see.rpartition("/")
    found: QuerySet[IndexedProblem, str] | QuerySet[IndexedSkill, str]
    if kind == "problems":
        found = IndexedProblem.objects.filter(slug=slug).values_list("title", flat=True)
        place = f"{reverse('coding:problems')}{slug}/"
    else:
        found = IndexedSkill.objects.filter(pk=see).values_list("title", flat=True)
        place = f"{reverse('practice:questions')}?skill={see}"
    return format_html_join("", '<a href="{}">{}</a>', ((place, title) for title in found[:1]))
