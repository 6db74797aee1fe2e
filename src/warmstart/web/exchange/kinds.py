"""Kinds of rows of the log: what each is called in a file, where it lies, and how its values are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from warmstart.judge.verdict import Outcome
from warmstart.web.attempts.models import (
    Answer,
    Attempt,
    Entry,
    EntryKind,
    Event,
    EventKind,
    GradeRow,
    Origin,
    Review,
    Submission,
    VerdictRow,
)
from warmstart.web.exchange import shapes, values
from warmstart.web.exchange.values import Reader

DRAFT = "draft"
DRAFT_FIELDS: Mapping[str, Reader] = {"text": values.text, "saved_at": values.moment}


@dataclass(frozen=True, slots=True)
class Kind:
    """`time`: the field that orders. `parent`: the field that names a row of kind `of`.

    `person`: how a query finds whose a row is. `check`: of all fields together, raises Refused.
    """

    name: str
    model: type[models.Model]
    time: str
    person: str
    fields: Mapping[str, Reader]
    parent: str | None = None
    of: str | None = None
    check: Callable[[Mapping[str, Any]], None] = lambda fields: None


_BY_NAME = (
    Kind(
        "attempt",
        Attempt,
        "begun_at",
        "person",
        {
            "item": values.uuid,
            "version": values.whole(),
            "origin": values.one_of(Origin.values),
            "begun_at": values.moment,
            "seed": values.maybe(values.whole()),
        },
    ),
    Kind(
        "event",
        Event,
        "at",
        "attempt__person",
        {
            "attempt": values.uuid,
            "kind": values.one_of(EventKind.values),
            "at": values.moment,
            "number": values.maybe(values.whole()),
            "text": values.text,
        },
        "attempt",
        "attempt",
        shapes.check_event,
    ),
    Kind(
        "submission",
        Submission,
        "created_at",
        "attempt__person",
        {
            "attempt": values.uuid,
            "source": values.source,
            "created_at": values.moment,
            "cancelled_at": values.maybe(values.moment),
        },
        "attempt",
        "attempt",
    ),
    Kind(
        "answer",
        Answer,
        "answered_at",
        "attempt__person",
        {
            "attempt": values.uuid,
            "part": values.whole(0, values.SMALL),
            "text": values.text,
            "confidence": values.maybe(values.whole(0, 100)),
            "seconds": values.maybe(values.whole()),
            "answered_at": values.moment,
        },
        "attempt",
        "attempt",
    ),
    Kind(
        "review",
        Review,
        "reviewed_at",
        "person",
        {
            "item": values.uuid,
            "attempt": values.maybe(values.uuid),
            "rating": values.whole(1, 4),
            "reviewed_at": values.moment,
            "seconds": values.maybe(values.whole()),
            "zone": values.short(64),
        },
        "attempt",
        "attempt",
    ),
    Kind(
        "verdict",
        VerdictRow,
        "judged_at",
        "submission__attempt__person",
        {
            "submission": values.uuid,
            "judged_at": values.moment,
            "version": values.whole(),
            "outcome": values.one_of([str(outcome) for outcome in Outcome]),
            "data": values.table,
        },
        "submission",
        "submission",
        shapes.check_verdict,
    ),
    Kind(
        "grade",
        GradeRow,
        "graded_at",
        "answer__attempt__person",
        {
            "answer": values.uuid,
            "graded_at": values.moment,
            "version": values.whole(),
            "grader": values.short(100),
            "share": values.number(0, 1),
            "data": values.table,
        },
        "answer",
        "answer",
        shapes.check_grade,
    ),
    Kind(
        "entry",
        Entry,
        "at",
        "person",
        {
            "kind": values.one_of(EntryKind.values),
            "at": values.moment,
            "item": values.maybe(values.uuid),
            "data": values.table,
        },
        check=shapes.check_entry,
    ),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _BY_NAME}
"""By name, parents before what hangs on them."""
