"""The four ratings as they are offered: what each means, and when the item would come again."""

from dataclasses import dataclass

from warmstart.recall.days import moment, study_day
from warmstart.recall.explain import span
from warmstart.recall.memory import Memory, Rating, after, due
from warmstart.web.standing.standing import WANTED, Standing

MEANS = {
    Rating.AGAIN: "not recalled",
    Rating.HARD: "with effort, or in part",
    Rating.GOOD: "recalled",
    Rating.EASY: "at once, all of it",
}
NAMES = {rating: rating.name.lower() for rating in Rating}


@dataclass(frozen=True, slots=True)
class Offer:
    """`when`: empty where it cannot be told."""

    rating: int
    name: str
    means: str
    when: str
    proposed: bool


def offers(standing: Standing, memory: Memory | None, proposed: Rating | None = None) -> tuple[Offer, ...]:
    """`memory`: from before what is rated; None: never met."""
    return tuple(
        Offer(int(rating), NAMES[rating], means, _when(standing, memory, rating), rating is proposed)
        for rating, means in MEANS.items()
    )


def _when(standing: Standing, memory: Memory | None, rating: Rating) -> str:
    then = after(memory, rating, standing.day, standing.study_day, standing.parameters)
    return again(standing, due(then, WANTED, standing.parameters))


def again(standing: Standing, day: float) -> str:
    """`tomorrow`, `in about 6 days`: what is rated today does not come again today."""
    days = study_day(moment(day), standing.zone) - standing.study_day
    return "tomorrow" if days <= 1 else f"in about {span(days)}"
