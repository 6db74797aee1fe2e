"""The files that go out and come in: how each is called, written, and known by its contents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from warmstart import WarmstartError
from warmstart.web.accounts.models import Person
from warmstart.web.exchange.cards_csv import take_cards, write_cards
from warmstart.web.exchange.deck_in import take_deck
from warmstart.web.exchange.deck_out import write_deck
from warmstart.web.exchange.lines import BOM
from warmstart.web.exchange.log_in import take_log
from warmstart.web.exchange.log_out import write_log
from warmstart.web.exchange.report import Report
from warmstart.web.exchange.reviews_csv import take_reviews, write_reviews

HEAD = 4096
MOST = 512 * 2**20
"""Bytes of a file that is taken."""


class UnknownFormat(WarmstartError):
    """The file is none of those that are taken; the message names them."""

    status = 422


class TooBig(WarmstartError):
    """The file is larger than `MOST`. Nothing of it was taken."""

    status = 413


def too_big() -> TooBig:
    return TooBig(
        f"The file is over {MOST // 2**20} MiB, which is the most that is taken. Nothing was changed."
    )


Take = Callable[[Person, Path, datetime], Report]


@dataclass(frozen=True, slots=True)
class Format:
    """`write(person, out, at)`: rows written. `take(person, path, at)`: what came of it."""

    name: str
    title: str
    suffix: str
    content_type: str
    write: Callable[[Person, BinaryIO, datetime], int]
    take: Take


def _taken(take: Callable[[Person, BinaryIO, datetime], Report]) -> Take:
    def from_path(person: Person, path: Path, at: datetime) -> Report:
        with path.open("rb") as file:
            return take(person, file, at)

    return from_path


_ALL = (
    Format(
        "jsonl",
        "the whole log",
        "jsonl",
        "application/jsonl",
        lambda person, out, at: write_log(person, out),
        _taken(lambda person, file, at: take_log(person, file)),
    ),
    Format("anki", "a deck of Anki's", "apkg", "application/octet-stream", write_deck, take_deck),
    Format("reviews", "reviews", "csv", "text/csv; charset=utf-8", write_reviews, _taken(take_reviews)),
    Format(
        "cards",
        "cards",
        "csv",
        "text/csv; charset=utf-8",
        lambda person, out, at: write_cards(person, out),
        _taken(take_cards),
    ),
)
FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}


def format_of(head: bytes) -> Format:
    """By the first bytes of a file, whatever it is called. UnknownFormat."""
    start = head.removeprefix(BOM).lstrip()
    names = {cell.strip().strip(b'"').lower() for cell in start.split(b"\n", 1)[0].split(b",")}
    if head.startswith(b"PK"):
        return FORMATS["anki"]
    if start.startswith(b"{"):
        return FORMATS["jsonl"]
    if {b"card_id", b"review_time"} <= names:
        return FORMATS["reviews"]
    if {b"id", b"front", b"back"} <= names:
        return FORMATS["cards"]
    raise UnknownFormat(
        "Want a log (.jsonl), a deck of Anki's (.apkg), or CSV that begins with a line "
        "card_id,review_time,review_rating,review_state,review_duration or id,front,back,topic; "
        "this file is none of them. Nothing was changed."
    )


def take_file(person: Person, path: Path, at: datetime) -> tuple[Format, Report]:
    """UnknownFormat, TooBig, UnreadablePackage: nothing was taken."""
    if path.stat().st_size > MOST:
        raise too_big()
    with path.open("rb") as file:
        found = format_of(file.read(HEAD))
    return found, found.take(person, path, at)
