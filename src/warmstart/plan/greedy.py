"""Today's list: the best gain per minute first, with what is reserved; replanned after every item.

Greedy is within .06 % of the day's best knapsack in the simulator; nothing is solved at run time.
"""

from dataclasses import dataclass

import numpy as np

from warmstart.plan.days import too_near, words
from warmstart.plan.forgetting import RHO
from warmstart.plan.learner import Learner
from warmstart.plan.left_out import LONG, OVERRUN, LeftOut, left_out
from warmstart.plan.offers import Flags
from warmstart.plan.reasons import why_card, why_practice
from warmstart.plan.worth import Worth

LEAST_LEFT = 0.2
SHORTEST_CODING = 12.0
RESERVES_CODING, RESERVES_REVIEWS = 25.0, 10.0
"""Minutes of a day from which a coding block, and reviews, are reserved for."""
REVIEW_SHARE = 0.1
_ROUNDING = 1e-9


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
class Plan:
    """`expected`: score on the interview day if it is done; `without`: if nothing is. `sentences`: what is to
    be said of the minutes and the date, `too_near` among them."""

    items: tuple[Planned, ...]
    left_out: tuple[LeftOut, ...]
    minutes: float
    expected: float
    without: float
    too_near: str | None = None
    sentences: tuple[str, ...] = ()

    @property
    def expected_gain(self) -> float:
        """Of the score on the interview day, 0 to 1."""
        return self.expected - self.without


@dataclass(frozen=True, slots=True)
class _Taken:
    """`n`: the block's or the card's place. `gain`: of the score on the interview day. `kept`: it is there
    because a place is kept for its like."""

    is_block: bool
    n: int
    gain: float
    kept: bool


@dataclass(slots=True)
class _Choosing:
    """What is chosen so far. `value`: what was chosen by, deferral included. `reserved`: id of a block."""

    worth: Worth
    left: float
    long_done: bool
    lift: float
    taken: list[_Taken]
    value: float = 0.0
    reserved: str = ""


def plan(learner: Learner, minutes: float, *, rho: float = RHO) -> Plan:
    """For the next `minutes`; of 0 or less there is nothing to plan.

    Of two plans that reserve a coding block, or none, the one that is worth more is kept.
    """
    start = Worth(learner, rho)
    without, near, said = start.expected(), too_near(learner), words(learner, minutes)
    if not minutes >= LEAST_LEFT:
        return Plan((), (), 0.0, without, without, near, said)
    tried = [_chosen(start, minutes, first) for first in _first_blocks(start, minutes)]
    best = max(tried, key=lambda each: each.value)
    told = (_told(start, each) for each in best.taken)
    items = tuple(sorted(told, key=lambda item: in_order(item, best.reserved)))
    spent = sum(item.minutes for item in items)
    taken = {item.id for item in items}
    open_skills = frozenset(item.skill for item in items if item.kind == "practice")
    missed = left_out(start, taken, open_skills | learner.practised, best.left, best.long_done)
    return Plan(items, missed, spent, best.worth.expected(), without, near, said)


_KINDS = {"review": 0, "new": 1, "practice": 2}


def in_order(item: Planned, reserved: str = "") -> tuple[int, bool, float, str]:
    """Reviews to warm up, then what is new, then practice; what is reserved stands first in it."""
    is_other = item.kind != "practice" or item.id != reserved
    return _KINDS[item.kind], is_other, -item.per_minute, item.id


def _told(start: Worth, taken: _Taken) -> Planned:
    if taken.is_block:
        block = start.blocks.all[taken.n]
        reasons = why_practice(start, taken.n, kept=taken.kept)
        return Planned("practice", block.id, block.skill, block.minutes, taken.gain, reasons)
    card = start.cards.all[taken.n]
    kind = "new" if card.memory is None else "review"
    reasons = why_card(start, taken.n, kept=taken.kept)
    return Planned(kind, card.id, card.skill, card.minutes, taken.gain, reasons)


