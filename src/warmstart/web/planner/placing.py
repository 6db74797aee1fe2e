"""The first questions: rows that they add to the log, and where somebody is among them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from warmstart.content.question import Question
from warmstart.grading.choices import check_choices
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_answer, add_event, add_grade, begin_attempt
from warmstart.web.attempts.models import Answer, Attempt, EntryKind, EventKind, Review
from warmstart.web.attempts.practice_log import add_entry, add_review
from warmstart.web.attempts.record import Line, Record
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import question_of
from warmstart.web.standing.changes import proposal_of

EXACT = "exact"
RATINGS = (1, 2, 3)
"""No, partly, well: as a review at sight keeps them. Easy is not asked for: nothing was recalled yet."""


def asked_of(person: Person, begun: datetime | None) -> frozenset[UUID]:
    """Questions met since setting up was begun, wherever: all of them tell as much.

    `begun` None: setting up was left out, so none count.
    """
    if begun is None:
        return frozenset()
    seen = Review.objects.filter(person=person, attempt=None, reviewed_at__gte=begun)
    answered = Answer.objects.filter(attempt__person=person, part=0, answered_at__gte=begun)
    items = (*seen.values_list("item", flat=True), *answered.values_list("attempt__item", flat=True))
    return frozenset(items)


def end_placement(person: Person, at: datetime, *, left_out: bool) -> None:
    """Asked once and never again, whether answered or left out."""
    add_entry(person, EntryKind.PLACED, at, {"left_out": left_out})


def rate_at_sight(
    person: Person, item: UUID, rating: int, at: datetime, zone: str, seconds: int | None
) -> None:
    """Said of oneself; worth little as evidence, and it costs seconds."""
    add_review(person, item, rating, at, zone=zone, seconds=seconds)


def answer_choices(
    person: Person, row: IndexedQuestion, chosen: frozenset[int], at: datetime, seconds: int | None
) -> Attempt:
    """Really answered, and graded at once; nothing chosen: given up. ContentGone."""
    record = choices_record(question_of(row), chosen)
    with transaction.atomic():
        attempt = begin_attempt(person, row.pk, row.version, at, seed=0)
        if not chosen:
            add_event(attempt, EventKind.GAVE_UP, at)
        answer = add_answer(attempt, str(sorted(chosen)), at, seconds=seconds)
        add_grade(answer, row.version, EXACT, record.share, record.as_json(), at)
    return attempt


def take_proposal(person: Person, attempt: Attempt, at: datetime, zone: str) -> None:
    """The session asks about the last attempt's rating; here nobody saw the answer, so nobody is asked."""
    proposed = proposal_of(person, attempt.pk, at)
    if proposed is not None:
        add_review(person, attempt.item, int(proposed.rating), at, attempt=attempt, zone=zone)


def choices_record(question: Question, chosen: frozenset[int]) -> Record:
    """As the page of the question grades it."""
    options = question.forms.options
    checked = check_choices([option.right for option in options], chosen)
    lines = []
    for at, option in enumerate(options):
        right = (at in chosen) == option.right
        lines.append(
            Line(
                id=str(at),
                pts=1,
                must=True,
                level="core",
                claim=option.text,
                finding="right" if right else "wrong",
                probability=float(right),
                full=float(right),
                said="chosen" if at in chosen else "not chosen",
                right="choose it" if option.right else "leave it",
                why=option.why,
            )
        )
    most = len(checked.hits) + len(checked.missed)
    points = checked.share * most
    return Record(tuple(lines), (), points, points, points, most, 1.0, exact=True)
