"""The page of the skill map: what was asked for, what there is."""

from dataclasses import dataclass

from django.http import QueryDict

from warmstart.web.progress.map_wish import SEEN, Wish, wished
from warmstart.web.progress.rounds import rounds_of
from warmstart.web.progress.skill_map import Area, Level, Line, areas_of, lines_of
from warmstart.web.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class MapPage:
    """`lines`: those that match, in the order asked for; `areas`: the same, by area."""

    wish: Wish
    sentence: str
    lines: tuple[Line, ...]
    areas: tuple[Area, ...]
    rounds: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...] = tuple(SEEN.items())

    @property
    def count(self) -> int:
        return len(self.lines)


def map_page(standing: Standing, query: QueryDict) -> MapPage:
    rounds = rounds_of(standing)
    wish = Wish.of(query, [each.id for each in rounds])
    everything = lines_of(standing)
    lines = tuple(wished(everything, wish, {each.id: each.skills.keys() for each in rounds}))
    titles = tuple((each.id, each.title) for each in rounds)
    return MapPage(wish, _sentence(everything), lines, areas_of(lines), titles)


def _sentence(lines: tuple[Line, ...]) -> str:
    seen = [line for line in lines if line.seen]
    if not lines:
        return "No pack with a skill map is installed."
    if not seen:
        return f"Nothing seen yet of {len(lines)} skills. The map fills as you solve and answer."
    strong = sum(line.level is Level.STRONG for line in seen)
    weak = sum(line.level is Level.WEAK for line in seen)
    return f"{len(seen)} of {len(lines)} skills seen: {strong} strong, {weak} weak."
