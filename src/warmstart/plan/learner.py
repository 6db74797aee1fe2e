"""What a plan is made from: beliefs about one learner at one instant, as values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from warmstart.plan.ledger import USUAL, Ledger, Pace
from warmstart.recall.memory import Memory
from warmstart.recall.parameters import DEFAULTS, Parameters
from warmstart.skills.readiness import RoundSpec


@dataclass(frozen=True, slots=True)
class Card:
    """Something that one recalls at sight. `memory` None: never met. `minutes`: of a review, or to meet it.

    `held`: it counts towards the recall of its skill, and is not offered today: reviewed, put off, suspended.
    `by_practice`: it is met or reviewed by practising it, not at sight.
    """

    id: str
    skill: str
    memory: Memory | None
    minutes: float
    held: bool = False
    by_practice: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """An item to practise. `shares`: by skill how far it trains it, the primary one first.

    `mult`: what it teaches beside a medium coding problem; `difficulty` in units of z.
    `card`: id of the card that practising it also meets or reviews.
    """

    id: str
    shares: Mapping[str, float]
    minutes: float
    mult: float
    difficulty: float
    is_coding: bool
    card: str | None = None

    @property
    def skill(self) -> str:
        return next(iter(self.shares))


@dataclass(frozen=True, slots=True)
class SkillState:
    """`z`: now, practice included. `known`: kappa, the share of unseen cards that one knows already."""

    z: float
    known: float
    ledger: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Learner:
    """`today`, `target`: real days. `practised`: skills that had their block today; `long_block_done`,
    `coding_block_done`: whether one of them was long, or coding. `done`: minutes of today that are over;
    `reviewed`: those of them that went into reviews at sight.

    `capacity`: minutes that are left until the interview, today's included; None: not known. `lift`: how much
    more what was never met counts where they run short. `pace`: how fast practice adds, and fades.
    `shown`: the chance of recall to tell for one that is believed.
    """

    rounds: tuple[RoundSpec, ...]
    skills: Mapping[str, SkillState]
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]
    today: float
    target: float
    parameters: Parameters = DEFAULTS
    practised: frozenset[str] = frozenset()
    long_block_done: bool = False
    coding_block_done: bool = False
    done: float = 0.0
    reviewed: float = 0.0
    capacity: float | None = None
    lift: float = 1.5
    pace: Pace = USUAL
    shown: Callable[[float], float] = float
