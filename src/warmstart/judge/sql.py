"""Inside the sandbox: one query over a database built from a case's rows, and nothing but reading.

The jail holds already; what is refused here is refused so that a learner reads why.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

MOST_STEPS = 20_000_000
"""Instructions of SQLite's machine a case: a count, so a query ends at the same place everywhere."""

_STEPS_AT_ONCE = 100_000
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_CLOSED_FUNCTIONS = {"load_extension", "fts3_tokenizer"}
_TABLE_FUNCTIONS = ("json_each", "json_tree")
"""SQLite declares the tables that these return when they are first used, which is not reading."""

_ACTIONS = {
    getattr(sqlite3, f"SQLITE_{name}"): name.replace("_", " ")
    for name in (
        *("ALTER_TABLE", "ANALYZE", "ATTACH", "CREATE_INDEX", "CREATE_TABLE", "CREATE_TEMP_INDEX"),
        *("CREATE_TEMP_TABLE", "CREATE_TEMP_TRIGGER", "CREATE_TEMP_VIEW", "CREATE_TRIGGER", "CREATE_VIEW"),
        *("CREATE_VTABLE", "DELETE", "DETACH", "DROP_INDEX", "DROP_TABLE", "DROP_TEMP_INDEX"),
        *("DROP_TEMP_TABLE", "DROP_TEMP_TRIGGER", "DROP_TEMP_VIEW", "DROP_TRIGGER", "DROP_VIEW"),
        *("DROP_VTABLE", "INSERT", "PRAGMA", "REINDEX", "SAVEPOINT", "TRANSACTION", "UPDATE"),
    )
}

Tables = Mapping[str, Sequence[Sequence[object]]]


class TooManySteps(Exception):
    """The query was stopped; it would have ended late or never."""


def load(query: str, schema: str) -> Callable[[object], object]:
    """What answers a case: tables -> list of tuples. Compiles the query once, on empty tables.

    SyntaxError: SQLite cannot read it, or a name in it is unknown. PermissionError: it would not only read.
    """
    with _Reader(schema, {}) as reader:
        try:
            reader.compile(query)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise SyntaxError(str(error)) from error

    def answer(tables: object) -> object:
        assert isinstance(tables, Mapping)
        with _Reader(schema, tables) as reader:
            return reader.rows(query)

    return answer


class _Reader:
    """A database in memory, filled and then closed to everything but reading."""

    def __init__(self, schema: str, tables: Tables) -> None:
        self._refused = ""
        self._steps = 0
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        self._database.execute("PRAGMA temp_store = MEMORY")  # there is no directory for a large sort
        self._database.executescript(schema)
        for name, rows in tables.items():
            self._fill(name, rows)
        for function in _TABLE_FUNCTIONS:
            with suppress(sqlite3.OperationalError):  # built without
                self._database.execute(f"SELECT 1 FROM {function}('[]')")  # noqa: S608  a constant
        self._database.set_authorizer(self._authorize)
        self._database.set_progress_handler(self._progress, _STEPS_AT_ONCE)

    def __enter__(self) -> "_Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def compile(self, query: str) -> None:
        self._database.text_factory = bytes  # a listing shows the query's constants, be they text or not
        self.rows(f"EXPLAIN {query}")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """All rows of one statement."""
        try:
            return self._database.execute(query).fetchall()
        except sqlite3.Error as error:
            if self._refused:
                raise PermissionError(f"{self._refused} is not allowed: the query can only read") from error
            if self._steps >= MOST_STEPS:
                raise TooManySteps(f"over {MOST_STEPS:,} steps of SQLite") from error
            raise

    def _fill(self, name: str, rows: Sequence[Sequence[object]]) -> None:
        if not rows:
            return
        quoted = '"' + name.replace('"', '""') + '"'
        marks = ", ".join("?" * len(rows[0]))
        self._database.executemany(f"INSERT INTO {quoted} VALUES ({marks})", rows)  # noqa: S608  quoted

    def _authorize(self, action: int, _: str | None, name: str | None, *__: str | None) -> int:
        function = action == sqlite3.SQLITE_FUNCTION
        if action in _READING and not (function and str(name).lower() in _CLOSED_FUNCTIONS):
            return sqlite3.SQLITE_OK
        self._refused = self._refused or (str(name) if function else _ACTIONS.get(action, f"action {action}"))
        return sqlite3.SQLITE_DENY

    def _progress(self) -> bool:
        self._steps += _STEPS_AT_ONCE
        return self._steps >= MOST_STEPS
