"""The page of a graded answer, and what one does there."""

from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.disputes import dispute
from warmstart.web.attempts.models import Answer
from warmstart.web.attempts.record import record_from_json
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.practice.access import own_answer_to
from warmstart.web.practice.answering import grade_answer
from warmstart.web.practice.dictation import HEARS
from warmstart.web.practice.graded import newest_grade, shown_of
from warmstart.web.practice.grading import sent_to
from warmstart.web.practice.listing import Wish
from warmstart.web.practice.past import past_of
from warmstart.web.practice.review import main_answer, review_of
from warmstart.web.standing.effect import effect_of


@require_GET
def graded(request: HttpRequest, answer: UUID) -> HttpResponse:
    """Answer and rubric side by side; below them what one learns from."""
    row, found = own_answer_to(request, answer, part=0)
    context: dict[str, Any] = {"review": review_of(row, found), "mixed": "mixed" in request.GET}
    context["filters"] = urlencode(Wish.of(request.GET).filters)
    context |= {"page_name": token_urlsafe(9), "sent_to": sent_to()}
    context["effect"] = effect_of(
        person_of(request), found.attempt_id, found.answered_at, timezone.now(), asked="change" in request.GET
    )
    response = render(request, "practice/graded.html", context)
    response["Permissions-Policy"] = HEARS
    return response


@require_POST
def disputed(request: HttpRequest, answer: UUID) -> HttpResponse:
    """Note what the learner says otherwise, or take it back."""
    row, found = own_answer_to(request, answer)
    grade = newest_grade(found)
    on, says = request.POST.get("on", ""), request.POST.get("says", "")
    if grade is not None:
        dispute(found, record_from_json(grade.data), on, says, timezone.now())
    return _grade_shown(request, row, found, fresh=f"part{found.part}-{on}")


@require_POST
def grade_again(request: HttpRequest, answer: UUID) -> HttpResponse:
    """Another grade, by what grades now; the older ones stay in the log."""
    row, found = own_answer_to(request, answer)
    grade_answer(row, question_of(row), found, timezone.now())
    return redirect("practice:graded", answer=main_answer(found).pk)


def _grade_shown(request: HttpRequest, row: IndexedQuestion, found: Answer, *, fresh: str) -> HttpResponse:
    """`fresh`: what the reader just did something about, and where the keyboard stays."""
    if "HX-Request" not in request.headers:
        page = reverse("practice:graded", args=[main_answer(found).pk])
        return redirect(f"{page}#{fresh}")
    past = past_of(found.attempt.person, row.pk)
    context: dict[str, Any] = {"grade": shown_of(found), "fresh": fresh, "past": past}
    context["current"] = main_answer(found).pk
    return render(request, "practice/disputed.html", context)
