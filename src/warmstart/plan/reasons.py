"""Why now, and why not today, in plain sentences."""

import numpy as np

from warmstart.plan.forgetting import EVE, without_review
from warmstart.plan.forgetting import Memories as _Memories
from warmstart.plan.learner import Block
from warmstart.plan.worth import Worth
from warmstart.recall.memory import Memory, recall_at


def why_card(worth: Worth, card: int) -> tuple[str, ...]:
    """Of a card that is on the list."""
    learner, each = worth.learner, worth.cards[card]
    days = _days(learner.target - learner.today)
    if each.memory is None:
        return ("You have not met it yet.", f"What is met now has {days} to be repeated in.")
    now = recall_at(each.memory, learner.today, learner.parameters)
    then = _on_the_day(worth, each.memory)
    return (
        f"You would recall it today with a chance of {now:.0%}, on the day with {then:.0%} if nothing is done.",
        f"A review now raises that by {worth.rise[card] * 100:.0f} points.",
    )


def why_practice(worth: Worth, block: Block) -> tuple[str, ...]:
    """Of a block that is on the list."""
    n = worth.names.index(block.skill)
    chance = worth.success(block, n)
    count = worth.ledgers[n].count if worth.ledgers[n] is not None else 0  # type: ignore[union-attr]
    weight = float(worth.weights[:, n].sum())
    return (
        _teaches(chance),
        f"Its skill weighs {weight:.1%} of the interview, and you practised it {_times(count)} so far.",
    )


def _teaches(chance: float) -> str:
    if chance < 0.3:
        return f"It is hard for you now (about {chance:.0%} to succeed), and so is what it asks."
    if chance > 0.8:
        return f"You will probably succeed (about {chance:.0%}); it keeps the skill warm."
    return f"About {chance:.0%} to succeed: where one learns most."


def why_not_card(worth: Worth, card: int, left: float) -> str:
    """Of a card that is not on the list."""
    learner, each = worth.learner, worth.cards[card]
    if each.minutes > max(left, 0.0) and worth.raw[card] > 0:
        return "Other items gain more in the same minutes."
    if worth.raw[card] > 0:
        return "Other items gain more in the same minutes."
    if each.memory is not None and learner.target - learner.today > EVE:
        now = recall_at(each.memory, learner.today, learner.parameters)
        return (
            f"You would recall it with a chance of {now:.0%}; a review nearer to the interview is worth more."
        )
    return "A review now would not raise what you recall on the day."


def _on_the_day(worth: Worth, memory: Memory) -> float:
    one = _Memories(np.array([memory.stability]), np.array([memory.difficulty]), np.array([memory.last]))
    return float(without_review(one, worth.learner.target, worth.learner.parameters)[0])


def _days(number: float) -> str:
    whole = max(int(number), 0)
    return "one day" if whole == 1 else f"{whole} days"


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")
