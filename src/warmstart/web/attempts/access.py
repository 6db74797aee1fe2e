"""The door to somebody's log: what is not yours is not there."""

from uuid import UUID

from django.http import Http404

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Answer, Submission


def own_submission(person: Person, submission: UUID) -> Submission:
    """Http404: it does not exist, or is somebody else's."""
    found = Submission.objects.select_related("attempt").filter(pk=submission, attempt__person=person).first()
    if found is None:
        raise Http404(str(submission))
    return found


def own_answer(person: Person, answer: UUID) -> Answer:
    """Http404: it does not exist, or is somebody else's."""
    found = Answer.objects.select_related("attempt").filter(pk=answer, attempt__person=person).first()
    if found is None:
        raise Http404(str(answer))
    return found
