"""What the skill map is filtered by."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from warmstart.web.progress.skill_map import Level, Line, weakest_first

ANY_ROUND = "any"
"""Instead of a round's id: of whichever round of the target."""
SEEN = {"no": "not seen yet", "yes": "seen", "weak": "weak"}


@dataclass(frozen=True, slots=True)
class Wish:
    """Empty: by nothing. Words that mean nothing here count as empty."""

    round: str = ""
    seen: str = ""
    weakest: bool = False

    @classmethod
    def of(cls, query: QueryDict, rounds: Collection[str]) -> "Wish":
        """`rounds`: ids of those of the target."""
        round_, seen = query.get("round", ""), query.get("seen", "")
        return cls(
            round=round_ if round_ in rounds or (rounds and round_ == ANY_ROUND) else "",
            seen=seen if seen in SEEN else "",
            weakest=query.get("order") == "weakest",
        )

    @property
    def narrows(self) -> bool:
        return bool(self.round or self.seen)


def wished(lines: Iterable[Line], wish: Wish, asked: Mapping[str, Collection[str]]) -> list[Line]:
    """`asked`: ids of the skills that each round of the target asks for."""
    inside = _inside(wish, asked)
    found = [line for line in lines if _is_in(line, wish) and (inside is None or line.skill.id in inside)]
    return weakest_first(found) if wish.weakest else found


def _inside(wish: Wish, asked: Mapping[str, Collection[str]]) -> Collection[str] | None:
    if wish.round == ANY_ROUND:
        return {skill for skills in asked.values() for skill in skills}
    return asked.get(wish.round)


def _is_in(line: Line, wish: Wish) -> bool:
    match wish.seen:
        case "no":
            return not line.seen
        case "yes":
            return line.seen
        case "weak":
            return line.level is Level.WEAK
        case _:
            return True
