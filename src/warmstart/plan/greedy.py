"""Today's list: the best gain per minute first, with what is reserved; replanned after every item.

Greedy is within .06 % of the day's best knapsack in the simulator; nothing is solved at run time.
"""

from dataclasses import dataclass, replace

import numpy as np

from warmstart.plan.forgetting import RHO
from warmstart.plan.learner import Learner
from warmstart.plan.reasons import why_card, why_not_card, why_practice
from warmstart.plan.worth import Worth

OVERRUN = 3.0
"""Minutes by which a practice block may be longer than what is left."""
LEAST_LEFT = 0.2
LONG = 20.0
"""Minutes from which a block is long: one a day."""
SHORTEST_CODING = 12.0
RESERVES_CODING, RESERVES_REVIEWS = 25.0, 10.0
"""Minutes of a day from which a coding block, and reviews, are reserved for."""
REVIEW_SHARE = 0.1
TOLD_LEFT_OUT = 8


@dataclass(frozen=True, slots=True)
class Planned:
    """`kind`: review, new or practice. `gain`: of the expected score on the interview day, 0 to 1."""

    kind: str
    id: str
    skill: str
    minutes: float
    gain: float
    reasons: tuple[str, ...]

    @property
    def per_minute(self) -> float:
        return self.gain / self.minutes


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One of the best of what was not taken, with the reason."""

    kind: str
    id: str
    skill: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """`expected`: score on the interview day if it is done; `without`: if nothing is."""

    items: tuple[Planned, ...]
    left_out: tuple[LeftOut, ...]
    minutes: float
    expected: float
    without: float


@dataclass(slots=True)
class _Choosing:
    """What is chosen so far."""

    worth: Worth
    left: float
    long_done: bool
    lift: float
    items: list[Planned]

    @property
    def value(self) -> float:
        return sum(item.gain for item in self.items)


def plan(learner: Learner, minutes: float, *, rho: float = RHO) -> Plan:
    """For the next `minutes`; of 0 or less there is nothing to plan.

    Of two plans that reserve a coding block, or none, the one that is worth more is kept.
    """
    without = Worth(learner, rho).expected()
    if minutes < LEAST_LEFT:
        return Plan((), (), 0.0, without, without)
    tried = [_chosen(learner, minutes, first, rho) for first in _first_blocks(learner, minutes, rho)]
    best = max(tried, key=lambda each: each.value)
    items = tuple(sorted(best.items, key=_order))
    spent = sum(item.minutes for item in items)
    return Plan(items, _left_out(best, learner), spent, best.worth.expected(), without)


_KINDS = {"review": 0, "new": 1, "practice": 2}


def _order(item: Planned) -> tuple[int, float, str]:
    """Reviews to warm up, then what is new, then practice."""
    return _KINDS[item.kind], -item.per_minute, item.id


def _first_blocks(learner: Learner, minutes: float, rho: float) -> list[int | None]:
    """Coding blocks that may be reserved: the best by the minute, and the best that is not long."""
    if minutes < RESERVES_CODING:
        return [None]
    worth = Worth(learner, rho)
    fits = [
        n
        for n, block in enumerate(worth.blocks)
        if block.is_coding
        and SHORTEST_CODING <= block.minutes <= minutes + OVERRUN
        and worth.block_gain[n] > 0
    ]
    if learner.long_block_done:
        fits = [n for n in fits if worth.blocks[n].minutes < LONG]
    best = _best_of(worth, fits)
    short = _best_of(worth, [n for n in fits if worth.blocks[n].minutes < LONG])
    return list(dict.fromkeys([best, short]))


def _best_of(worth: Worth, blocks: list[int]) -> int | None:
    if not blocks:
        return None
    return max(blocks, key=lambda n: (worth.block_gain[n] / worth.blocks[n].minutes, worth.blocks[n].id))


def _chosen(learner: Learner, minutes: float, first: int | None, rho: float) -> _Choosing:
    found = _Choosing(Worth(learner, rho), minutes, learner.long_block_done, _lift(learner), [])
    if first is not None:
        _take_block(found, first)
    if minutes >= RESERVES_REVIEWS:
        _fill(found, min(REVIEW_SHARE * minutes, found.left), reviews_only=True)
    _fill(found, found.left, reviews_only=False)
    return found


def _lift(learner: Learner) -> float:
    """More for what was never met, where the minutes until the interview run short for meeting it all."""
    if learner.capacity is None:
        return 1.0
    cards = [card for card in learner.cards if not card.by_practice]
    unseen = sum(card.minutes for card in cards if card.memory is None and not card.held)
    return learner.lift if unseen > 0.5 * learner.capacity else 1.0


def _fill(found: _Choosing, budget: float, *, reviews_only: bool) -> None:
    """Best first, until nothing with a gain fits."""
    while found.left >= LEAST_LEFT and budget >= LEAST_LEFT:
        card, card_rate = _best_card(found, budget, reviews_only)
        block, block_rate = (None, 0.0) if reviews_only else _best_block(found)
        if card is None and block is None:
            return
        if block is not None and block_rate >= card_rate:
            _take_block(found, block)
            budget = found.left
        elif card is not None:
            budget -= _take_card(found, card)


def _best_card(found: _Choosing, budget: float, reviews_only: bool) -> tuple[int | None, float]:
    worth = found.worth
    if not worth.cards:
        return None, 0.0
    lift = np.where(worth.is_seen, 1.0, found.lift)
    fits = worth.at_sight & (worth.minutes <= min(budget, found.left) + 1e-9)
    if reviews_only:
        fits &= worth.is_seen
    rate = np.where(fits, worth.card_gain * lift / worth.minutes, 0.0)
    best = float(rate.max())
    if best <= 0:
        return None, 0.0
    tied = np.flatnonzero(rate >= best)
    return int(min(tied, key=lambda n: worth.cards[n].id)), best


def _best_block(found: _Choosing) -> tuple[int | None, float]:
    worth = found.worth
    best: tuple[float, str] | None = None
    chosen = None
    for n, block in enumerate(worth.blocks):
        gain = worth.block_gain[n]
        if gain <= 0 or block.minutes > found.left + OVERRUN or (found.long_done and block.minutes >= LONG):
            continue
        rank = (-float(gain) / block.minutes, block.id)
        if best is None or rank < best:
            best, chosen = rank, n
    return chosen, 0.0 if best is None else -best[0]


def _take_card(found: _Choosing, card: int) -> float:
    worth = found.worth
    each, gain = worth.cards[card], worth.card_gain_of(card)
    reasons = why_card(worth, card)
    worth.take_card(card)
    found.left -= each.minutes
    kind = "new" if each.memory is None else "review"
    found.items.append(Planned(kind, each.id, each.skill, each.minutes, gain, reasons))
    return each.minutes


def _take_block(found: _Choosing, index: int) -> None:
    worth = found.worth
    block, gain = worth.blocks[index], float(worth.block_gain[index])
    reasons = why_practice(worth, block)
    worth.take_block(index)
    found.left -= block.minutes
    found.long_done = found.long_done or block.minutes >= LONG
    found.items.append(Planned("practice", block.id, block.skill, block.minutes, gain, reasons))


def _left_out(found: _Choosing, learner: Learner) -> tuple[LeftOut, ...]:
    """The best of what was not taken, and why; one word a skill."""
    worth = Worth(learner)
    taken = {item.id for item in found.items}
    told: list[tuple[float, LeftOut]] = []
    for n, block in enumerate(worth.blocks):
        if block.id in taken:
            continue
        reason = _why_not_block(found, learner, block.skill, block.minutes, float(worth.block_gain[n]))
        rate = float(worth.block_gain[n]) / block.minutes
        told.append((rate, LeftOut("practice", block.id, block.skill, reason)))
    for n, card in enumerate(worth.cards):
        if card.id not in taken and not card.held and not card.by_practice:
            kind = "new" if card.memory is None else "review"
            rate = max(float(worth.rise[n]), 0.0) * float(worth.slope[worth.card_skill[n]]) / card.minutes
            told.append((rate, LeftOut(kind, card.id, card.skill, why_not_card(worth, n, found.left))))
    return _few(told)


def _few(told: list[tuple[float, LeftOut]]) -> tuple[LeftOut, ...]:
    kept: list[LeftOut] = []
    seen: set[tuple[str, str]] = set()
    for _, each in sorted(told, key=lambda pair: (-pair[0], pair[1].id)):
        if (each.kind, each.skill) not in seen:
            seen.add((each.kind, each.skill))
            kept.append(each)
        if len(kept) == TOLD_LEFT_OUT:
            break
    return tuple(kept)


def _why_not_block(found: _Choosing, learner: Learner, skill: str, minutes: float, gain: float) -> str:
    if skill in learner.practised or any(i.skill == skill and i.kind == "practice" for i in found.items):
        return "This skill has its practice today already; another block tomorrow teaches more."
    if gain <= 0:
        return "Practising it now would not raise the expected score."
    if minutes >= LONG and found.long_done:
        return "One long block a day; this one can be tomorrow's."
    if minutes > found.left + OVERRUN:
        return (
            f"It takes {minutes:g} minutes, and {max(found.left, 0):.0f} are left once better items are done."
        )
    return "Other items gain more in the same minutes."


def without_deferral(learner: Learner) -> Learner:
    """The same beliefs, with nothing known of the minutes to come."""
    return replace(learner, capacity=None)
