"""What may be chosen, as arrays: skills, cards and blocks, each in the order of their ids.

Sorted once, so that the order of what is given decides neither ties nor the last digit of a sum.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from warmstart.plan.forgetting import Array
from warmstart.plan.learner import Learner

Index: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]


class Skills:
    """`remembered`, `done`: weights, summed over the rounds, of a skill's recall and of its ability."""

    def __init__(self, learner: Learner) -> None:
        self.names = sorted(learner.skills)
        self.at = {name: n for n, name in enumerate(self.names)}
        states = [learner.skills[name] for name in self.names]
        self.ledgers = [each.ledger for each in states]
        self.z = np.array([each.z for each in states], float)
        self.known = np.array([each.known for each in states], float)
        self.remembered, self.done = np.zeros(len(states)), np.zeros(len(states))
        for each in learner.rounds:
            for name, weight in each.skills.items():
                if (n := self.at.get(name)) is not None:
                    self.remembered[n] += each.weight * weight * each.alpha
                    self.done[n] += each.weight * weight * (1.0 - each.alpha)

    def weight(self, name: str) -> float:
        """Of the skill in the whole interview."""
        return float(self.remembered[self.at[name]] + self.done[self.at[name]])


class Cards:
    """Those whose skill is asked for. `share`: of a card in the recall of its skill; `offered`: by itself,
    rather than by practice. `of`: by skill."""

    def __init__(self, learner: Learner, skills: Skills) -> None:
        self.all = sorted((each for each in learner.cards if each.skill in skills.at), key=lambda c: c.id)
        self.at = {card.id: n for n, card in enumerate(self.all)}
        self.skill: Index = np.array([skills.at[card.skill] for card in self.all], dtype=np.intp)
        self.minutes = np.array([card.minutes for card in self.all], float)
        self.is_seen: Flags = np.array([card.memory is not None for card in self.all], dtype=bool)
        self.held: Flags = np.array([card.held for card in self.all], dtype=bool)
        self.offered: Flags = ~self.held & ~np.array([card.by_practice for card in self.all], dtype=bool)
        self.size = np.bincount(self.skill, minlength=len(skills.names)).astype(float)
        self.share = 1.0 / self.size[self.skill]
        self.of = _by(self.skill, np.arange(len(self.all)), len(skills.names))


class Blocks:
    """Those whose primary skill is asked for; what else they train counts where it is asked for.

    A row is one skill of one block; the rows of a block lie together, from `first` on, and `rows[skill]` has
    all rows of the blocks that train it, `of[skill]` these blocks.
    """

    def __init__(self, learner: Learner, skills: Skills, cards: Cards) -> None:
        asked = (each for each in learner.blocks if each.skill in skills.at)
        self.all = sorted(asked, key=lambda block: block.id)
        self.minutes = np.array([each.minutes for each in self.all], float)
        self.card = np.array([cards.at.get(each.card or "", -1) for each in self.all], dtype=np.intp)
        self.primary: Index = np.array([skills.at[each.skill] for each in self.all], dtype=np.intp)
        self.is_coding: Flags = np.array([each.is_coding for each in self.all], dtype=bool)
        practised = [each.skill in learner.practised for each in self.all]
        self.closed: Flags = np.array(practised, dtype=bool)
        rows = [
            (n, skills.at[skill], each.mult * loading, each.difficulty)
            for n, each in enumerate(self.all)
            for skill, loading in each.shares.items()
            if skill in skills.at
        ]
        self.block: Index = np.array([row[0] for row in rows], dtype=np.intp)
        self.skill: Index = np.array([row[1] for row in rows], dtype=np.intp)
        self.mult: Array = np.array([row[2] for row in rows], float)
        self.difficulty: Array = np.array([row[3] for row in rows], float)
        self.of = _by(self.skill, self.block, len(skills.names))
        self.rows_of = [np.flatnonzero(self.block == n) for n in range(len(self.all))]
        self.rows = [np.flatnonzero(np.isin(self.block, mine)) for mine in self.of]


def _by(keys: Index, values: Index, size: int) -> list[Index]:
    """The values of each key from 0 to `size` - 1, in their order."""
    order = np.argsort(keys, kind="stable")
    edges = np.searchsorted(keys[order], np.arange(1, size))
    return np.split(values[order], edges) if size else []
