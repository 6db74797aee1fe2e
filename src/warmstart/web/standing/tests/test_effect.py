"""What the page of an attempt says of when the item comes again."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from warmstart.recall.memory import Rating
from warmstart.web.accounts.models import Person
from warmstart.web.standing.effect import effect_of
from warmstart.web.standing.standing import standing_of
from warmstart.web.standing.tests.test_standing import answer, items, person

__all__ = ["person"]
EVENING = datetime(2026, 11, 2, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("share", "rating", "told"), [(0.1, Rating.AGAIN, "tomorrow"), (0.8, Rating.GOOD, "about 5 Nov")]
)
def test_what_is_due_within_the_day_comes_again_tomorrow(
    person: Person, share: float, rating: Rating, told: str
) -> None:
    attempt: UUID = answer(person, items("question")[0], share, EVENING)
    found = effect_of(person, attempt, EVENING, EVENING, asked=False)
    assert found is not None
    assert (found.rating, found.again) == (rating.name.lower(), told)
    due = standing_of(person, EVENING).due(items("question")[0])
    assert due is not None
    assert (due.date() == EVENING.date()) == (told == "tomorrow")
