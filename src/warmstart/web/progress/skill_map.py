"""The skill map with what somebody can do of it: a line a skill, by area or weakest first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from warmstart.recall.days import moment, study_day
from warmstart.skills.bank import Mastery
from warmstart.web.standing.facts import Facts, SkillFacts
from warmstart.web.standing.standing import Standing

WEAK, STRONG = 0.5, 0.7
"""Chance at a medium item under which a skill is called weak, and from which on strong. A judgement."""


class Level(StrEnum):
    """What a mastery comes to in one word."""

    STRONG = "strong"
    MIDDLING = "middling"
    WEAK = "weak"
    UNSEEN = "not seen"


def level_of(mastery: Mastery) -> Level:
    if not mastery.attempts:
        return Level.UNSEEN
    return Level.STRONG if mastery.p >= STRONG else Level.WEAK if mastery.p < WEAK else Level.MIDDLING


@dataclass(frozen=True, slots=True)
class Need:
    """A direct prerequisite. `weak`: what rests on it is practised already, and it does not hold yet."""

    id: str
    title: str
    level: Level
    weak: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A skill. `bears`: titles of practised skills that rest on it, where it is weak."""

    skill: SkillFacts
    mastery: Mastery
    level: Level
    last: date | None
    needs: tuple[Need, ...]
    bears: tuple[str, ...]
    problems: int
    questions: int
    cards: int

    @property
    def seen(self) -> bool:
        return self.mastery.attempts > 0


@dataclass(frozen=True, slots=True)
class Area:
    """`counts`: skills by level, in the order of `Level`."""

    id: str
    title: str
    lines: tuple[Line, ...]

    @property
    def counts(self) -> tuple[tuple[Level, int], ...]:
        found = Counter(line.level for line in self.lines)
        return tuple((level, found[level]) for level in Level)

    @property
    def sentence(self) -> str:
        """`3 strong, 1 weak, 8 not seen`."""
        return ", ".join(f"{count} {level}" for level, count in self.counts if count)

    @property
    def weak_grounds(self) -> int:
        """Skills that are weak although others that are practised rest on them."""
        return sum(bool(line.bears) for line in self.lines)


def lines_of(standing: Standing) -> tuple[Line, ...]:
    """Every skill, in the order of the map."""
    skills = standing.skills
    masteries = {id: standing.mastery(id) for id in skills}
    levels = {id: level_of(mastery) for id, mastery in masteries.items()}
    counts, last = counts_of(standing.items.values()), last_seen(standing)
    bears = _bears(skills, levels)
    return tuple(
        Line(
            skill=skill,
            mastery=masteries[id],
            level=levels[id],
            last=last.get(id),
            needs=_needs(skill, skills, levels),
            bears=bears.get(id, ()),
            problems=counts[id]["problem"],
            questions=counts[id]["question"],
            cards=counts[id]["card"],
        )
        for id, skill in skills.items()
    )


def areas_of(lines: Iterable[Line]) -> tuple[Area, ...]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.skill.area_key, []).append(line)
    return tuple(Area(key, own[0].skill.area or key, tuple(own)) for key, own in found.items())


def weakest_first(lines: Iterable[Line]) -> list[Line]:
    """Those of which nothing was seen come last: of them nothing is known."""
    return sorted(lines, key=lambda line: (not line.seen, line.mastery.p))


def counts_of(items: Iterable[Facts]) -> Mapping[str, Counter[str]]:
    """Live items that train a skill, by skill and kind."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for facts in items:
        if facts.live:
            for share in facts.shares:
                found[share.skill][facts.kind] += 1
    return found


def last_seen(standing: Standing) -> Mapping[str, date]:
    """The last study day on which an item of the skill was attempted or reviewed."""
    latest: dict[str, tuple[float, int]] = {}
    for item, facts in standing.items.items():
        memory = standing.memories.get(str(item))
        if memory is not None:
            seen = (memory.last, memory.study_day)
            for share in facts.shares:
                latest[share.skill] = max(seen, latest.get(share.skill, seen))
    for skill, day in ((id, standing.mastery(id).last_day) for id in standing.skills):
        if day is not None and (skill not in latest or day > latest[skill][0]):
            latest[skill] = (day, _study_day(standing, day))
    return {skill: date.fromordinal(study_day) for skill, (_, study_day) in latest.items()}


def _study_day(standing: Standing, day: float) -> int:
    """Of an instant, where the learner was then."""
    at = moment(day)
    return study_day(at, standing.decisions.zone_at(at))


def _needs(
    skill: SkillFacts, skills: Mapping[str, SkillFacts], levels: Mapping[str, Level]
) -> tuple[Need, ...]:
    practised = levels[skill.id] is not Level.UNSEEN
    return tuple(
        Need(need, skills[need].title, levels[need], practised and levels[need] is Level.WEAK)
        for need in skill.needs
        if need in skills
    )


def _bears(skills: Mapping[str, SkillFacts], levels: Mapping[str, Level]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for skill in skills.values():
        if levels[skill.id] is not Level.UNSEEN:
            for need in skill.needs:
                if levels.get(need) is Level.WEAK:
                    found.setdefault(need, []).append(skill.title)
    return {need: tuple(titles) for need, titles in found.items()}
