"""Folds of the log that lists tell: which items somebody tried, which are solved."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef

from warmstart.judge.verdict import Outcome
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Attempt, VerdictRow


class State(StrEnum):
    """How far somebody is with an item."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"


def states_of(person: Person) -> Mapping[UUID, State]:
    """States of every item that is not new."""
    tried = Attempt.objects.filter(person=person).values_list("item", flat=True).distinct()
    states = dict.fromkeys(tried, State.TRIED)
    states.update(dict.fromkeys(_solved(person), State.SOLVED))
    return states


def _solved(person: Person) -> list[UUID]:
    """The newest verdict of a submission counts: a case that was mended may take a solution back."""
    newer = VerdictRow.objects.filter(submission=OuterRef("submission"), judged_at__gt=OuterRef("judged_at"))
    accepted = VerdictRow.objects.filter(submission__attempt__person=person, outcome=Outcome.AC)
    counting = accepted.exclude(Exists(newer)).order_by()
    return list(counting.values_list("submission__attempt__item", flat=True).distinct())