def _first_blocks(worth: Worth, minutes: float) -> list[int | None]:
    """Coding blocks that may be reserved: the best by the minute, and the best that is not long.

    The day decides whether one is, not what is left of it, as long as it fits.
    """
    learner, blocks = worth.learner, worth.blocks
    day, too_short = minutes + learner.done, minutes < SHORTEST_CODING
    if day < RESERVES_CODING or too_short or learner.coding_block_done or not len(blocks.all):
        return [None]
    fits = blocks.is_coding & (blocks.minutes >= SHORTEST_CODING) & (blocks.minutes <= minutes + OVERRUN)
    short = fits & (blocks.minutes < LONG)
    first = [_best_block(worth, short if learner.long_block_done else fits)[0], _best_block(worth, short)[0]]
    return list(dict.fromkeys(first))


def _chosen(start: Worth, minutes: float, first: int | None) -> _Choosing:
    learner = start.learner
    found = _Choosing(start.copy(), minutes, learner.long_block_done, _lift(learner), [])
    if first is not None:
        _take_block(found, first, kept=True)
        found.reserved = start.blocks.all[first].id
    _fill(found, min(_reserved(learner, minutes), found.left), reviews_only=True)
    _fill(found, found.left, reviews_only=False)
    return found


def _reserved(learner: Learner, minutes: float) -> float:
    """For reviews. A share of the day and not of what is left of it, or each list would begin with some."""
    if minutes < RESERVES_REVIEWS:
        return 0.0
    return min(REVIEW_SHARE * minutes, REVIEW_SHARE * (minutes + learner.done) - learner.reviewed)


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
        block, block_rate = (None, 0.0) if reviews_only else _best_block(found.worth, _fitting(found))
        if block is not None and block_rate >= card_rate:
            _take_block(found, block)
            budget = found.left
        elif card is not None:
            budget -= _take_card(found, card, kept=reviews_only)
        else:
            return


def _best_card(found: _Choosing, budget: float, reviews_only: bool) -> tuple[int | None, float]:
    cards = found.worth.cards
    if not len(cards.all):
        return None, 0.0
    fits = cards.offered & (cards.minutes <= min(budget, found.left) + _ROUNDING)
    gain = found.worth.card_gain
    if reviews_only:
        fits &= cards.is_seen
        if (fits & found.worth.due).any():
            # By what they gain, deferral left out: what lapsed comes back while it is fresh.
            fits &= found.worth.due
            gain = found.worth.slope[cards.skill] * cards.share * found.worth.rise
    rate = np.where(fits, gain / cards.minutes, 0.0)
    if found.lift != 1.0:
        rate[~cards.is_seen] *= found.lift
    best = int(rate.argmax())
    return (best, float(rate[best])) if rate[best] > 0 else (None, 0.0)


def _fitting(found: _Choosing) -> Flags:
    minutes = found.worth.blocks.minutes
    fits = minutes <= found.left + OVERRUN
    return np.asarray(fits & (minutes < LONG)) if found.long_done else np.asarray(fits)


def _best_block(worth: Worth, fits: Flags) -> tuple[int | None, float]:
    """By value a minute; of equal ones the first by id."""
    if not len(fits):
        return None, 0.0
    rate = np.where(fits, worth.block_gain / worth.blocks.minutes, 0.0)
    best = int(rate.argmax())
    return (best, float(rate[best])) if rate[best] > 0 else (None, 0.0)


def _take_card(found: _Choosing, card: int, *, kept: bool) -> float:
    worth, minutes = found.worth, found.worth.cards.all[card].minutes
    before, waits = worth.expected(), float(worth.card_gain[card]) <= 0
    found.value += float(worth.card_gain[card])
    worth.take_card(card)
    found.left -= minutes
    found.taken.append(_Taken(False, card, worth.expected() - before, kept and waits))
    return minutes


def _take_block(found: _Choosing, block: int, *, kept: bool = False) -> None:
    worth, minutes = found.worth, found.worth.blocks.all[block].minutes
    before = worth.expected()
    found.value += float(worth.block_gain[block])
    worth.take_block(block)
    found.left -= minutes
    found.long_done = found.long_done or minutes >= LONG
    found.taken.append(_Taken(True, block, worth.expected() - before, kept))
