"""Reviews as CSV, in the columns that optimisers of FSRS read: times in milliseconds."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import BinaryIO

from warmstart.web.accounts.models import Person
from warmstart.web.exchange.contents import item_of, named, review_row
from warmstart.web.exchange.history import History, history_of
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.rows import Row
from warmstart.web.exchange.tables import read_table, write_table
from warmstart.web.exchange.union import batches, unite
from warmstart.web.exchange.values import FIRST, Refused

HEADER = ("card_id", "review_time", "review_rating", "review_state", "review_duration")
NEW, REVIEW = "0", "2"
STATES = frozenset({"", "0", "1", "2", "3", "4"})
AHEAD = timedelta(days=1)
"""A clock may be wrong; a review of later than tomorrow is a fault of the file."""


def write_reviews(person: Person, out: BinaryIO, at: datetime) -> int:
    """Rows written: every rated go, oldest first."""
    return write_table(out, HEADER, _cells(history_of(person, at)))


def _cells(history: History) -> Iterator[tuple[str, ...]]:
    met = set()
    for go in history.goes:
        time = (go.at - FIRST) // timedelta(milliseconds=1)
        state = REVIEW if go.item in met else NEW
        met.add(go.item)
        yield str(go.item), str(time), str(int(go.rating or 0)), state, str((go.seconds or 0) * 1000)


def take_reviews(person: Person, file: BinaryIO, at: datetime) -> Report:
    report = Report()
    for batch in batches(_rows(file, history_of(person, at), report, at)):
        unite(person, batch, report)
    return report


def _rows(file: BinaryIO, history: History, report: Report, now: datetime) -> Iterator[Row]:
    for line, cells in read_table(file, HEADER, report):
        try:
            row = _row(cells, line, now)
        except Refused as error:
            report.refuse(line, str(error))
            continue
        if history.has(row.fields["item"], row.fields["reviewed_at"]):
            report.already += 1
        else:
            yield row


def _row(cells: list[str], line: int, now: datetime) -> Row:
    card, time, rating, state, duration = cells
    if not card:
        raise Refused("a card_id", card)
    if rating not in ("1", "2", "3", "4"):
        raise Refused("review_rating from 1 to 4", rating)
    if state not in STATES:
        raise Refused("review_state from 0 to 4", state)
    at, item = moment_of(time, now), item_of(card, "csv")
    seconds = _whole(duration, "review_duration in milliseconds") / 1000 if duration else None
    return review_row(named("review", item, time, rating), item, at, int(rating), seconds, line)


def moment_of(time: str, now: datetime) -> datetime:
    """Refused: no milliseconds since 1970, or of after tomorrow."""
    wanted = "review_time in milliseconds since 1970, not after tomorrow"
    milliseconds = _whole(time, wanted)
    if milliseconds > (now + AHEAD - FIRST) / timedelta(milliseconds=1):
        raise Refused(wanted, time)
    return FIRST + timedelta(milliseconds=milliseconds)


def _whole(text: str, wanted: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise Refused(wanted, text)
    return int(text)
