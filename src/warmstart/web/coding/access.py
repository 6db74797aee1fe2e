"""The doors of this slice: problems are everybody's, work is one's own."""

from uuid import UUID

from django.http import Http404, HttpRequest

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.access import own_submission
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.access import problem_called
from warmstart.web.catalogue.models import IndexedProblem


def own_submission_to(request: HttpRequest, slug: str, submission: UUID) -> tuple[IndexedProblem, Submission]:
    """Http404: no such problem, or the submission is somebody else's or of another problem."""
    row = problem_called(slug)
    found = own_submission(person_of(request), submission)
    if found.attempt.item != row.pk:
        raise Http404(str(submission))
    return row, found
