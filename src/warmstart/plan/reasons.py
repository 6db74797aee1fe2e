"""Why now, and why not today, in plain sentences."""

from warmstart.plan.forgetting import EVE
from warmstart.plan.worth import Worth
from warmstart.recall.memory import recall_at


def why_card(start: Worth, n: int) -> tuple[str, ...]:
    """Of a card that is on the list."""
    learner, card = start.learner, start.cards.all[n]
    if card.memory is None:
        return ("You have not met it yet.", f"What is met now has {_days(start.left)} to be repeated in.")
    now = recall_at(card.memory, learner.today, learner.parameters)
    then = recall_at(card.memory, start.target, learner.parameters)
    return (
        f"You would recall it today with a chance of {now:.0%}, "
        f"on the day with {then:.0%} if nothing is done.",
        f"A review now raises that by {start.rise[n] * 100:.0f} points.",
    )


def why_practice(start: Worth, n: int) -> tuple[str, ...]:
    """Of a block that is on the list."""
    block = start.blocks.all[n]
    skill = start.skills.at[block.skill]
    chance = float(start.success(start.blocks.rows_of[n][:1])[0])
    return (
        _teaches(chance),
        f"Its skill weighs {start.skills.weight(block.skill):.1%} of the interview, "
        f"and you practised it {_times(int(start.count[skill]))} so far.",
    )


def _teaches(chance: float) -> str:
    if chance < 0.3:
        return f"It is hard for you now (about {chance:.0%} to succeed), and so is what it asks."
    if chance > 0.8:
        return f"You will probably succeed (about {chance:.0%}); it keeps the skill warm."
    return f"About {chance:.0%} to succeed: where one learns most."


def why_not_card(start: Worth, n: int) -> str:
    """Of a card that is not on the list."""
    learner, card = start.learner, start.cards.all[n]
    if start.raw[n] > 0:
        return "Other items gain more in the same minutes."
    if card.memory is not None and start.left > EVE:
        now = recall_at(card.memory, learner.today, learner.parameters)
        return (
            f"You would recall it with a chance of {now:.0%}; a review nearer to the interview is worth more."
        )
    return "A review now would not raise what you recall on the day."


def _days(number: float) -> str:
    whole = max(int(number), 0)
    return "one day" if whole == 1 else f"{whole} days"


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")
