"""Follow-ups, asked one after the other: each is answered and graded before the next one shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from warmstart.content.rubric_tables import FollowUp
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import Seen, draft_of, keep_draft
from warmstart.web.attempts.log import add_answer, add_grade
from warmstart.web.attempts.models import Answer, Attempt, Draft
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.practice.graded import Shown, shown_of
from warmstart.web.practice.grading import grade_prose, grader_name


@dataclass(frozen=True, slots=True)
class Link:
    """One follow-up. `answer` None: it is being asked. `grade` None: nothing is held against it.

    `draft`: what was typed so far.
    """

    number: int
    follow_up: FollowUp
    answer: Answer | None
    grade: Shown | None
    draft: Draft | None

    @property
    def saved_ms(self) -> int:
        """When the draft was saved, in milliseconds since 1970; 0: never."""
        return 0 if self.draft is None else int(self.draft.saved_at.timestamp() * 1000)


def chain_of(person: Person, attempt: Attempt, follow_ups: Sequence[FollowUp]) -> tuple[Link, ...]:
    """Those that were answered, and the next one."""
    answers = {answer.part: answer for answer in attempt.answers.filter(part__gt=0)}
    return tuple(_links(person, attempt, follow_ups, answers))


def _links(
    person: Person, attempt: Attempt, follow_ups: Sequence[FollowUp], answers: dict[int, Answer]
) -> Iterator[Link]:
    for number, follow_up in enumerate(follow_ups, start=1):
        answer = answers.get(number)
        if answer is None:
            draft = draft_of(person, draft_key(attempt.pk, number))
            yield Link(number, follow_up, None, None, draft)
            return
        yield Link(number, follow_up, answer, shown_of(answer), None)


def draft_key(attempt: UUID, number: int) -> UUID:
    """By which the draft of a follow-up is kept: another one for each attempt."""
    return uuid5(attempt, f"follow-up {number}")


def answer_follow_up(
    person: Person,
    row: IndexedQuestion,
    attempt: Attempt,
    number: int,
    follow_up: FollowUp,
    text: str,
    at: datetime,
    seen: Seen | None,
) -> None:
    """Keep the answer, then grade it; one that has an answer keeps that."""
    with transaction.atomic():
        if attempt.answers.filter(part=number).exists():
            return
        answer = add_answer(attempt, text, at, part=number)
        keep_draft(person, draft_key(attempt.pk, number), "", at, seen)
    if follow_up.rubric.points:
        record = grade_prose(follow_up.rubric, text)
        add_grade(answer, row.version, grader_name(), record.share, record.as_json(), at)
