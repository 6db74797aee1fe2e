"""How figures of this slice are shown."""

from collections.abc import Collection, Iterable
from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from warmstart.skills.bank import Mastery, Moved
from warmstart.web.attempts.times import clock, moment
from warmstart.web.progress.days_drawn import Calendar
from warmstart.web.progress.debrief_page import Ticks
from warmstart.web.progress.interval import (
    attempts_words,
    exact_percent,
    interval_bar,
    interval_words,
    percent,
    range_bar,
    range_words,
)
from warmstart.web.progress.skill_map import Area, Level, Line, Need
from warmstart.web.progress.spans import HasEvidence, day_words, evidence_words, minutes_words, weekday_words
from warmstart.web.standing.changes import LEAST

register = template.Library()

register.filter("moment", moment)
register.filter("clock", clock)
register.filter("share", percent)
register.filter("exact", exact_percent)
register.filter("minutes", minutes_words)
register.filter("day", day_words)
register.filter("weekday", weekday_words)


@register.filter
def study_date(study_day: int) -> str:
    """The date of a study day."""
    return day_words(date.fromordinal(study_day))


@register.filter
def parts(moved: Moved | str | None) -> str:
    """`+0.21: skill +0.15, area +0.03, overall +0.03`, without what is next to nothing."""
    if not isinstance(moved, Moved):  # a template gives "" for the part of what is None
        return "counted for recall only"
    named = (("skill", moved.skill), ("area", moved.area), ("overall", moved.overall), ("item", moved.item))
    told = ", ".join(f"{name} {_signed(delta)}" for name, delta in named if abs(delta) >= LEAST)
    return f"{_signed(moved.total)}: {told}" if told else "next to nothing"


def _signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "\N{MINUS SIGN}")


@register.filter
def gain(points: float) -> str:
    """`+0.31 points`, or words for next to nothing."""
    return f"+{points:.2f} points" if points >= 0.005 else "under 0.01 points"


register.simple_tag(range_bar, name="range_bar")
register.simple_tag(range_words, name="chances")


@register.simple_tag
def evidence(round_: HasEvidence) -> str:
    """What a forecast rests on."""
    return evidence_words(round_.attempts, round_.mocks)


_HEIGHTS = {Level.STRONG: 12, Level.MIDDLING: 9, Level.WEAK: 6, Level.UNSEEN: 3}
"""The stronger, the higher, for whom colours look alike."""
_PIECES = {level: f"level-{level.name.lower()}" for level in Level}
WIDTH = 200


@register.simple_tag
def mastery_bar(mastery: Mastery) -> SafeString:
    """Bar, words, and how many attempts are behind them."""
    if not mastery.attempts:
        return format_html('<p class="quiet">{}</p>', attempts_words(0))
    return format_html(
        '{}<p>{} <span class="quiet">{}</span></p>',
        interval_bar(mastery.p, mastery.low, mastery.high),
        interval_words(mastery.p, mastery.low, mastery.high),
        attempts_words(mastery.attempts),
    )


@register.simple_tag
def area_bar(area: Area) -> SafeString:
    """A piece a level, as wide as its share of the area's skills; the sentence beside it says the same."""
    total, x, pieces = len(area.lines), 0.0, []
    for level, count in area.counts:
        width = WIDTH * count / total
        if count:
            high = _HEIGHTS[level]
            place = (f"{x + 0.5:.1f}", 13 - high, f"{max(width - 2, 1):.1f}", high)
            pieces.append((_PIECES[level], *place))
        x += width
    bars = format_html_join("", '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="1"/>', pieces)
    return format_html(
        '<svg class="levels" viewBox="0 0 {} 14" preserveAspectRatio="none" aria-hidden="true" '
        'focusable="false">{}</svg>',
        WIDTH,
        bars,
    )


@register.simple_tag
def skill_links(line: Line) -> SafeString:
    """To the skill's items, by kind."""
    places = (
        ("coding:problems", line.problems, "problem"),
        ("practice:questions", line.questions, "question"),
    )
    links = [
        format_html(
            '<a href="{}?skill={}">{} {}{}</a>',
            reverse(name),
            line.skill.id,
            count,
            word,
            "" if count == 1 else "s",
        )
        for name, count, word in places
        if count
    ]
    if line.cards:
        links.append(SafeString(f"{line.cards} card{'' if line.cards == 1 else 's'}"))
    return format_html_join(", ", "{}", ((link,) for link in links)) or SafeString("no items yet")


@register.simple_tag
def need_link(need: Need) -> SafeString:
    """To a skill, with its level."""
    place = reverse("progress:skill", args=[need.id])
    return format_html('<a href="{}">{}</a> <span class="quiet">({})</span>', place, need.title, need.level)


@register.simple_tag
def squares(calendar: Calendar) -> SafeString:
    """Not a loop of the template, which costs three times as much."""
    return format_html_join(
        "",
        '<rect class="level-{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>',
        ((each.level, each.x, each.y, each.side, each.side, each.label) for each in calendar.squares),
    )


@register.simple_tag
def skill_ticks(areas: Iterable[Ticks], round_id: str, ticked: Collection[str]) -> SafeString:
    """A box a skill, by area; areas with a tick stand open. Not a loop of the template: they are many."""
    return format_html_join(
        "",
        '<details{}><summary>{}{}</summary><fieldset class="ticks"><legend class="unseen">{}</legend>{}'
        "</fieldset></details>",
        (_area_ticks(area, round_id, ticked) for area in areas),
    )


def _area_ticks(area: Ticks, round_id: str, ticked: Collection[str]) -> tuple[object, ...]:
    count = sum(skill.id in ticked for skill in area.skills)
    boxes = format_html_join(
        "",
        '<label><input type="checkbox" name="skills-{}" value="{}"{}> {}</label>',
        (
            (round_id, skill.id, SafeString(" checked") if skill.id in ticked else "", skill.title)
            for skill in area.skills
        ),
    )
    opened = SafeString(" open") if count else ""
    return opened, area.title, f" ({count})" if count else "", area.title, boxes
