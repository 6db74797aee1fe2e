"""What the simulated learners study, and how one of them really is: nothing here is seen by a planner.

60 skills in four rounds, 568 cards, one or three kinds of practice a skill. The truth has the planner's
functional forms with values of its own for every learner, so gains are optimistic; the order of policies is
what to trust. Source: the design note of the planner, part 4.
"""

from dataclasses import dataclass
from math import erf, sqrt
from typing import Any, TypeAlias

import numpy as np

from warmstart.plan.learner import Block
from warmstart.plan.ledger import Ledger, Pace, faded, practised
from warmstart.recall.memory import Memory, Rating, after
from warmstart.recall.parameters import DEFAULTS, HIGH, LOW, Parameters
from warmstart.skills.readiness import BAR, KAPPA, LUCK, A, RoundSpec, quality

Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

ROUNDS = (
    ("concepts", 0.30, 0.6, 20, 10),
    ("coding", 0.30, 0.2, 16, 10),
    ("design", 0.25, 0.4, 16, 10),
    ("behavioural", 0.15, 0.3, 8, 6),
)
"""Name, weight, alpha, skills, cards a skill."""
PRACTICE = {
    "concepts": ((5.0, 0.35, 0.2),),
    "coding": ((12.0, 0.8, -0.7), (20.0, 1.0, 0.3), (32.0, 1.2, 1.2)),
    "design": ((35.0, 0.9, 0.5),),
    "behavioural": ((9.0, 0.6, 0.0),),
}
"""Minutes, mult and difficulty of what can be practised; coding is easy, medium and hard."""
COMPANION = 0.5
"""What a design case teaches of each of its two companion skills."""
REVIEW, MEET = 0.25, 1.2
"""Minutes of a review, and of meeting a card."""
BY_LUCK = 0.03
"""Recall of what one was never told."""
FAILED = 0.85
"""What a block teaches if one does not succeed."""
AT_FIRST = (0.25, 0.15, 0.5, 0.1)
"""Ratings again to easy of a card that was not known."""
RECALLED = (0.12, 0.80, 0.08)
"""Ratings hard to easy of a card that was recalled."""
LONGER = 1.8
"""How much longer a lapse takes."""


@dataclass(frozen=True)
class World:
    """`round_of`: by skill; `skill_of`: by card. Names are numbers with a letter before them."""

    skills: tuple[str, ...]
    round_of: tuple[int, ...]
    skill_of: tuple[int, ...]
    cards: tuple[str, ...]
    blocks: tuple[Block, ...]


def world() -> World:
    round_of = [n for n, (*_, skills, _) in enumerate(ROUNDS) for _ in range(skills)]
    skills = [f"s{n:02d}" for n in range(len(round_of))]
    skill_of = [n for n, round_ in enumerate(round_of) for _ in range(ROUNDS[round_][4])]
    blocks = tuple(
        Block(f"b{n:02d}{kind}", _shares(n, round_of, skills), minutes, mult, difficulty, name == "coding")
        for n, round_ in enumerate(round_of)
        for name in (ROUNDS[round_][0],)
        for kind, (minutes, mult, difficulty) in enumerate(PRACTICE[name])
    )
    cards = tuple(f"c{n:03d}" for n in range(len(skill_of)))
    return World(tuple(skills), tuple(round_of), tuple(skill_of), cards, blocks)


def _shares(n: int, round_of: list[int], skills: list[str]) -> dict[str, float]:
    """A design case has the next two of its round beside it, in a circle."""
    shares = {skills[n]: 1.0}
    if ROUNDS[round_of[n]][0] == "design":
        mine = [m for m, round_ in enumerate(round_of) if round_ == round_of[n]]
        at = mine.index(n)
        shares |= {skills[mine[(at + step) % len(mine)]]: COMPANION for step in (1, 2)}
    return shares


