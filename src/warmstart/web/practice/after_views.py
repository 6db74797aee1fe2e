"""After the grade: follow-ups one by one, and own notes."""

from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from warmstart.content.rubric_tables import FollowUp
from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.models import Answer
from warmstart.web.attempts.posted import posted_seen
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.practice.access import own_answer_to
from warmstart.web.practice.chain import answer_follow_up, draft_key
from warmstart.web.practice.drafting import saved
from warmstart.web.practice.grading import sent_to
from warmstart.web.practice.own_notes import log_notes, notes_key
from warmstart.web.practice.posting import posted_text
from warmstart.web.practice.review import review_of


def _asked(request: HttpRequest, answer: UUID, number: int) -> tuple[IndexedQuestion, Answer, FollowUp]:
    """Http404: not one's own, or the question has no such follow-up."""
    row, found = own_answer_to(request, answer, part=0)
    asked = question_of(row).follow_ups
    if not 1 <= number <= len(asked):
        raise Http404(str(number))
    return row, found, asked[number - 1]


@require_POST
def follow_up(request: HttpRequest, answer: UUID, number: int) -> HttpResponse:
    """Keep and grade the answer to a follow-up, then ask the next."""
    row, found, asked = _asked(request, answer, number)
    text = posted_text(request)
    if not text.strip() and "give-up" not in request.POST:
        return _chain(request, row, found, number, "There is no answer yet: write one, or go on without.")
    at, seen = timezone.now(), posted_seen(request)
    answer_follow_up(person_of(request), row, found.attempt, number, asked, text, at, seen)
    return _chain(request, row, found, number)


def _chain(
    request: HttpRequest, row: IndexedQuestion, found: Answer, number: int, fault: str = ""
) -> HttpResponse:
    """`number`: what was just answered; the keyboard goes there."""
    if "HX-Request" not in request.headers:
        return redirect(f"{reverse('practice:graded', args=[found.pk])}#follow-up-{number}")
    context: dict[str, Any] = {"review": review_of(row, found), "page_name": token_urlsafe(9)}
    context |= {"fault": fault, "fresh_link": number, "sent_to": sent_to()}
    return render(request, "practice/follow_ups.html", context)


@require_POST
def follow_up_draft(request: HttpRequest, answer: UUID, number: int) -> HttpResponse:
    """Save what is typed."""
    _, found, _ = _asked(request, answer, number)
    back = f"{reverse('practice:graded', args=[found.pk])}#follow-up-{number}"
    item, text = draft_key(found.attempt.pk, number), posted_text(request)
    return saved(request, item, text, lambda: found.attempt, timezone.now(), back=back)


@require_POST
def notes(request: HttpRequest, answer: UUID) -> HttpResponse:
    """Save own notes; `done`: their writer left them, and the log takes them."""
    row, found = own_answer_to(request, answer, part=0)
    at, back = timezone.now(), f"{reverse('practice:graded', args=[found.pk])}#notes"
    text = posted_text(request)
    response = saved(request, notes_key(row.pk), text, lambda: found.attempt, at, back=back)
    if "done" in request.POST and response.status_code < 400:
        log_notes(person_of(request), found.attempt, text, at)
    return response
