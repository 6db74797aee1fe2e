"""The one way in: a set union by id with somebody's log. Rows that are there stay as they are."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import grown
from warmstart.web.attempts.models import Entry, Submission
from warmstart.web.exchange.drafts import newest_drafts
from warmstart.web.exchange.forecasts import earliest_forecasts
from warmstart.web.exchange.kinds import DRAFT, KINDS, Kind
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.rows import Row

ROWS = 1000
BYTES = 16 * 2**20
"""A batch is one transaction: so many rows at most, or so much text."""


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += row.size
        if len(batch) >= ROWS or size >= BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def unite(person: Person, rows: Sequence[Row], report: Report) -> list[Row]:
    """One batch, in one transaction. Those whose parent is nowhere yet come back: it may follow later."""
    waiting: list[Row] = []
    with transaction.atomic():
        before = report.added
        for kind in KINDS.values():
            waiting += _unite(person, kind, [row for row in rows if row.kind == kind.name], report)
        if report.added > before:
            grown(person.pk, report.added - before)
        newest_drafts(person, [row for row in rows if row.kind == DRAFT], report)
    return waiting


def _unite(person: Person, kind: Kind, rows: list[Row], report: Report) -> list[Row]:
    if not rows:
        return []
    fresh = _fresh(person, kind, rows, report)
    ready, waiting = _parented(person, kind, fresh, report)
    kind.model._default_manager.bulk_create(
        [kind.model(**_columns(person, kind, row)) for row in ready], batch_size=500
    )
    report.add(kind.name, len(ready))
    if kind.model is Submission:
        _cancel(person, rows)
    if kind.model is Entry:
        earliest_forecasts(person, rows)
    return waiting


def _cancel(person: Person, rows: list[Row]) -> None:
    """The state of a job, not of the log: whoever cancelled first, it is cancelled wherever it is known."""
    for row in rows:
        at = row.fields["cancelled_at"]
        if at is not None:
            later = Q(cancelled_at=None) | Q(cancelled_at__gt=at)
            Submission.objects.filter(later, pk=row.id, attempt__person=person).update(cancelled_at=at)


def _columns(person: Person, kind: Kind, row: Row) -> dict[str, object]:
    columns = {"id": row.id, **row.fields}
    if kind.parent is not None:
        columns[f"{kind.parent}_id"] = columns.pop(kind.parent)
    return columns | {"person": person} if kind.person == "person" else columns


def _fresh(person: Person, kind: Kind, rows: list[Row], report: Report) -> list[Row]:
    """Those that are not there yet, once each."""
    own = [row.of(person.pk) for row in rows if row.named]
    owners = _owners(kind, [row.id for row in (*rows, *own)])
    fresh: dict[UUID, Row] = {}
    for row in rows:
        meant = row.of(person.pk) if row.named and owners.get(row.id, person.pk) != person.pk else row
        owner = owners.get(meant.id)
        if owner is None and meant.id not in fresh:
            fresh[meant.id] = meant
        elif owner is None or owner == person.pk:
            report.already += 1
        else:
            report.refuse(row.line, f"{kind.name} {row.id}: this row is in somebody else's log")
    return list(fresh.values())


def _parented(person: Person, kind: Kind, rows: list[Row], report: Report) -> tuple[list[Row], list[Row]]:
    """(those that can be added, those whose parent is nowhere yet)."""
    if kind.of is None:
        return rows, []
    owners = _owners(KINDS[kind.of], [row.parent for row in rows if row.parent is not None])
    ready, waiting = [], []
    for row in rows:
        owner = person.pk if row.parent is None else owners.get(row.parent)
        if owner is None:
            waiting.append(row)
        elif owner == person.pk:
            ready.append(row)
        else:
            report.refuse(row.line, f"{kind.name} {row.id}: its {kind.of} is in somebody else's log")
    return ready, waiting


def _owners(kind: Kind, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """By id of a row that is there, whose it is."""
    wanted = list(set(ids))
    found: dict[UUID, UUID] = {}
    for start in range(0, len(wanted), ROWS):
        there = kind.model._default_manager.filter(pk__in=wanted[start : start + ROWS]).order_by()
        found.update(there.values_list("pk", kind.person))
    return found
