"""Folds of the log that lists tell: which items somebody tried, which are solved."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from warmstart.judge.verdict import Outcome
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Attempt, VerdictRow


class State(StrEnum):
    """How far somebody is with an item."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"


def states_of(person: Person, items: Collection[UUID] | None = None) -> Mapping[UUID, State]:
    """States of every item that is not new; of `items` only, where they are given."""
    tried = Attempt.objects.filter(person=person)
    accepted = _accepted(person)
    if items is not None:
        tried = tried.filter(item__in=items)
        accepted = accepted.filter(submission__attempt__item__in=items)
    states = dict.fromkeys(tried.values_list("item", flat=True).distinct(), State.TRIED)
    solved = accepted.values_list("submission__attempt__item", flat=True).distinct() if states else ()
    return states | dict.fromkeys(solved, State.SOLVED)


def _accepted(person: Person) -> QuerySet[VerdictRow]:
    """The newest verdict of a submission counts: a case that was mended may take a solution back."""
    newer = VerdictRow.objects.filter(submission=OuterRef("submission"), judged_at__gt=OuterRef("judged_at"))
    accepted = VerdictRow.objects.filter(submission__attempt__person=person, outcome=Outcome.AC)
    return accepted.exclude(Exists(newer)).order_by()
