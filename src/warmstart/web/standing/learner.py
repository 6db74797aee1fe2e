"""A standing as the planner and the forecast see it: rounds, skills, cards, blocks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from statistics import median
from uuid import UUID

from warmstart.plan.days import study_minutes
from warmstart.plan.learner import Block, Card, Learner, SkillState
from warmstart.recall.days import real_day
from warmstart.recall.memory import Rating, recall_at
from warmstart.skills.readiness import A, RoundSpec, SkillNow, known_share, recall_of_skill
from warmstart.skills.target import DEFAULT_ROLE, SkillNode, rounds_of
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.practice import difficulty_of, kind_of, mult_of
from warmstart.web.standing.standing import Standing

HORIZON = 30.0
"""Days ahead that are planned for while there is no date."""
MORNING = time(9)
"""When interviews are taken to begin."""
OWN_TIMES = 20
"""Times of a kind from which on the learner's own median counts."""
SIGHT = {"card": 0.25, "question": 1.0}
FIRST_SIGHT = {"card": 1.2, "question": 2.5}
"""[J] Minutes of a recall at sight, and of meeting something."""
BLOCKS_A_SKILL = 3


@dataclass(frozen=True, slots=True)
class Met:
    """Of the items of a skill: chances of recall of those that were met, how many were not, and how many of
    the met ones were known at first sight."""

    recalls: tuple[float, ...]
    unseen: int
    known: int


def interview_at(standing: Standing) -> datetime | None:
    """The instant for which one prepares; None: no date is set. Not past before the day is over."""
    if standing.target is None or standing.target.date is None:
        return None
    morning = datetime.combine(standing.target.date, MORNING, standing.zone)
    is_today = standing.target.date.toordinal() == standing.study_day
    return max(morning, standing.at) if is_today else morning


def target_day(standing: Standing) -> float:
    """Real day of the interview; thirty days ahead while there is none, or when it is past."""
    at = interview_at(standing)
    if at is None or real_day(at) < standing.day:
        return standing.day + HORIZON
    return real_day(at)


