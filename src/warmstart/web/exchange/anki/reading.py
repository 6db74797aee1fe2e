"""`python -m`: reads one hostile package in a process of its own, of little memory and time; prints JSON.

Lines: a head, then a line a note with its cards and their reviews. Trouble is a line {"trouble": ...}.
"""

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmstart.web.exchange.anki.collection import FIELDS, opened, rows_of
from warmstart.web.exchange.anki.faces import faces
from warmstart.web.exchange.anki.plain_text import to_markdown
from warmstart.web.exchange.anki.unpack import Unreadable, unpack

MEMORY = 1536 * 2**20
SECONDS = 60
WRITTEN = 640 * 2**20
FILES = 32
BROKEN = 3


def limit() -> None:
    """Of this process, from here on."""
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: WRITTEN,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    for which, wanted in limits.items():
        hard = resource.getrlimit(which)[1]
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (most, most))


def lines(package: Path, folder: Path) -> Iterator[dict[str, Any]]:
    """`folder`: empty, for the unpacked collection. Unreadable."""
    name = unpack(package, folder / "collection")
    database = opened(folder / "collection")
    reviews: dict[int, list[tuple[Any, ...]]] = {}
    for id, card, *rest in rows_of(database, "revlog"):
        reviews.setdefault(card, []).append((id, *rest))
    cards: dict[int, list[dict[str, Any]]] = {}
    for id, note, *rest in rows_of(database, "cards"):
        keys = ("ord", "mod", "type", "queue", "due", "ivl", "data")
        card = dict(zip(keys, rest, strict=True)) | {"reviews": reviews.pop(id, [])}
        cards.setdefault(note, []).append(card)
    yield {
        "head": name,
        "crt": next(rows_of(database, "col"), (None,))[0],
        "lost": sum(map(len, reviews.values())),
    }
    for id, *rest in rows_of(database, "notes"):
        note = dict(zip(("guid", "mod", "tags", "fields"), rest, strict=True))
        yield _told(note, cards.pop(id, []))


def _told(note: dict[str, Any], cards: list[dict[str, Any]]) -> dict[str, Any]:
    """With what each card shows, as our Markdown. `html` None: the fields are no text, or too long."""
    fields = note.pop("fields")
    if not isinstance(fields, str) or len(fields) > FIELDS:
        return note | {"html": None, "cards": []}
    front, back = (*fields.split("\x1f"), "")[:2]
    for card in cards:
        shown = faces(front, back, card["ord"] if isinstance(card["ord"], int) else 0)
        card["front"], card["back"] = map(to_markdown, shown)
    return note | {"html": [front, back], "cards": cards}


def main() -> int:
    package, folder = map(Path, sys.argv[1:3])
    limit()
    try:
        for line in lines(package, folder):
            # Blobs where texts should be, and whatever else JSON has no word for, are nothing.
            sys.stdout.write(json.dumps(line, default=lambda value: None, allow_nan=False) + "\n")
    except Unreadable as error:
        print(json.dumps({"trouble": str(error)}))
        return BROKEN
    except MemoryError:
        print(json.dumps({"trouble": "want a package of sensible size, got one that fills the memory"}))
        return BROKEN
    except ValueError:
        print(json.dumps({"trouble": "want numbers in the collection, got some that are none"}))
        return BROKEN
    return 0


if __name__ == "__main__":
    sys.exit(main())
