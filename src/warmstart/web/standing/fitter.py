"""Fitting parameters of recall to the learner's own reviews, at 250 next-day reviews and each doubling."""

from datetime import datetime
from hashlib import sha256

from warmstart.recall.fitting import fitted, stage
from warmstart.recall.replay import Review
from warmstart.web.accounts.models import Person
from warmstart.web.standing.models import Fitted
from warmstart.web.standing.parameters import parameters_of
from warmstart.web.standing.reviews import all_reviews, next_day_count, up_to_outcome


def fit_stage(person: Person, at: datetime) -> bool:
    """Fit, if a stage is reached that was not fitted to before. True: it was tried."""
    return fit_reviews(person, all_reviews(person, at))


def fit_reviews(person: Person, reviews: list[Review]) -> bool:
    """As `fit_stage`, with all of the person's reviews at hand."""
    reached = stage(next_day_count(reviews))
    if not reached or reached <= parameters_of(person).stage:
        return False
    chosen = up_to_outcome(reviews, reached)
    found = fitted(chosen, parameters_of(person).values)
    Fitted.objects.update_or_create(
        person=person,
        reviews=reached,
        defaults={"digest": _digest(chosen), "parameters": None if found is None else list(found)},
    )
    return True


def _digest(reviews: list[Review]) -> str:
    return sha256(repr([(each.item, each.day, each.rating) for each in reviews]).encode()).hexdigest()
