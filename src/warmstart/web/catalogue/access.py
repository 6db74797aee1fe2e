"""The door to indexed items."""

from django.http import Http404

from warmstart.web.catalogue.models import IndexedProblem


def problem_called(slug: str) -> IndexedProblem:
    """Http404: no installed pack has it."""
    row = IndexedProblem.objects.select_related("pack").filter(slug=slug).first()
    if row is None:
        raise Http404(slug)
    return row
