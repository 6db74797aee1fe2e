"""The list, a question, its draft, its answer: without htmx the answers are whole pages."""

from collections.abc import Sequence
from functools import partial
from random import SystemRandom
from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.log import attempt_at
from warmstart.web.attempts.posted import posted_seen
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.practice.access import question_called
from warmstart.web.practice.answering import answer_question, grade_answer
from warmstart.web.practice.dictation import HEARS
from warmstart.web.practice.drafting import saved
from warmstart.web.practice.grading import sent_to
from warmstart.web.practice.listing import Wish, listing
from warmstart.web.practice.mixing import drawn
from warmstart.web.practice.posting import Fault, Posted, posted, posted_answer
from warmstart.web.practice.seeds import next_seed, posted_seed
from warmstart.web.practice.sheet import sheet_of


@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """The list, filtered."""
    wish = Wish.of(request.GET)
    found = listing(person_of(request), wish, request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"listing": found, "query": query.urlencode(), "filters": urlencode(wish.filters)}
    return render(request, "practice/questions.html", context)


@require_GET
def mixed(request: HttpRequest) -> HttpResponse:
    """To some question of those that the filters hold for, without its label."""
    wish = Wish.of(request.GET)
    item = drawn(person_of(request), wish, SystemRandom())
    if item is None:
        return redirect("practice:questions")
    response = redirect("practice:question", key=item)
    response["Location"] += f"?{urlencode(wish.filters)}" if wish.filters else ""
    return response


@require_GET
def question(request: HttpRequest, key: str) -> HttpResponse:
    """What is asked, room for the answer."""
    row, hidden = question_called(key)
    return _question_page(request, row, hidden=hidden)


def _question_page(
    request: HttpRequest,
    row: IndexedQuestion,
    *,
    hidden: bool,
    status: int = 200,
    given: Posted | None = None,
    faults: Sequence[Fault] = (),
) -> HttpResponse:
    """`given`, `faults`: what was posted, and what stands against it."""
    sheet = sheet_of(person_of(request), row, hidden=hidden, typed=None if given is None else given.text)
    context = {"sheet": sheet, "given": given, "faults": faults, "page_name": token_urlsafe(9)}
    context["filters"] = urlencode(Wish.of(request.GET).filters)
    context["sent_to"] = sent_to()
    response = render(request, "practice/question.html", context, status=status)
    response["Permissions-Policy"] = HEARS
    return response


@require_POST
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """Save what is typed; answers with a word for the status line, or with what stands against it."""
    row, _ = question_called(key)
    person, at = person_of(request), timezone.now()
    begun = partial(attempt_at, person, row.pk, row.version, at)
    text = posted_answer(request, question_of(row))
    return saved(request, row.pk, text, begun, at, back=reverse("practice:question", args=[key]))


@require_POST
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """Keep the answer, grade it, show the grade."""
    row, hidden = question_called(key)
    content, at, person = question_of(row), timezone.now(), person_of(request)
    given = posted(request, content)
    faults = given.faults(content)
    if faults:
        return _question_page(request, row, hidden=hidden, status=422, given=given, faults=faults)
    seed = None if content.form == "prose" else posted_seed(request) or next_seed(person, row.pk)
    made = answer_question(person, row, given, at, posted_seen(request), seed=seed)
    grade_answer(row, content, made, timezone.now())
    response = redirect("practice:graded", answer=made.pk)
    if hidden:
        response["Location"] += f"?{urlencode({'mixed': '1'} | Wish.of(request.GET).filters)}"
    return response
