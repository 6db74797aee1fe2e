"""Why now, and why not today, in plain sentences."""

from warmstart.plan.forgetting import EVE
from warmstart.plan.worth import Worth
from warmstart.recall.memory import recall_at

KEPT_FOR_DUE = "A tenth of the day is kept for what is due, though nearer to the interview it gains more."
KEPT_FOR_CODING = "One coding problem a day has its place on the list."


def why_card(start: Worth, n: int, *, kept: bool = False) -> tuple[str, ...]:
    """Of a card that is on the list. `kept`: in the time that is kept for reviews."""
    learner, card = start.learner, start.cards.all[n]
    if card.memory is None:
        if start.left < 1.0:
            return ("You have not met it yet.",)
        return ("You have not met it yet.", f"What is met now has {_days(start.left)} to be repeated in.")
    now = learner.shown(recall_at(card.memory, learner.today, learner.parameters))
    believed = recall_at(card.memory, start.target, learner.parameters)
    then, raised = learner.shown(believed), learner.shown(min(believed + float(start.rise[n]), 1.0))
    why = (
        f"You would recall it today with a chance of {_chance(now)}, "
        f"on the day with {_chance(then)} if nothing is done.",
        f"A review now raises that by {_points(raised - then)}.",
    )
    return (*why, KEPT_FOR_DUE) if kept else why


def why_practice(start: Worth, n: int, *, kept: bool = False) -> tuple[str, ...]:
    """Of a block that is on the list. `kept`: as the coding block of the day."""
    block = start.blocks.all[n]
    skill = start.skills.at[block.skill]
    chance = float(start.success(start.blocks.rows_of[n][:1])[0])
    why = (
        _teaches(chance),
        f"Its skill weighs {start.skills.weight(block.skill):.1%} of the interview, "
        f"and {_times(int(start.count[skill]))}.",
    )
    return (*why, KEPT_FOR_CODING) if kept else why


def _teaches(chance: float) -> str:
    about = f"{min(max(chance, 0.01), 0.99):.0%}"
    if chance < 0.3:
        return f"It is hard for you now (about {about} to succeed); a try that fails teaches as well."
    if chance > 0.8:
        return f"You will probably succeed (about {about}); it keeps the skill warm."
    return f"About {about} to succeed: where one learns most."


def why_not_card(start: Worth, n: int, left: float) -> str:
    """Of a card that is not on the list; `left`: minutes that the list does not fill."""
    learner, card = start.learner, start.cards.all[n]
    if start.raw[n] > 0:
        fits = card.minutes <= left or round(left, 1) <= 0
        return "Other items gain more in the same minutes." if fits else too_long(card.minutes, left)
    if card.memory is not None and start.left > EVE:
        now = learner.shown(recall_at(card.memory, learner.today, learner.parameters))
        return (
            f"You would recall it with a chance of {_chance(now)}; "
            "a review nearer to the interview is worth more."
        )
    doing = "Meeting it" if card.memory is None else "A review"
    return f"{doing} now would not raise what you recall on the day."


def too_long(minutes: float, left: float) -> str:
    """Of what takes more minutes than are left."""
    return f"It takes {counted(minutes, 'minute')}, and {_are(left)} left once better items are done."


def counted(number: float, unit: str) -> str:
    """As it is said: "1 minute", "1.2 minutes"."""
    told = f"{round(number, 1):g}"
    return f"{told} {unit}" if told == "1" else f"{told} {unit}s"


def _are(number: float) -> str:
    told = f"{round(max(0.0, number), 1):g}"
    return f"{told} is" if told == "1" else f"{told} are"


def _chance(chance: float) -> str:
    """Never certain."""
    if chance >= 0.995:
        return "over 99%"
    return "under 1%" if chance <= 0.005 else f"{chance:.0%}"


def _points(rise: float) -> str:
    whole = round(100.0 * rise)
    return counted(whole, "point") if whole > 0 else "less than a point"


def _days(number: float) -> str:
    whole = max(int(number), 0)
    return "one day" if whole == 1 else f"{whole} days"


def _times(number: int) -> str:
    if number == 0:
        return "you have not practised it yet"
    return f"you practised it {({1: 'once', 2: 'twice'}).get(number, f'{number} times')} so far"
