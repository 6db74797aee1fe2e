"""Days and minutes until the interview, and honest words where they are few, or none."""

from collections.abc import Callable
from datetime import date, timedelta

from warmstart.plan.learner import Learner
from warmstart.plan.reasons import counted

FEW_MINUTES = 0.5
"""Share of what is not met yet that the minutes left must at least be enough for."""
EVE_DAYS = 1.5
HOURS_FROM = 180
FAR = 3660
"""Days that are looked at one by one: ten years. A log from elsewhere may have any date."""


def study_days(first: date, target: date, is_off: Callable[[date], bool]) -> int:
    """From `first` until the day before the interview, at most FAR, days off left out; 0 if it is past."""
    return sum(not is_off(first + timedelta(days=n)) for n in range(min((target - first).days, FAR)))


def study_minutes(
    first: date, target: date, minutes: float, is_off: Callable[[date], bool], done: float = 0.0
) -> float:
    """Until the interview, at so many minutes a day; `done`: of those of the first day."""
    days = study_days(first, target, is_off)
    if not days:
        return 0.0
    spent = 0.0 if is_off(first) else min(max(done, 0.0), minutes)
    return days * max(minutes, 0.0) - spent


def words(learner: Learner, minutes: float) -> tuple[str, ...]:
    """What is to be said about the date and the minutes; mostly nothing."""
    found = (too_near(learner), _no_time(minutes))
    return tuple(sentence for sentence in found if sentence is not None)


def too_near(learner: Learner) -> str | None:
    """None: there is time enough, or one cannot know."""
    left = learner.target - learner.today
    if left < 0:
        return "The date is past: the plan is for a score today. Tell how it went, or set a new date."
    if left <= EVE_DAYS:
        return (
            "The interview is so near that new topics add little: "
            "the list is what raises recall by then, and rest counts too."
        )
    unseen = [card.minutes for card in learner.cards if card.memory is None and not card.held]
    if learner.capacity is not None and FEW_MINUTES * sum(unseen) > learner.capacity:
        return _short(len(unseen), round(sum(unseen)), round(max(learner.capacity, 0.0)))
    return None


def _short(items: int, wanted: int, left: int) -> str:
    what = "the one item that is" if items == 1 else f"the {items} items that are"
    have = _long(left)
    return (
        f"Meeting {what} new to you takes about {_long(wanted)}; "
        f"about {have} {'is' if have.startswith('1 ') else 'are'} left. The list takes what weighs most."
    )


def _long(minutes: int) -> str:
    """In hours, where that is how one thinks of it."""
    return counted(minutes, "minute") if minutes < HOURS_FROM else counted(round(minutes / 60), "hour")


def _no_time(minutes: float) -> str | None:
    if minutes > 0:
        return None
    return "No minutes, no list: nothing is lost by resting. With ten minutes there is something worth doing."
