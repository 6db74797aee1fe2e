"""Cards of one's own as CSV: `id,front,back,topic`."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import BinaryIO

from warmstart.web.accounts.models import Person
from warmstart.web.exchange.contents import card_row, item_of, named
from warmstart.web.exchange.history import Card, cards_of
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.rows import Row
from warmstart.web.exchange.tables import read_table, write_table
from warmstart.web.exchange.union import batches, unite
from warmstart.web.standing.facts import catalogue

HEADER = ("id", "front", "back", "topic")
NEXT = timedelta(microseconds=1)
"""The last text counts: a new one is later than the one that it replaces, whatever the clock says."""


def write_cards(person: Person, out: BinaryIO) -> int:
    """Rows written: every card that was not taken out."""
    cards = sorted(cards_of(person).items())
    rows = ((str(item), card.front, card.back, card.topic) for item, card in cards if not card.out)
    return write_table(out, HEADER, rows)


def take_cards(person: Person, file: BinaryIO, at: datetime) -> Report:
    """A card whose text is another than the one that is there is written anew, as of `at`."""
    report = Report()
    for batch in batches(_rows(person, file, report, at)):
        unite(person, batch, report)
    return report


def _rows(person: Person, file: BinaryIO, report: Report, at: datetime) -> Iterator[Row]:
    there, items = cards_of(person), catalogue().items
    for line, (name, front, back, topic) in read_table(file, HEADER, report):
        item = item_of(name, "csv") if name else named("csv", "card", front, back)
        last: Card | None = there.get(item)
        if not front.strip():
            report.refuse(line, "want a front with text, got none")
        elif item in items:
            report.refuse(line, f"want the id of a card, got that of an item of a pack: {items[item].title}")
        elif last is not None and last.says(front, back, topic):
            report.already += 1
        else:
            when = at if last is None else max(at, last.at + NEXT)
            id = named("csv", "text", item, front, back, topic, when)
            there[item] = Card(front, back, topic, False, when)
            yield card_row(id, item, when, front, back, topic, line)
