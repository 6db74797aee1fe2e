"""The doors of this slice: problems are everybody's, work is one's own."""

from uuid import UUID

from django.http import Http404, HttpRequest

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.access import own_submission
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.access import problem_called
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.coding.growth import growth_of_submission


def own_submission_to(request: HttpRequest, slug: str, submission: UUID) -> tuple[IndexedProblem, Submission]:
    """Http404: no such problem, or the submission is somebody else's or of another problem."""
    row = problem_called(slug)
    found = own_submission(person_of(request), submission)
    if found.attempt.item != row.pk:
        raise Http404(str(submission))
    return row, found


def own_measurable(request: HttpRequest, slug: str, submission: UUID) -> tuple[IndexedProblem, Submission]:
    """Http404: as above, or it was not accepted, or the problem has no inputs of growing size."""
    row, found = own_submission_to(request, slug, submission)
    if growth_of_submission(row, found) is None:
        raise Http404(str(submission))
    return row, found
