"""The best of what is not on today's list, and why it is not."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from warmstart.plan.reasons import too_long, why_not_card
from warmstart.plan.worth import Worth

LONG = 20.0
"""Minutes from which a block is long: one a day."""
OVERRUN = 3.0
"""Minutes by which a practice block may be longer than what is left."""
TOLD = 8


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One of the best of what was not taken, with the reason."""

    kind: str
    id: str
    skill: str
    reason: str


def left_out(
    start: Worth, taken: AbstractSet[str], practised: AbstractSet[str], left: float, long_done: bool
) -> tuple[LeftOut, ...]:
    """One a kind and skill. `practised`: skills that have their practice today; `left`: minutes."""
    kept: dict[tuple[str, str], LeftOut] = {}
    for is_block, n in _best_first(start):
        if is_block:
            block = start.blocks.all[n]
            kind, id, skill = "practice", block.id, block.skill
        else:
            card = start.cards.all[n]
            kind, id, skill = "new" if card.memory is None else "review", card.id, card.skill
        if id in taken or (kind, skill) in kept:
            continue
        if is_block:
            reason = _why_not_block(start, n, practised, left, long_done)
        else:
            reason = why_not_card(start, n, left)
        kept[kind, skill] = LeftOut(kind, id, skill, reason)
        if len(kept) == TOLD:
            break
    return tuple(kept.values())


def _best_first(start: Worth) -> Iterator[tuple[bool, int]]:
    """Blocks and cards by what they would gain a minute; whether it is a block, and its place."""
    cards, offered = start.cards, np.flatnonzero(start.cards.offered)
    rise = np.maximum(start.rise[offered], 0.0) * cards.share[offered]
    rates = np.concatenate(
        (
            start.block_gain / start.blocks.minutes,
            rise * start.slope[cards.skill[offered]] / cards.minutes[offered],
        )
    )
    blocks = len(start.blocks.all)
    for place in np.argsort(-rates, kind="stable").tolist():
        yield (True, place) if place < blocks else (False, int(offered[place - blocks]))


def _why_not_block(start: Worth, n: int, practised: AbstractSet[str], left: float, long_done: bool) -> str:
    block = start.blocks.all[n]
    if block.skill in practised:
        return "This skill has its practice today already; another block tomorrow teaches more."
    if start.block_gain[n] <= 0:
        return "Practising it now would not raise the expected score."
    if block.minutes >= LONG and long_done:
        return "One long block a day; this one can be tomorrow's."
    if block.minutes > left + OVERRUN:
        return too_long(block.minutes, left)
    return "Other items gain more in the same minutes."
