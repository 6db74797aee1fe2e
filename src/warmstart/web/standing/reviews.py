"""All of somebody's reviews, as recall folds them."""

from collections.abc import Iterable
from datetime import datetime

from warmstart.recall.replay import Review
from warmstart.web.accounts.models import Person
from warmstart.web.standing import timeline
from warmstart.web.standing.decisions import Decisions
from warmstart.web.standing.facts import catalogue
from warmstart.web.standing.gather import added
from warmstart.web.standing.goes import Go


def all_reviews(person: Person, at: datetime) -> list[Review]:
    """In the order of (day, id)."""
    found = added(person, None)
    decisions = Decisions()
    decisions.add(found.entries)
    goes = timeline.goes(person, found, decisions, catalogue().items, at, every=True)
    return reviews_of(goes)


def reviews_of(goes: Iterable[Go]) -> list[Review]:
    return [
        Review(str(go.item), go.day, go.study_day, go.rating, go.id) for go in goes if go.rating is not None
    ]


def _outcomes(reviews: Iterable[Review]) -> list[bool]:
    """Whether each is a next-day review, which predictions are held against."""
    last: dict[str, int] = {}
    found = []
    for review in reviews:
        found.append(review.item in last and review.study_day > last[review.item])
        last[review.item] = max(review.study_day, last.get(review.item, review.study_day))
    return found


def next_day_count(reviews: Iterable[Review]) -> int:
    return sum(_outcomes(reviews))


def up_to_outcome(reviews: list[Review], number: int) -> list[Review]:
    """As far as the next-day review of that number: what is fitted does not depend on when one fits."""
    seen = 0
    for n, outcome in enumerate(_outcomes(reviews)):
        seen += outcome
        if seen == number:
            return reviews[: n + 1]
    return reviews
