"""Memories that came from elsewhere without their reviews, in their place among the goes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from warmstart.recall.days import real_day
from warmstart.recall.memory import Memory
from warmstart.web.attempts.models import EntryKind
from warmstart.web.standing.decisions import Row
from warmstart.web.standing.goes import Go


def starts(rows: Iterable[Row], study_day: Callable[[datetime], int]) -> Iterator[Go]:
    """Of the rows that bring a memory; those that cannot be read are left out."""
    for row in rows:
        if row.kind == EntryKind.MEMORY and row.item is not None:
            memory = _memory(row, study_day)
            if memory is not None:
                yield _start(row, memory, study_day(row.at))


def _memory(row: Row, study_day: Callable[[datetime], int]) -> Memory | None:
    try:
        last = datetime.fromisoformat(row.data["last"])
        stability, difficulty = float(row.data["stability"]), float(row.data["difficulty"])
        return Memory(stability, difficulty, real_day(last), study_day(last))
    except (KeyError, TypeError, ValueError):
        return None


def _start(row: Row, memory: Memory, day: int) -> Go:
    assert row.item is not None
    return Go(
        id=str(row.id),
        attempt=None,
        item=row.item,
        kind="memory",
        at=row.at,
        day=real_day(row.at),
        study_day=day,
        y=None,
        weight=0.0,
        share=0.0,
        rating=None,
        proposed=None,
        seconds=None,
        memory=memory,
    )
