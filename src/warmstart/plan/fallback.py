"""A list without a model of gain: weight times weakness by the minute.

A check on `plan.greedy`, and what is left where nothing is known to raise the score.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from warmstart.plan.days import too_near, words
from warmstart.plan.forgetting import Array
from warmstart.plan.greedy import LEAST_LEFT, Plan, Planned, in_order
from warmstart.plan.learner import Learner
from warmstart.plan.left_out import LONG, OVERRUN
from warmstart.plan.worth import Worth
from warmstart.recall.memory import recall_at
from warmstart.skills.readiness import UNSEEN, ability

DUE = 0.9
"""Chance of recall from which on downwards a card is due."""
MEETING, PRACTISING = 0.7, 0.5
"""[J] What meeting a card, and a medium block, repair of what is missing."""
TELLING = 0.28
"""[J] A coding block whose chance of success is further from one half than this counts half."""


@dataclass(frozen=True, slots=True)
class _Offer:
    rate: float
    minutes: float
    item: Planned

    @property
    def rank(self) -> tuple[float, str, str]:
        return -self.rate, self.item.kind, self.item.id


def fallback(learner: Learner, minutes: float) -> Plan:
    """For the next `minutes`: the highest rates that fit. No gain is claimed: it is 0 throughout."""
    worth = Worth(learner)
    offers = sorted((*_of_cards(worth), *_of_blocks(worth)), key=lambda each: each.rank)
    items = tuple(sorted(_fitting(offers, learner, minutes), key=in_order))
    score = worth.expected()
    spent = sum(item.minutes for item in items)
    return Plan(items, (), spent, score, score, too_near(learner), words(learner, minutes))


def _fitting(offers: list[_Offer], learner: Learner, minutes: float) -> Iterator[Planned]:
    left, long_done = minutes, learner.long_block_done
    practised, taken = set(learner.practised), set[str]()
    for each in offers:
        item, is_block = each.item, each.item.kind == "practice"
        if left < LEAST_LEFT:
            return
        if item.id in taken or each.minutes > left + (OVERRUN if is_block else 0.0):
            continue
        if is_block and (item.skill in practised or (long_done and each.minutes >= LONG)):
            continue
        if is_block:
            practised.add(item.skill)
            long_done = long_done or each.minutes >= LONG
        taken.add(item.id)
        left -= each.minutes
        yield item


def _of_cards(worth: Worth) -> Iterator[_Offer]:
    learner, skills, cards = worth.learner, worth.skills, worth.cards
    for n in np.flatnonzero(cards.offered).tolist():
        card, weight = cards.all[n], skills.weight(cards.all[n].skill) * float(cards.share[n])
        if card.memory is None:
            missing = MEETING * (1.0 - UNSEEN * float(skills.known[cards.skill[n]]))
            kind, reason = "new", "You have not met it yet, and its skill is asked for."
        else:
            recall = recall_at(card.memory, learner.today, learner.parameters)
            missing = 1.0 - recall if recall <= DUE else 0.0
            kind, reason = "review", f"It is due: you would recall it with a chance of {recall:.0%}."
        if missing * weight > 0:
            item = Planned(kind, card.id, card.skill, card.minutes, 0.0, (reason,))
            yield _Offer(missing * weight / card.minutes, card.minutes, item)


def _of_blocks(worth: Worth) -> Iterator[_Offer]:
    weak = _weakness(worth)
    for n, block in enumerate(worth.blocks.all):
        rate = PRACTISING * block.mult * float(weak[worth.blocks.primary[n]]) / block.minutes
        chance = float(worth.success(worth.blocks.rows_of[n][:1])[0])
        if block.is_coding and abs(chance - 0.5) > TELLING:
            rate /= 2.0
        if rate > 0:
            reasons = ("Its skill weighs more, or you are weaker in it, than in the others.",)
            item = Planned("practice", block.id, block.skill, block.minutes, 0.0, reasons)
            yield _Offer(rate, block.minutes, item)


def _weakness(worth: Worth) -> Array:
    """By skill: sum over the rounds of weight, (1 - alpha) and what is missing of q."""
    rows = []
    for name, n in worth.skills.at.items():
        z, recall = float(worth.z[n]), float(worth.recall_now[n])
        x = ability(z, recall)
        rounds = ((each, each.weight * each.skills.get(name, 0.0)) for each in worth.learner.rounds)
        rows.append(
            sum(
                weight * (1.0 - each.alpha) * (1.0 - each.alpha * recall - (1.0 - each.alpha) * x)
                for each, weight in rounds
            )
        )
    return np.array(rows)