class Truth:
    """One learner. What is done changes it; `rng` decides what happens, `seed` who it is."""

    def __init__(self, world: World, seed: tuple[int, int]) -> None:
        self.world = world
        rng = np.random.default_rng((*seed, 0))
        self.rng = np.random.default_rng((*seed, 1))
        self.w = _parameters(rng)
        self.pace = Pace(_log_normal(rng, 0.5, 0.4), _log_normal(rng, 15.0, 0.5))
        by_round = rng.normal(0.0, 0.5, len(ROUNDS))[list(world.round_of)]
        self.start = rng.normal(-0.4, 0.6) + by_round + rng.normal(0.0, 0.7, len(world.skills))
        self.ledgers: list[Ledger | None] = [None] * len(world.skills)
        self.rounds = _rounds(world, rng)
        self._before(rng)

    def _before(self, rng: np.random.Generator) -> None:
        """What was known before: memories, by card. `met`: in the study that is simulated."""
        size = len(self.world.cards)
        known = rng.random(size) < 1.0 / (1.0 + np.exp(0.6 - 1.1 * self.start[list(self.world.skill_of)]))
        stability = np.exp(rng.normal(np.log(40.0), 0.8, size))
        last = -rng.uniform(10.0, 120.0, size)
        self.met = np.zeros(size, bool)
        self.memories: list[Memory | None] = [None] * size
        self._stability, self._last = np.full(size, np.nan), np.zeros(size)
        for card in np.flatnonzero(known).tolist():
            self._keep(card, Memory(float(stability[card]), 5.0, float(last[card]), -10))

    def _keep(self, card: int, memory: Memory) -> None:
        self.memories[card] = memory
        self._stability[card], self._last[card] = memory.stability, memory.last

    def recall(self, day: float) -> Array:
        """Chance by card."""
        factor = 0.9 ** (-1.0 / self.w[20]) - 1.0
        found = (1.0 + factor * np.maximum(day - self._last, 0.0) / self._stability) ** -self.w[20]
        return np.where(np.isnan(self._stability), BY_LUCK, found)

    def recall_of_skills(self, day: float) -> Array:
        skill_of = np.array(self.world.skill_of)
        return np.bincount(skill_of, weights=self.recall(day)) / np.bincount(skill_of)

    def z(self, skill: int, day: float) -> float:
        return float(self.start[skill]) + faded(self.ledgers[skill], day, self.pace)

    def scores(self, day: float) -> Array:
        """True score by round."""
        recall = self.recall_of_skills(day)
        at = {name: n for n, name in enumerate(self.world.skills)}
        return np.array(
            [
                sum(
                    weight * quality(each.alpha, self.z(at[skill], day), float(recall[at[skill]]))
                    for skill, weight in each.skills.items()
                )
                for each in self.rounds
            ]
        )

    def see(self, card: int, day: int) -> tuple[Rating, float]:
        """A card, for the first time or again: the rating that the learner gives, and minutes."""
        chance = float(self.recall(day)[card])
        is_first, recalled = not self.met[card], self.rng.random() < chance
        rating = self._rating(is_first=is_first, recalled=bool(recalled))
        before = self.memories[card] if recalled or not is_first else None
        self._keep(card, after(before, rating, float(day), day, self.w))
        self.met[card] = True
        lapse = LONGER if not is_first and not recalled else 1.0
        return rating, self._minutes(MEET if is_first else REVIEW) * lapse

    def _rating(self, *, is_first: bool, recalled: bool) -> Rating:
        if is_first:
            return Rating.EASY if recalled else Rating(1 + int(self.rng.choice(4, p=AT_FIRST)))
        return Rating(2 + int(self.rng.choice(3, p=RECALLED))) if recalled else Rating.AGAIN

    def practise(self, block: Block, day: int) -> tuple[bool, float]:
        """Whether it succeeded, and minutes."""
        recall = self.recall_of_skills(day)
        at = {name: n for n, name in enumerate(self.world.skills)}
        chances = {
            skill: success(self.z(at[skill], day), float(recall[at[skill]]), block.difficulty)
            for skill in block.shares
        }
        right = bool(self.rng.random() < chances[block.skill])
        for skill, share in block.shares.items():
            mult = block.mult * share * (1.0 if right else FAILED)
            self.ledgers[at[skill]] = practised(
                self.ledgers[at[skill]], float(day), mult, chances[skill], self.pace
            )
        return right, self._minutes(block.minutes)

    def _minutes(self, usual: float) -> float:
        return usual * float(np.exp(self.rng.normal(-0.03, 0.25)))


def success(z: float, recall: float, difficulty: float) -> float:
    return float(1.0 / (1.0 + np.exp(-A * (z + KAPPA * (recall - 0.5) - difficulty))))


def passes(score: float, luck: float) -> bool:
    """Whether a round is passed with that luck, in standard deviations."""
    return score + LUCK * luck >= BAR


def pass_chance(score: float) -> float:
    """Of a round, by the true score."""
    return 0.5 * (1.0 + erf((score - BAR) / LUCK / sqrt(2.0)))


def _log_normal(rng: np.random.Generator, median: float, spread: float) -> float:
    return float(np.exp(rng.normal(np.log(median), spread)))


def _parameters(rng: np.random.Generator) -> Parameters:
    found = np.array(DEFAULTS) * np.exp(rng.normal(0.0, 0.25, len(DEFAULTS)))
    found[20] = np.clip(_log_normal(rng, 0.2, 0.45), 0.1, 0.8)
    return tuple(np.clip(found, LOW, HIGH).tolist())


def _rounds(world: World, rng: np.random.Generator) -> tuple[RoundSpec, ...]:
    """What this learner's interview asks for; planners are told."""
    found = []
    for n, (name, weight, alpha, *_) in enumerate(ROUNDS):
        mine = [skill for skill, round_ in zip(world.skills, world.round_of, strict=True) if round_ == n]
        parts = rng.gamma(1.2, size=len(mine)) + 0.05
        weights = dict(zip(mine, (parts / parts.sum()).tolist(), strict=True))
        found.append(RoundSpec(name, name, weight, alpha, weights))
    return tuple(found)
