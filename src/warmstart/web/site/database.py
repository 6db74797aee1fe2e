"""The database at start: of this version, made up to date, or left alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError
from django.db.migrations.loader import MigrationLoader

from warmstart import WarmstartError
from warmstart.web.attempts import storage


class DatabaseNotUsable(WarmstartError):
    """The database cannot be used as it is and was not touched; the message says why and what to do."""


def bring_up_to_date(path: Path) -> None:
    """Make or migrate the database. DatabaseNotUsable: newer than this program, or no database."""
    if _missing(path):
        call_command("migrate", verbosity=0, interactive=False)


def must_be_current(path: Path) -> None:
    """DatabaseNotUsable: newer or older than this program, or no database. Nothing is touched."""
    if _missing(path):
        raise DatabaseNotUsable(
            f"{path} is of an older Warmstart: start `warmstart up` once to bring it up to date"
        )


def _missing(path: Path) -> set[tuple[str, str]]:
    """Migrations that are yet to come. DatabaseNotUsable: some were made that this program has not."""
    applied, known = _applied(path), _known()
    newer = min(applied - known, default=None)
    if newer is not None:
        raise DatabaseNotUsable(
            f"{path} was written by a newer Warmstart (it has {newer[0]}.{newer[1]}): "
            "install that version again, or choose another folder with --data-dir"
        )
    return known - applied


def _known() -> set[tuple[str, str]]:
    """Every migration that this program has; one that replaces others stands for them too."""
    disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
    replaced = {key for migration in disk.values() for key in migration.replaces}
    return {*disk, *replaced}


def _applied(path: Path) -> set[tuple[str, str]]:
    """Migrations that the file has seen. No file, or one without tables: none, it is yet to be made."""
    if not path.exists():
        return set()
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=20)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master").fetchall():
                return set()
            return set(connection.execute("SELECT app, name FROM django_migrations"))
    except sqlite3.Error as error:
        raise DatabaseNotUsable(_unreadable(path, error)) from error


def _unreadable(path: Path, error: sqlite3.Error) -> str:
    sentence = storage.sentence(error)
    if sentence is not None:
        return f"{path}: {sentence}"
    return (
        f"{path} is not a Warmstart database ({error}): "
        "move it away, or choose another folder with --data-dir"
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns a disk that is full or may not be written into DatabaseNotUsable."""
    try:
        yield
    except (DatabaseError, OSError) as error:
        sentence = storage.sentence(error)
        if sentence is None:
            raise
        raise DatabaseNotUsable(f"{path}: {sentence}") from error
