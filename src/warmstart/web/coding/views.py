"""Pages and fragments: a view reads, calls, renders; without htmx the answers are whole pages."""

from functools import partial
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import Verdict
from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.drafts import DraftChanged, keep_draft, save_draft, settle
from warmstart.web.attempts.log import add_event, attempt_at, current_attempt
from warmstart.web.attempts.models import EventKind, Submission
from warmstart.web.attempts.posted import posted_seen
from warmstart.web.catalogue.access import problem_called
from warmstart.web.catalogue.content import content_of
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.coding import helped
from warmstart.web.coding.access import own_measurable, own_submission_to
from warmstart.web.coding.growth import growth_of_attempt, growth_of_submission, posted_claim, record
from warmstart.web.coding.listing import Wish, listing
from warmstart.web.coding.measuring import measure, measuring
from warmstart.web.coding.own_input import example, try_input
from warmstart.web.coding.panel import panel_of
from warmstart.web.coding.printable import printable
from warmstart.web.coding.runner import runner
from warmstart.web.coding.source import posted_source, posted_text
from warmstart.web.coding.submit import AT_ONCE, FOLLOW, Standing, cancel_submission, standing, submit
from warmstart.web.coding.work import work_of
from warmstart.web.standing.effect import Effect, effect_of


def _by_htmx(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers


@require_GET
def problems(request: HttpRequest) -> HttpResponse:
    """The list, filtered."""
    found = listing(person_of(request), Wish.of(request.GET), request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    return render(request, "coding/problems.html", {"listing": found, "query": query.urlencode()})


@require_GET
def problem(request: HttpRequest, slug: str) -> HttpResponse:
    """Statement, editor, history."""
    row = problem_called(slug)
    runner.expect(content_of(row).frozen.stack)
    return _problem_page(request, row)


def _problem_page(request: HttpRequest, row: IndexedProblem, **more: Any) -> HttpResponse:
    work = work_of(person_of(request), row)
    context = {"work": work, "example": example(work.content.frozen), "trouble": runner.trouble}
    context["growth"] = growth_of_attempt(person_of(request), row)
    context["page_name"] = token_urlsafe(9)
    return render(request, "coding/problem.html", context | more)


@require_POST
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Save what is in the editor; answers with a word for the status line, or with what stands against it."""
    row, person, at = problem_called(slug), person_of(request), timezone.now()
    text, seen, settled = posted_text(request), posted_seen(request), request.POST.get("settle", "")
    try:
        if seen is not None and settled:
            begun = partial(attempt_at, person, row.pk, row.version, at)
            settle(person, row.pk, begun, text, at, seen, mine=settled == "mine")
        else:
            save_draft(person, row.pk, text, at, seen=seen)
    except DraftChanged as changed:
        if not _by_htmx(request):
            raise
        return render(
            request, "coding/changed.html", {"row": row, "sentence": changed}, status=changed.status
        )
    if settled == "theirs" and _by_htmx(request):
        return HttpResponse(headers={"HX-Refresh": "true"})
    if not _by_htmx(request):
        return redirect("coding:problem", slug=slug)
    return render(request, "coding/saved.html", {"at": at})


@require_POST
def samples(request: HttpRequest, slug: str) -> HttpResponse:
    """Run the visible cases, which goes into the log as a run, not as a submission."""
    row, source, frozen = _posted_run(request, slug, EventKind.SAMPLES_RUN)
    visible = frozen.with_cases(tuple(case for case in frozen.cases if case.visible))
    with runner.judging() as judge:
        verdict = judge.judge(visible, source)
    return _ran(request, row, visible, verdict, title="Samples")


@require_POST
def own_input(request: HttpRequest, slug: str) -> HttpResponse:
    """Run the learner's own input beside the reference."""
    row, source, frozen = _posted_run(request, slug, EventKind.OWN_INPUT_RUN)
    with runner.judging() as judge:
        alone, verdict = try_input(judge, frozen, source, request.POST.get("input", ""))
    return _ran(request, row, alone, verdict, title="Your own input")


def _posted_run(
    request: HttpRequest, slug: str, kind: EventKind
) -> tuple[IndexedProblem, str, FrozenProblem]:
    row = problem_called(slug)
    source = posted_source(request)
    person, at = person_of(request), timezone.now()
    keep_draft(person, row.pk, source, at, posted_seen(request))
    add_event(attempt_at(person, row.pk, row.version, at), kind, at, text=source)
    return row, source, content_of(row).frozen


def _ran(
    request: HttpRequest, row: IndexedProblem, judged: FrozenProblem, verdict: Verdict, *, title: str
) -> HttpResponse:
    context = {"panel": panel_of(judged, verdict), "title": title, "run": True}
    if _by_htmx(request):
        return render(request, "coding/panel.html", context)
    return _problem_page(request, row, **context, own_input=request.POST.get("input", ""))


@require_POST
def submit_code(request: HttpRequest, slug: str) -> HttpResponse:
    """Judge against every case; answers at once when the verdict comes at once."""
    row = problem_called(slug)
    source, seen = posted_source(request), posted_seen(request)
    submission = submit(person_of(request), row, source, timezone.now(), seen)
    now = standing(submission, seconds=AT_ONCE)
    if not _by_htmx(request):
        return redirect("coding:submission", slug=slug, submission=submission.pk)
    return _standing(request, row, now)


@require_GET
def follow(request: HttpRequest, slug: str, submission: UUID) -> HttpResponse:
    """News of a submission since serial `seen`, as soon as there are any; without `seen` its end."""
    row, found = own_submission_to(request, slug, submission)
    seen = request.GET.get("seen", "")
    now = standing(found, seen=int(seen) if seen.isdecimal() else None, seconds=FOLLOW)
    return _standing(request, row, now)


@require_POST
def cancel(request: HttpRequest, slug: str, submission: UUID) -> HttpResponse:
    """Stop a submission that has no verdict yet."""
    row, found = own_submission_to(request, slug, submission)
    cancel_submission(found, timezone.now())
    if not _by_htmx(request):
        return redirect("coding:submission", slug=slug, submission=submission)
    return _standing(request, row, standing(found))


def _standing(request: HttpRequest, row: IndexedProblem, now: Standing) -> HttpResponse:
    """The fragment; once judged it also brings history and help up to date."""
    context: dict[str, Any] = {"standing": now, "row": row, "panel": now.panel, "title": "Submission"}
    if now.panel is not None:
        context["work"] = work_of(person_of(request), row)
        context["growth"] = growth_of_attempt(person_of(request), row)
        context["effect"] = _effect(request, row)
    return render(request, "coding/standing.html", context)


def _effect(request: HttpRequest, row: IndexedProblem) -> Effect | None:
    """Of the current attempt, once it has ended today."""
    person, at = person_of(request), timezone.now()
    attempt = current_attempt(person, row.pk)
    return None if attempt is None else effect_of(person, attempt.pk, at, at, asked=False)


@require_GET
def submission_page(request: HttpRequest, slug: str, submission: UUID) -> HttpResponse:
    """Code and verdict of one submission."""
    row, found = own_submission_to(request, slug, submission)
    now = standing(found)
    context = {"row": row, "standing": now, "panel": now.panel, "title": "Submission", "code": _code(found)}
    context["growth"] = growth_of_submission(row, found)
    return render(request, "coding/submission.html", context)


def _code(submission: Submission) -> str:
    return printable(submission.text)


@require_POST
def grow(request: HttpRequest, slug: str, submission: UUID) -> HttpResponse:
    """Measure how an accepted submission grows, once the learner has said how; answers in seconds."""
    row, found = own_measurable(request, slug, submission)
    claim = posted_claim(request.POST)
    report = measure(person_of(request).pk, content_of(row).frozen, bytes(found.source))
    record(found, claim, report, timezone.now())
    if not _by_htmx(request):
        return redirect("coding:submission", slug=slug, submission=submission)
    return render(request, "coding/growth.html", {"growth": growth_of_submission(row, found), "fresh": True})


@require_POST
def stop_growing(request: HttpRequest, slug: str, submission: UUID) -> HttpResponse:
    """End this person's measurement; what is known by then is its answer."""
    own_measurable(request, slug, submission)
    measuring.cancel(person_of(request).pk)
    if not _by_htmx(request):
        return redirect("coding:submission", slug=slug, submission=submission)
    return HttpResponse(status=204)


@require_POST
def hint(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the next hint."""
    row = problem_called(slug)
    number = request.POST.get("number", "")
    helped.show_hint(person_of(request), row, int(number) if number.isdecimal() else 0, timezone.now())
    return _help(request, row, fresh="hint")


@require_POST
def give_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Open explanation and reference."""
    row = problem_called(slug)
    helped.give_up(person_of(request), row, timezone.now())
    return _help(request, row, fresh="solution")


def _help(request: HttpRequest, row: IndexedProblem, *, fresh: str) -> HttpResponse:
    """`fresh`: what was asked for and now takes the focus, which its button had before it went."""
    if not _by_htmx(request):
        return redirect("coding:problem", slug=row.slug)
    return render(request, "coding/help.html", {"work": work_of(person_of(request), row), "fresh": fresh})


@require_POST
def blank_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a new attempt from the starter."""
    helped.blank_page(person_of(request), problem_called(slug), timezone.now())
    return redirect("coding:problem", slug=slug)
