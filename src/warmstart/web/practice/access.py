"""The doors of this slice: questions are everybody's, answers are one's own."""

from uuid import UUID

from django.http import Http404, HttpRequest

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.access import own_answer
from warmstart.web.attempts.models import Answer
from warmstart.web.catalogue.models import IndexedQuestion


def question_called(key: str) -> tuple[IndexedQuestion, bool]:
    """By slug, or by id; true: by id, so that nothing on the page shall name it. Http404: there is none."""
    found = IndexedQuestion.objects.select_related("pack")
    row = found.filter(slug=key).first()
    if row is not None:
        return row, False
    row = found.filter(pk=key).first() if _is_uuid(key) else None
    if row is None:
        raise Http404(key)
    return row, True


def _is_uuid(key: str) -> bool:
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False


def own_answer_to(
    request: HttpRequest, answer: UUID, part: int | None = None
) -> tuple[IndexedQuestion, Answer]:
    """An answer and its question. Http404: somebody else's, another part's, or its question is gone."""
    found = own_answer(person_of(request), answer)
    row = IndexedQuestion.objects.select_related("pack").filter(pk=found.attempt.item).first()
    if row is None or (part is not None and found.part != part):
        raise Http404(str(answer))
    return row, found
