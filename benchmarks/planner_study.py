"""A month of study: what the planner believes of a learner, beside the truth.

Beliefs: memories by the default parameters from the ratings; ability by one Kalman filter over root, round
and skill in units of z, with the ledger of practice added outside.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from planner_world import BY_LUCK, MEET, REVIEW, Truth

from warmstart.plan.learner import Block, Card, Learner, SkillState
from warmstart.plan.ledger import Ledger, faded, practised
from warmstart.recall.memory import Memory, Rating, after, recall_at
from warmstart.skills.readiness import KAPPA, UNSEEN, A, SkillNow, known_share, recall_of_skill

LONG = 20.0
ROOT, ROUND, SKILL, NOISE = (-0.3, 0.5), 0.3, 0.5, 0.02
"""Mean and variance of the root, variances of a round and of a skill, and what a block adds to the last."""
_PI_8 = np.pi / 8


class Filter:
    """Means and variances of root, rounds and skills, in units of z."""

    def __init__(self, round_of: tuple[int, ...]) -> None:
        self.round_of = round_of
        rounds = max(round_of) + 1
        self.mean = np.concatenate([[ROOT[0]], np.zeros(rounds + len(round_of))])
        self.var = np.concatenate([[ROOT[1]], np.full(rounds, ROUND), np.full(len(round_of), SKILL)])
        self._first = 1 + rounds

    def path(self, skill: int) -> list[int]:
        return [0, 1 + self.round_of[skill], self._first + skill]

    def z(self, skill: int) -> float:
        return float(self.mean[self.path(skill)].sum())

    def variances(self, skill: int) -> tuple[float, float]:
        """Of the skill alone, and of what it shares."""
        root, round_, own = self.var[self.path(skill)].tolist()
        return own, root + round_

    def learn(self, skill: int, beside: float, y: float) -> None:
        """`beside`: what is added to the baseline in the logit, in units of z."""
        path = self.path(skill)
        var = self.var[path]
        mean, total = A * (self.mean[path].sum() + beside), A * A * var.sum()
        k = 1.0 / np.sqrt(1.0 + _PI_8 * total)
        p = 1.0 / (1.0 + np.exp(-k * mean))
        slope = p * (1.0 - p) * k
        bend = slope * slope / (p * (1.0 - p))
        c = 1.0 / (1.0 + total * bend)
        self.mean[path] += A * var * (y - p) * slope / (p * (1.0 - p)) * c
        self.var[path] -= (A * var) ** 2 * bend * c
        self.var[path[-1]] += NOISE


@dataclass
class Study:
    """`left`: minutes of today. `today_seen`, `practised`: cards and skills of today."""

    truth: Truth
    target: int
    minutes: float
    day: int = 0
    left: float = 0.0
    memories: dict[int, Memory] = field(default_factory=dict)
    first: dict[int, Rating] = field(default_factory=dict)
    today_seen: set[int] = field(default_factory=set)
    practised: set[str] = field(default_factory=set)
    long_done: bool = False
    coding_done: bool = False

    def __post_init__(self) -> None:
        world = self.truth.world
        self.world = world
        self.filter = Filter(world.round_of)
        self.ledgers: list[Ledger | None] = [None] * len(world.skills)
        self.at = {name: n for n, name in enumerate(world.skills)}
        self.card_at = {name: n for n, name in enumerate(world.cards)}
        self.block_at = {block.id: block for block in world.blocks}
        self.counts = [[0, 0] for _ in (*world.skills, "anywhere")]
        self.of_skill: list[list[int]] = [[] for _ in world.skills]
        for card, skill in enumerate(world.skill_of):
            self.of_skill[skill].append(card)

    def begin(self, day: int) -> None:
        self.day, self.left = day, self.minutes
        self.today_seen, self.practised = set(), set()
        self.long_done = self.coding_done = False

    def fits(self, minutes: float, *, is_block: bool) -> bool:
        return minutes <= self.left + (3.0 if is_block else 1e-9)

    def see(self, card: int) -> None:
        rating, minutes = self.truth.see(card, self.day)
        self.memories[card] = after(self.memories.get(card), rating, float(self.day), self.day)
        if card not in self.first:
            self.first[card] = rating
            self._met(card, known=rating is Rating.EASY)
        self.today_seen.add(card)
        self.left -= minutes

    def practise(self, block: Block) -> None:
        n = self.at[block.skill]
        beside = faded(self.ledgers[n], self.day) + KAPPA * (self.recall(n) - 0.5) - block.difficulty
        chances = {skill: self.chance(self.at[skill], block.difficulty) for skill in block.shares}
        right, minutes = self.truth.practise(block, self.day)
        self.filter.learn(n, beside, float(right))
        for skill, share in block.shares.items():
            m = self.at[skill]
            self.ledgers[m] = practised(self.ledgers[m], float(self.day), block.mult * share, chances[skill])
        self.practised.add(block.skill)
        self.long_done |= block.minutes >= LONG
        self.coding_done |= block.is_coding
        self.left -= minutes

    def chance(self, skill: int, difficulty: float) -> float:
        """Of success, as it is believed."""
        logit = A * (self.z(skill) + KAPPA * (self.recall(skill) - 0.5) - difficulty)
        return float(1.0 / (1.0 + np.exp(-logit)))

    def z(self, skill: int) -> float:
        return self.filter.z(skill) + faded(self.ledgers[skill], self.day)

    def _met(self, card: int, *, known: bool) -> None:
        for counts in (self.counts[self.world.skill_of[card]], self.counts[-1]):
            counts[0] += known
            counts[1] += 1

    def kappa(self, skill: int) -> float:
        known, met = self.counts[skill]
        return known_share(met, known, *self.counts[-1])

    def recall(self, skill: int) -> float:
        """K now."""
        recalls = [recall_at(self.memories[c], self.day) for c in self.of_skill[skill] if c in self.memories]
        unseen = len(self.of_skill[skill]) - len(recalls)
        return recall_of_skill(recalls, unseen, self.counts[skill][0], *self.counts[-1])

    def now(self) -> dict[str, SkillNow]:
        """As the forecast wants it."""
        return {name: self._now(n) for name, n in self.at.items()}

    def _now(self, skill: int) -> SkillNow:
        return SkillNow(self.z(skill), *self.filter.variances(skill), self.recall(skill))

    def learner(self) -> Learner:
        """As the planner wants it."""
        states = {name: SkillState(self.z(n), self.kappa(n), self.ledgers[n]) for name, n in self.at.items()}
        return self._learner(states, tuple(self._cards()))

    def _learner(self, states: dict[str, SkillState], cards: tuple[Card, ...]) -> Learner:
        return Learner(
            rounds=self.truth.rounds,
            skills=states,
            cards=cards,
            blocks=self.world.blocks,
            today=float(self.day),
            target=float(self.target),
            practised=frozenset(self.practised),
            long_block_done=self.long_done,
            coding_block_done=self.coding_done,
            capacity=(self.target - self.day - 1) * self.minutes + self.left,
        )

    def _cards(self) -> list[Card]:
        return [
            self._card(n, self.memories.get(n), met=n in self.memories) for n in range(len(self.world.cards))
        ]

    def _card(self, card: int, memory: Memory | None, *, met: bool) -> Card:
        skill = self.world.skills[self.world.skill_of[card]]
        minutes = REVIEW if met else MEET
        return Card(self.world.cards[card], skill, memory, minutes, card in self.today_seen)


class Oracle(Study):
    """The same month, planned by who knows the truth: parameters, memories, abilities and paces."""

    def learner(self) -> Learner:
        truth = self.truth
        states = {
            name: SkillState(truth.z(n, self.day), BY_LUCK / UNSEEN, truth.ledgers[n])
            for name, n in self.at.items()
        }
        found = self._learner(states, tuple(self._cards()))
        return replace(found, parameters=truth.w, pace=truth.pace)

    def _cards(self) -> list[Card]:
        """What was known before is to it like a card that was met, at the price of a first meeting."""
        truth = self.truth
        return [self._card(n, truth.memories[n], met=bool(truth.met[n])) for n in range(len(truth.memories))]
