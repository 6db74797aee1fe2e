"""Mixed practice: which question comes next, when nobody says which."""

from random import Random
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.practice.listing import Wish, matching
from warmstart.web.practice.results import last_results

FRESH = 3
"""The questions answered last do not come again, where there are others."""


def drawn(person: Person, wish: Wish, rng: Random) -> UUID | None:
    """Any that the wish holds for; None: it holds for none."""
    found = [question.id for question in matching(person, wish)]
    last = sorted(last_results(person).items(), key=lambda each: each[1].at)[-FRESH:]
    recent = {item for item, _ in last}
    pool = [item for item in found if item not in recent] or found
    return rng.choice(pool) if pool else None
