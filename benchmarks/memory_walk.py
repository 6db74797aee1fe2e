"""Walking through a log as the product would: every review is predicted from what came before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from memory_scores import Asked

from warmstart.recall.fitting import fitted, stage
from warmstart.recall.memory import Rating
from warmstart.recall.replay import Course, Review


@dataclass
class Walk:
    """Chances told before each next-day review, by method. `kept`: by stage, whether the new fit was kept."""

    asked: list[Asked] = field(default_factory=list)
    told: dict[str, list[float]] = field(default_factory=dict)
    kept: dict[int, bool] = field(default_factory=dict)

    def tell(self, method: str, chance: float) -> None:
        self.told.setdefault(method, []).append(chance)


AVERAGE, DEFAULT, REFITTED = "running average", "default", "re-optimised"
SHOWN = " + recalibration"


def walk(reviews: Sequence[Review]) -> Walk:
    """Reviews come in the order of (day, id)."""
    found, counts = Walk(), _Counts()
    default, own = Course(), Course()
    for place, review in enumerate(reviews):
        for name, course in ((DEFAULT, default), (REFITTED, own)):
            recalibration = course.recalibration
            a, b = recalibration.a, recalibration.b
            chance = course.add(review)
            if chance is not None:
                found.tell(name, chance)
                recalibration.a, new_a = a, recalibration.a
                recalibration.b, new_b = b, recalibration.b
                found.tell(name + SHOWN, recalibration.shown(chance))
                recalibration.a, recalibration.b = new_a, new_b
        if len(found.told.get(DEFAULT, ())) > len(found.asked):
            found.tell(AVERAGE, counts.average)
            found.asked.append(counts.asked(review))
            own = _refitted(own, reviews[: place + 1], found)
        counts.add(review)
    return found


def _refitted(own: Course, past: Sequence[Review], found: Walk) -> Course:
    """At a new stage: the course that the new parameters make of the past, if they are kept."""
    reached = stage(own.next_day_reviews)
    if not reached or reached in found.kept:
        return own
    parameters = fitted(past, own.parameters)
    found.kept[reached] = parameters is not None
    if parameters is None:
        return own
    anew = Course(parameters)
    for review in past:
        anew.add(review)
    return anew


class _Counts:
    """What the running average and the bins need."""

    def __init__(self) -> None:
        self.seen: dict[str, tuple[Review, int, int]] = {}
        self.right, self.n = 0.9, 1.0

    @property
    def average(self) -> float:
        return self.right / self.n

    def asked(self, review: Review) -> Asked:
        last, reviews, lapses = self.seen[review.item]
        recalled = review.rating is not Rating.AGAIN
        self.right, self.n = self.right + recalled, self.n + 1
        return Asked(recalled, review.study_day - last.study_day, reviews, lapses)

    def add(self, review: Review) -> None:
        _, reviews, lapses = self.seen.get(review.item, (review, 0, 0))
        self.seen[review.item] = review, reviews + 1, lapses + (review.rating is Rating.AGAIN)
