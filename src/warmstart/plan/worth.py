"""What each thing that could be done is worth on the interview day: arrays over cards and blocks.

Beliefs change as things are chosen: recall of a skill's cards on the day (K), and its z on the day.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from warmstart.plan.forgetting import RHO, Array, Memories, deferral_gain, met, with_review, without_review
from warmstart.plan.learner import Block, Learner
from warmstart.plan.ledger import Ledger, block_gain, faded
from warmstart.skills.readiness import KAPPA, UNSEEN, A, quality, slope_recall

Index = NDArray[np.intp]


class Worth:
    """`card_gain`: expected rise of the score by each card, `block_gain`: by each block; per item.

    Both are 0 or less for what is not offered.
    """

    def __init__(self, learner: Learner, rho: float = RHO) -> None:
        self.learner = learner
        self.names = list(learner.skills)
        self._at = {name: n for n, name in enumerate(self.names)}
        self.z = np.array([learner.skills[name].z for name in self.names])
        self.known = np.array([learner.skills[name].known for name in self.names])
        self.ledgers: list[Ledger | None] = [learner.skills[name].ledger for name in self.names]
        self._weights()
        self._cards(rho)
        self._beliefs()
        self.blocks = [each for each in learner.blocks if all(s in self._at for s in each.shares)]
        self.block_gain = np.array([self.practice(each) for each in self.blocks])

    def _weights(self) -> None:
        """(rounds, skills): weight of a skill in the whole interview."""
        rounds = self.learner.rounds
        self.weights = np.zeros((len(rounds), len(self.names)))
        for row, each in enumerate(rounds):
            for skill, weight in each.skills.items():
                if skill in self._at:
                    self.weights[row, self._at[skill]] = each.weight * weight
        self.alpha = np.array([each.alpha for each in rounds])

    def _cards(self, rho: float) -> None:
        learner, w = self.learner, self.learner.parameters
        self.cards = [card for card in learner.cards if card.skill in self._at]
        self.card_at = {card.id: n for n, card in enumerate(self.cards)}
        self.card_skill: Index = np.array([self._at[card.skill] for card in self.cards], dtype=np.intp)
        self.minutes = np.array([card.minutes for card in self.cards])
        seen = [card.memory for card in self.cards if card.memory is not None]
        self.is_seen = np.array([card.memory is not None for card in self.cards], dtype=bool)
        memories = Memories(
            np.array([each.stability for each in seen]),
            np.array([each.difficulty for each in seen]),
            np.array([each.last for each in seen]),
        )
        today, target = learner.today, max(learner.target, learner.today)
        size = len(self.cards)
        self.recall_then, self.rise, self.raw = np.zeros(size), np.zeros(size), np.zeros(size)
        known = self.known[self.card_skill] if size else np.zeros(0)
        unseen = UNSEEN * known
        self.recall_then[:] = unseen
        self.rise[:] = met(target - today, known, w) - unseen
        self.raw[:] = self.rise
        if seen:
            nothing = without_review(memories, target, w)
            self.recall_then[self.is_seen] = nothing
            self.rise[self.is_seen] = with_review(memories, today, target, w) - nothing
            self.raw[self.is_seen] = deferral_gain(memories, today, target, w, rho)
        held = np.array([card.held for card in self.cards], dtype=bool)
        self.raw[held], self.rise[held] = 0.0, 0.0
        self.held = held

    def _beliefs(self) -> None:
        self.size = np.bincount(self.card_skill, minlength=len(self.names)).astype(float)
        total = np.bincount(self.card_skill, weights=self.recall_then, minlength=len(self.names))
        self.recall = np.where(self.size > 0, total / np.maximum(self.size, 1.0), UNSEEN * self.known)
        today, target = self.learner.today, max(self.learner.target, self.learner.today)
        faded_now = np.array([faded(each, today) for each in self.ledgers])
        self.base = self.z - faded_now
        self.z_then = self.base + np.array([faded(each, target) for each in self.ledgers])
        self.slope = np.array([self._slope(n) for n in range(len(self.names))])

    def _slope(self, skill: int) -> float:
        """d U / d K of the skill."""
        z, recall = float(self.z_then[skill]), float(self.recall[skill])
        return float(
            sum(
                weight * slope_recall(alpha, z, recall)
                for weight, alpha in zip(self.weights[:, skill].tolist(), self.alpha.tolist(), strict=True)
                if weight
            )
        )

    @property
    def card_gain(self) -> Array:
        """Expected rise of the score, less what deferring would bring."""
        if not self.cards:
            return np.zeros(0)
        return np.asarray(
            self.slope[self.card_skill] / np.maximum(self.size[self.card_skill], 1.0) * self.raw
        )

    def expected(self) -> float:
        """U: expected score on the interview day."""
        return float(
            sum(
                self.weights[row, n] * quality(alpha, float(self.z_then[n]), float(self.recall[n]))
                for row, alpha in enumerate(self.alpha.tolist())
                for n in np.flatnonzero(self.weights[row])
            )
        )

    def success(self, block: Block, skill: int) -> float:
        """Chance to succeed at the block's difficulty, as things are now."""
        logit = A * (self.z[skill] + KAPPA * (self.recall[skill] - 0.5) - block.difficulty)
        return float(1.0 / (1.0 + np.exp(-logit)))

    def practice(self, block: Block) -> float:
        """What one block of it adds to the score on the interview day, with the card that it meets."""
        if block.skill in self.learner.practised:
            return 0.0
        gained = 0.0
        for skill, loading in block.shares.items():
            n = self._at[skill]
            z, recall = float(self.z_then[n]), float(self.recall[n])
            then = z + self._rise(block, n, loading)
            for weight, alpha in zip(self.weights[:, n].tolist(), self.alpha.tolist(), strict=True):
                if weight:
                    gained += weight * (quality(alpha, then, recall) - quality(alpha, z, recall))
        card = self.card_at.get(block.card) if block.card is not None else None
        return gained if card is None else gained + max(float(self.card_gain_of(card)), 0.0)

    def card_gain_of(self, card: int) -> float:
        n = self.card_skill[card]
        return float(self.slope[n] / max(self.size[n], 1.0) * self.raw[card])

    def _rise(self, block: Block, skill: int, loading: float) -> float:
        """Of z on the interview day, by one block."""
        return self._after(block, skill, loading)[1]

    def _after(self, block: Block, skill: int, loading: float) -> tuple[Ledger, float]:
        today, target = self.learner.today, max(self.learner.target, self.learner.today)
        last = self.ledgers[skill]
        count = 0 if last is None else last.count
        gain = block_gain(count, block.mult * loading, self.success(block, skill))
        after = Ledger(faded(last, today) + gain, count + 1, today)
        return after, faded(after, target) - faded(last, target)

    def take_card(self, card: int) -> None:
        """As if it were reviewed, or met, now."""
        n = int(self.card_skill[card])
        self.recall[n] += self.rise[card] / max(self.size[n], 1.0)
        self.raw[card] = self.rise[card] = 0.0
        self.slope[n] = self._slope(n)

    def take_block(self, index: int) -> None:
        """As if it were done now; other blocks of its skill are done with for today."""
        block = self.blocks[index]
        if block.card in self.card_at:
            self.take_card(self.card_at[block.card])
        for skill, loading in block.shares.items():
            n = self._at[skill]
            after, rise = self._after(block, n, loading)
            self.ledgers[n] = after
            self.z_then[n] += rise
            self.z[n] = self.base[n] + after.gain
            self.slope[n] = self._slope(n)
        touched = set(block.shares)
        for n, other in enumerate(self.blocks):
            if other.skill == block.skill:
                self.block_gain[n] = 0.0
            elif self.block_gain[n] > 0 and touched & other.shares.keys():
                self.block_gain[n] = self.practice(other)


def shares_of(primary: str, others: Mapping[str, float]) -> dict[str, float]:
    """The primary skill first."""
    return {primary: others[primary], **{skill: h for skill, h in others.items() if skill != primary}}
