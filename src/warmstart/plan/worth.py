"""What each thing that could be done is worth on the interview day: arrays over cards and blocks.

Beliefs change as things are chosen: recall of a skill's cards on the day (K), and its z on the day. Only the
rows of the skills that are touched are reckoned anew.
"""

from copy import copy
from typing import Self

import numpy as np

from warmstart.plan.forgetting import (
    RHO,
    Array,
    Memories,
    chance,
    deferral_gain,
    met,
    with_review,
    without_review,
)
from warmstart.plan.learner import Learner
from warmstart.plan.ledger import FADES_BY, FLOOR, SLOWING, faded
from warmstart.plan.offers import Blocks, Cards, Index, Skills
from warmstart.skills.readiness import DEMAND, KAPPA, UNSEEN, A

DUE = 0.9
"""Chance of recall from which a card is due."""
_CHANGING = (
    *("z", "recall", "count", "gain_now", "gain_then", "slope"),
    *("raw", "rise", "card_gain", "block_gain", "open"),
)
"""What choosing something changes."""


class Worth:
    """`card_gain`, `block_gain`: expected rise of the score by each, for cards less what deferring brings.

    Both are 0 or less for what is not offered. `raw`, `rise`: of a card's recall on the day, with and
    without that deduction.
    """

    def __init__(self, learner: Learner, rho: float = RHO) -> None:
        self.learner = learner
        self.left = max(learner.target - learner.today, 0.0)
        self.target = learner.today + self.left
        self.skills = Skills(learner)
        self.cards = Cards(learner, self.skills)
        self.blocks = Blocks(learner, self.skills, self.cards)
        self.everything: Index = np.arange(len(self.blocks.block))
        self._memories(rho)
        self._ledgers()
        self.slope = self._slopes(np.arange(len(self.skills.names)))
        self.card_gain = self.slope[self.cards.skill] * self.cards.share * self.raw
        self.block_gain = np.zeros(len(self.blocks.all))
        self._value(self.everything)

    def copy(self) -> Self:
        """Goes on apart from this one; what never changes is shared."""
        other = copy(self)
        for name in _CHANGING:
            setattr(other, name, getattr(self, name).copy())
        return other

    def _memories(self, rho: float) -> None:
        """Recall by skill, today and on the day, and what each card adds to the latter."""
        learner, cards, w = self.learner, self.cards, self.learner.parameters
        known = self.skills.known[cards.skill]
        now = UNSEEN * known
        then = now.copy()
        self.rise = met(self.left, known, w) - then
        self.raw = self.rise.copy()
        if cards.is_seen.any():
            seen = _memories(cards)
            nothing = without_review(seen, self.target, w)
            then[cards.is_seen] = nothing
            now[cards.is_seen] = chance(learner.today - seen.last, seen.stability, w)
            self.rise[cards.is_seen] = with_review(seen, learner.today, self.target, w) - nothing
            self.raw[cards.is_seen] = deferral_gain(seen, learner.today, self.target, w, rho)
        self.raw[cards.held] = self.rise[cards.held] = 0.0
        self.due = np.zeros(len(cards.all), dtype=bool)
        if cards.is_seen.any():
            self.due[cards.is_seen] = now[cards.is_seen] <= DUE
        self.recall_now, self.recall = self._mean(now), self._mean(then)

    def _mean(self, recall: Array) -> Array:
        """By skill; one without cards counts as one of unseen ones."""
        cards = self.cards
        total = np.bincount(cards.skill, weights=recall, minlength=len(self.skills.names))
        return np.where(cards.size > 0, total / np.maximum(cards.size, 1.0), UNSEEN * self.skills.known)

    def _ledgers(self) -> None:
        """`gain_now`, `gain_then`: of past practice, what is left today and on the day."""
        pace, ledgers = self.learner.pace, self.skills.ledgers
        self.count = np.array([0.0 if each is None else each.count for each in ledgers], float)
        self.gain_now = np.array([faded(each, self.learner.today, pace) for each in ledgers], float)
        self.gain_then = np.array([faded(each, self.target, pace) for each in ledgers], float)
        self.base = self.skills.z - self.gain_now
        self.z = self.skills.z.copy()
        self.open = ~self.blocks.closed

    @property
    def z_then(self) -> Array:
        """On the interview day."""
        return np.asarray(self.base + self.gain_then)

    def _slopes(self, skills: Index) -> Array:
        """dU/dK of these skills."""
        x = _chance(self.base[skills] + self.gain_then[skills], self.recall[skills], DEMAND)
        return np.asarray(
            self.skills.remembered[skills] + self.skills.done[skills] * A * KAPPA * x * (1.0 - x)
        )

    def expected(self) -> float:
        """U: expected score on the interview day."""
        x = _chance(self.z_then, self.recall, DEMAND)
        return float((self.skills.remembered * self.recall + self.skills.done * x).sum())

    def success(self, row: Index) -> Array:
        """Chance to succeed in the rows of blocks, as things are now."""
        skill = self.blocks.skill[row]
        return _chance(self.z[skill], self.recall_now[skill], self.blocks.difficulty[row])

    def _after(self, rows: Index) -> tuple[Array, Array]:
        """What is left of practice today and on the day, with these rows done."""
        skill = self.blocks.skill[rows]
        count, x = self.count[skill], self.success(rows)
        gain = self.learner.pace.rate * self.blocks.mult[rows] * (FLOOR + (1.0 - FLOOR) * 4.0 * x * (1.0 - x))
        now = self.gain_now[skill] + gain / (1.0 + SLOWING * count)
        slowed = self.learner.pace.fades_after * (1.0 + (count + 1.0) / 2.0)
        return now, now * (1.0 + self.left / slowed) ** -FADES_BY

    def _value(self, rows: Index) -> None:
        """Reckon the blocks of these rows anew; the rows of a block come together."""
        if not len(rows):
            return
        skill = self.blocks.skill[rows]
        base, recall = self.base[skill], self.recall[skill]
        before = _chance(base + self.gain_then[skill], recall, DEMAND)
        after = _chance(base + self._after(rows)[1], recall, DEMAND)
        owners = self.blocks.block[rows]
        starts = np.flatnonzero(np.concatenate(([True], owners[1:] != owners[:-1])))
        blocks = owners[starts]
        gained = np.add.reduceat(self.skills.done[skill] * (after - before), starts)
        card = self.blocks.card[blocks]
        if len(self.cards.all):
            gained = gained + np.where(card >= 0, np.maximum(self.card_gain[card], 0.0), 0.0)
        self.block_gain[blocks] = np.where(self.open[blocks], gained, 0.0)

    def take_card(self, card: int) -> None:
        """As if it were reviewed, or met, now; practising the same item is done with for today."""
        skill = self._remember(card)
        self.open[self.blocks.card == card] = False
        self.block_gain[self.blocks.card == card] = 0.0
        self._value(self.blocks.rows[skill])

    def _remember(self, card: int) -> int:
        skill = int(self.cards.skill[card])
        self.recall[skill] += max(float(self.rise[card]), 0.0) * self.cards.share[card]
        self.raw[card] = self.rise[card] = 0.0
        self._steepen(np.array([skill], dtype=np.intp))
        return skill

    def _steepen(self, skills: Index) -> None:
        """The slopes of skills, and what their cards are worth by them."""
        self.slope[skills] = self._slopes(skills)
        for skill in skills:
            mine = self.cards.of[skill]
            self.card_gain[mine] = self.slope[skill] * self.cards.share[mine] * self.raw[mine]

    def take_block(self, block: int) -> None:
        """As if it were done now; other blocks of its skill are done with for today."""
        rows = self.blocks.rows_of[block]
        skills = self.blocks.skill[rows]
        now, then = self._after(rows)
        self.gain_now[skills], self.gain_then[skills] = now, then
        self.count[skills] += 1.0
        self.z[skills] = self.base[skills] + now
        self.open[self.blocks.primary == self.blocks.primary[block]] = False
        touched = set(skills.tolist())
        if (card := int(self.blocks.card[block])) >= 0:
            touched.add(self._remember(card))
        self._steepen(np.array(sorted(touched), dtype=np.intp))
        for skill in sorted(touched):
            self._value(self.blocks.rows[skill])


def _memories(cards: Cards) -> Memories:
    seen = [card.memory for card in cards.all if card.memory is not None]
    return Memories(
        np.array([each.stability for each in seen]),
        np.array([each.difficulty for each in seen]),
        np.array([each.last for each in seen]),
    )


def _chance(z: Array, recall: Array, difficulty: Array | float) -> Array:
    """As `skills.readiness.ability`, at any difficulty."""
    return np.asarray(1.0 / (1.0 + np.exp(-A * (z + KAPPA * (recall - 0.5) - difficulty))))
