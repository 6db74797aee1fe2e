"""The doors of this slice: problems are everybody's, work is one's own."""

from uuid import UUID

from django.http import Http404, HttpRequest

from warmstart.content.visual import Visual
from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.access import own_submission
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.access import problem_called
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.coding.growth import growth_of_submission
from warmstart.web.coding.visuals import NotYet
from warmstart.web.coding.work import work_of


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


def own_visual(request: HttpRequest, slug: str) -> tuple[IndexedProblem, Visual]:
    """Http404: there is none. NotYet: this person has neither tried the problem nor given up."""
    row = problem_called(slug)
    work = work_of(person_of(request), row)
    if work.content.visual is None:
        raise Http404(slug)
    if not work.sees_run:
        raise NotYet("The steps can be seen after your first submission, or once you gave up.")
    return row, work.content.visual
