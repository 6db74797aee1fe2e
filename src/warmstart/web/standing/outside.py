"""Cards of one's own that name no skill: the plan does not know them, so they come when they are due."""

from collections.abc import Iterator
from dataclasses import replace

from warmstart.web.standing.agenda import Agenda, Listed, agenda_of, minutes_wanted
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import WANTED, Standing

SHARE, LEAST = 0.2, 1.0
"""Of the minutes that are to be filled, and minutes that they get at least. Judgements."""
MINUTES, MINUTES_NEW = 0.25, 1.2
WHY = "A card of your own that names no skill of the interview: it comes when its chance falls to 90 %."


def whole_agenda(standing: Standing, minutes: float | None = None) -> Agenda:
    """The plan's list after what is outside of it, both within the minutes that there are."""
    own = outside_the_plan(standing, minutes_wanted(standing, minutes))
    taken = sum(each.minutes for each in own)
    agenda = agenda_of(standing, minutes, kept=taken)
    return replace(agenda, items=(*own, *agenda.items), minutes=agenda.minutes + taken)


def outside_the_plan(standing: Standing, wanted: float) -> tuple[Listed, ...]:
    """The likeliest forgotten first, then new ones, as they were written. `wanted`: minutes to be filled."""
    left = max(SHARE * wanted, LEAST) if wanted > 0 else 0.0
    found = []
    for each in _due(standing):
        if each.minutes <= left:
            found.append(each)
            left -= each.minutes
    return tuple(found)


def _due(standing: Standing) -> Iterator[Listed]:
    done = {go.item for go in standing.today}
    held = done | standing.suspended | standing.buried
    own = [standing.items[card] for card in standing.decisions.cards if card in standing.items]
    waiting = [facts for facts in own if facts.live and not facts.skill and facts.id not in held]
    chances = {facts.id: standing.recall(facts.id) for facts in waiting}
    for facts in sorted(waiting, key=lambda facts: chances[facts.id] or 1.0):
        chance = chances[facts.id]
        if chance is None:
            yield _listed("new", facts, MINUTES_NEW)
        elif chance <= WANTED:
            yield _listed("review", facts, MINUTES)


def _listed(kind: str, facts: Facts, minutes: float) -> Listed:
    return Listed(kind, facts, minutes, 0.0, (WHY,))
