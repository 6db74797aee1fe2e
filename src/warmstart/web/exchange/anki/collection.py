"""A foreign SQLite file, read as a package's collection: three tables, by their columns, and nothing else."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmstart.web.exchange.anki.unpack import Unreadable

COLUMNS = {
    "col": ("crt",),
    "notes": ("id", "guid", "mod", "tags", "flds"),
    "cards": ("id", "nid", "ord", "mod", "type", "queue", "due", "ivl", "data"),
    "revlog": ("id", "cid", "ease", "time", "type"),
}
MOST = {"notes": 100_000, "cards": 200_000, "revlog": 2_000_000}
FIELDS = 256 * 1024
"""Letters of a note's fields together, of a text at all."""
BIGGEST = 64 * 2**20
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_FUNCTIONS = frozenset({"substr", "count"})


def opened(path: Path) -> sqlite3.Connection:
    """Unreadable: no SQLite file, or not with these tables. Nothing in the file can make it run anything."""
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    database.create_collation("unicase", _unicase)
    for limit, value in ((sqlite3.SQLITE_LIMIT_LENGTH, BIGGEST), (sqlite3.SQLITE_LIMIT_ATTACHED, 0)):
        database.setlimit(limit, value)
    try:
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "mmap_size = 0"):
            database.execute(f"PRAGMA {pragma}")
        _check(database)
    except sqlite3.Error as error:
        raise Unreadable(f"want a SQLite file, got one that is damaged or none ({error})") from None
    database.set_authorizer(_authorize)
    return database


def _unicase(left: str, right: str) -> int:
    first, second = left.casefold(), right.casefold()
    return (first > second) - (first < second)


def _check(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT name, type, substr(sql, 1, 200) FROM sqlite_master LIMIT 1000").fetchall()
    found = {name: (kind, sql or "") for name, kind, sql in rows}
    for name, columns in COLUMNS.items():
        kind, sql = found.get(name, ("nothing", ""))
        if kind != "table" or "VIRTUAL" in sql.upper():
            raise Unreadable(f"want a table {name!r} in the collection, got {kind}")
        there = {row[1] for row in database.execute(f"PRAGMA table_xinfo({name})") if row[6] == 0}
        missing = [column for column in columns if column not in there]
        if missing:
            raise Unreadable(f"want the columns {', '.join(missing)} in the table {name!r}, got none")


def _authorize(action: int, first: str | None, second: str | None, base: str | None, by: str | None) -> int:
    """Reading tables that were looked at, and no trigger, view or function of the file's own."""
    allowed = action in _ALLOWED or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
    return sqlite3.SQLITE_OK if allowed and by is None else sqlite3.SQLITE_DENY


def rows_of(database: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """Texts are cut one letter over what is taken, so that one sees that they are too long. Unreadable."""
    most, columns = MOST.get(table, 1), COLUMNS[table]
    texts = ("guid", "tags", "flds", "data")
    wanted = ", ".join(f"substr({name}, 1, {FIELDS + 1})" if name in texts else name for name in columns)
    try:
        found = database.execute(f"SELECT {wanted} FROM {table} LIMIT {most + 1}")  # noqa: S608 (our names)
        for place, row in enumerate(found):
            if place == most and table in MOST:
                raise Unreadable(f"want at most {most} rows in the table {table!r}, got more")
            yield row
    except sqlite3.Error as error:
        raise Unreadable(f"want a table {table!r} that can be read, got a damaged one ({error})") from None
