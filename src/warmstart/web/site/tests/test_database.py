"""A database that this version must not touch is left as it was."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from warmstart.web.accounts.models import Person
from warmstart.web.site.database import DatabaseNotUsable, bring_up_to_date, must_be_current


def database(path: Path, *statements: str) -> bytes:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path.read_bytes()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "warmstart.sqlite3"
    before = database(
        path,
        "CREATE TABLE django_migrations (app, name)",
        "INSERT INTO django_migrations VALUES ('attempts', '0001_initial'), ('attempts', '9999_future')",
    )
    with pytest.raises(DatabaseNotUsable, match=r"newer Warmstart \(it has attempts.9999_future\)"):
        bring_up_to_date(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"not a database at all, but a text of some length" * 40])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "warmstart.sqlite3"
    path.write_bytes(content)
    with pytest.raises(DatabaseNotUsable, match="is not a Warmstart database"):
        bring_up_to_date(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "warmstart.sqlite3"
    before = database(path, "CREATE TABLE recipes (name)")
    with pytest.raises(DatabaseNotUsable, match="is not a Warmstart database"):
        bring_up_to_date(path)
    assert path.read_bytes() == before


def test_the_terminal_adds_nothing_to_a_log_that_is_not_of_this_version(tmp_path: Path) -> None:
    path = tmp_path / "warmstart.sqlite3"
    before = database(
        path,
        "CREATE TABLE django_migrations (app, name)",
        "INSERT INTO django_migrations VALUES ('attempts', '0001_initial')",
    )
    with pytest.raises(DatabaseNotUsable, match="older Warmstart"):
        must_be_current(path)
    assert path.read_bytes() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 1), ("busy_timeout", 20_000)]
)
def test_connections_wait_their_turn_and_survive_a_kill(pragma: str, value: object) -> None:
    """With Django's defaults two writers and four claimers gave 3 to 10 errors; so, none."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_lose_nothing() -> None:
    def write(number: int) -> None:
        try:
            for item in range(10):
                with transaction.atomic():
                    Person.objects.filter(username="nobody").first()
                    Person.objects.create(username=f"{number}-{item}")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(6)))
    assert Person.objects.count() == 60
