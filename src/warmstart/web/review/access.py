"""The doors of this slice: cards, attempts and ratings are one's own, items of packs everybody's."""

from uuid import UUID

from django.http import Http404

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Attempt
from warmstart.web.review.cards import Card, card_of
from warmstart.web.standing.standing import Standing


def own_card(standing: Standing, card: UUID) -> Card:
    """Http404: it does not exist, or is somebody else's."""
    found = card_of(standing, card)
    if found is None:
        raise Http404(str(card))
    return found


def own_attempt_at(person: Person, attempt: UUID, item: UUID) -> Attempt:
    """Http404: it does not exist, is somebody else's, or a go at another item."""
    found = Attempt.objects.filter(pk=attempt, person=person, item=item).first()
    if found is None:
        raise Http404(str(attempt))
    return found