class Beliefs:
    """What the planner and the forecast are made from; computed when first asked for."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing

    @cached_property
    def live(self) -> tuple[Facts, ...]:
        """What may be offered, or counts for recall: live, with a skill."""
        return tuple(each for each in self.standing.items.values() if each.live and each.skill)

    @cached_property
    def rounds(self) -> tuple[RoundSpec, ...]:
        standing = self.standing
        coded = {share.skill for each in self.live if each.kind == "problem" for share in each.shares}
        trained = {share.skill for each in self.live for share in each.shares}
        nodes = [
            SkillNode(skill.id, skill.area_key, skill.mark, skill.id in coded)
            for skill in standing.skills.values()
            if skill.id in trained
        ]
        target = standing.target
        if target is None:
            return rounds_of(nodes, DEFAULT_ROLE)
        return rounds_of(nodes, target.role, target.rounds, sourced=target.sourced)

    @cached_property
    def met(self) -> Mapping[str, Met]:
        """By skill."""
        found: dict[str, tuple[list[float], list[int], list[bool]]] = {}
        first, memories = self.standing.fold.first, self.standing.memories
        for each in self.live:
            recalls, unseen, known = found.setdefault(each.skill, ([], [], []))
            memory = memories.get(str(each.id))
            if memory is None:
                unseen.append(1)
            else:
                recalls.append(recall_at(memory, self.standing.day, self.standing.parameters))
                known.append(first.get(str(each.id)) == Rating.EASY)
        return {skill: Met(tuple(r), len(u), sum(k)) for skill, (r, u, k) in found.items()}

    @cached_property
    def _anywhere(self) -> tuple[int, int]:
        """(known, seen) over all skills."""
        return (
            sum(each.known for each in self.met.values()),
            sum(len(each.recalls) for each in self.met.values()),
        )

    def known(self, skill: str) -> float:
        met = self.met.get(skill, Met((), 0, 0))
        return known_share(len(met.recalls), met.known, *self._anywhere)

    def recall(self, skill: str) -> float:
        """K now."""
        met = self.met.get(skill, Met((), 0, 0))
        return recall_of_skill(met.recalls, met.unseen, met.known, *self._anywhere)

    @cached_property
    def skills(self) -> Mapping[str, SkillNow]:
        """Of every skill of the rounds, in units of z."""
        wanted = {skill for each in self.rounds for skill in each.skills}
        return {skill: self._skill(skill) for skill in sorted(wanted)}

    def _skill(self, skill: str) -> SkillNow:
        standing = self.standing
        found = standing.bank.logit(skill, standing.skills[skill].area_key, standing.day)
        return SkillNow(found.mean / A, found.var_skill / A**2, found.var_shared / A**2, self.recall(skill))

    def learner(self, capacity: float | None, done: float = 0.0, reviewed: float = 0.0) -> Learner:
        """`done`, `reviewed`: minutes of today that are over, and those of them that were recall at sight."""
        standing, fold = self.standing, self.standing.fold
        states = {
            skill: SkillState(now.z, self.known(skill), fold.ledgers.get(skill))
            for skill, now in self.skills.items()
        }
        today = standing.study_day
        return Learner(
            rounds=self.rounds,
            skills=states,
            cards=tuple(self._cards()),
            blocks=tuple(self._blocks()),
            today=standing.day,
            target=target_day(standing),
            parameters=standing.parameters,
            practised=frozenset(skill for skill, day in fold.practised.items() if day == today),
            long_block_done=any(self._is_long(go.item) for go in standing.today if go.kind != "sight"),
            coding_block_done=any(go.kind == "problem" for go in standing.today),
            done=done,
            reviewed=reviewed,
            capacity=capacity,
            shown=fold.course.recalibration.shown,
        )

    def _is_long(self, item: UUID) -> bool:
        facts = self.standing.items.get(item)
        return facts is not None and facts.minutes >= 20

    def is_put_off(self, item: UUID) -> bool:
        return item in self.standing.suspended or item in self.standing.buried

    @cached_property
    def _done(self) -> frozenset[UUID]:
        return frozenset(go.item for go in self.standing.today)

    def _cards(self) -> Iterable[Card]:
        memories = self.standing.memories
        for each in self.live:
            memory = memories.get(str(each.id))
            held = each.id in self._done or self.is_put_off(each.id)
            practised = each.kind == "problem" or (each.kind == "question" and memory is None)
            minutes = self.minutes(each, at_sight=True, met=memory is not None)
            yield Card(str(each.id), each.skill, memory, minutes, held, practised)

    def _blocks(self) -> Iterable[Block]:
        """By skill the few items that are worth most as practice: never met, or due."""
        by_skill: dict[tuple[str, str], list[Facts]] = {}
        for each in self.live:
            if each.kind != "card" and each.id not in self._done and not self.is_put_off(each.id):
                by_skill.setdefault((each.skill, each.kind), []).append(each)
        for found in by_skill.values():
            for each in sorted(found, key=self._readiest)[:BLOCKS_A_SKILL]:
                yield Block(
                    id=str(each.id),
                    shares={share.skill: share.loading for share in each.shares},
                    minutes=self.minutes(each, at_sight=False, met=False),
                    mult=mult_of(each),
                    difficulty=difficulty_of(each),
                    is_coding=kind_of(each) == "coding",
                    card=str(each.id),
                )

    def _readiest(self, each: Facts) -> tuple[float, float, str]:
        """What was never met first, then what is likeliest forgotten; nearest to what one can do."""
        recall = self.standing.recall(each.id)
        distance = abs(self.skills[each.skill].z - difficulty_of(each)) if each.skill in self.skills else 9.0
        return (0.0 if recall is None else 0.2 + recall, distance, str(each.id))

    def minutes(self, each: Facts, *, at_sight: bool, met: bool) -> float:
        """The authored ones, until enough of the learner's own are known."""
        if not at_sight:
            return self._own(each.kind, each.minutes)
        if met:
            return (
                self._own("sight", SIGHT.get(each.kind, each.minutes))
                if each.kind != "problem"
                else each.minutes
            )
        return FIRST_SIGHT.get(each.kind, each.minutes)

    def _own(self, kind: str, authored: float) -> float:
        own = self.standing.fold.kinds.get(kind, [])
        if kind != "sight" or len(own) < OWN_TIMES:
            return authored
        return max(min(median(own[-200:]), 5 * authored), 0.1)


def minutes_until(standing: Standing, done: float) -> float | None:
    """Minutes of practice from now until the interview, days off left out; None: no date."""
    at = interview_at(standing)
    if at is None:
        return None
    first = date.fromordinal(standing.study_day)
    return study_minutes(first, at.date(), standing.minutes, standing.off.is_off, done)
