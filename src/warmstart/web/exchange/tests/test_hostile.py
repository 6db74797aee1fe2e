"""Hostile packages: each is refused in a sentence, by a process of its own that may not do much."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from warmstart.web.exchange.anki import reading, unpack
from warmstart.web.exchange.anki.child import UnreadablePackage, read_package
from warmstart.web.exchange.anki.schema import TABLES

HEAD = "INSERT INTO col VALUES (1, 1790827200, 0, 0, 11, 0, 0, 0, '{}', '{}', '{}', '{}', '{}');"


def zipped(to: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return to


def database(folder: Path, script: str) -> bytes:
    path = folder / "made.sqlite3"
    made = sqlite3.connect(path)
    made.executescript(script)
    made.close()
    return path.read_bytes()


def read(package: Path) -> list[dict[str, Any]]:
    with read_package(package) as lines:
        return list(lines)


def trouble(package: Path) -> str:
    with pytest.raises(UnreadablePackage) as caught:
        read(package)
    return str(caught.value)


def note(guid: str = "g", fields: str = "'front' || char(31) || 'back'", id: int = 1) -> str:
    return f"INSERT INTO notes VALUES ({id}, '{guid}', 1, 1, -1, '', {fields}, '', 0, 0, '');"


def test_a_package_without_tricks_is_read(tmp_path: Path) -> None:
    package = zipped(tmp_path / "p", {"collection.anki2": database(tmp_path, TABLES + HEAD + note())})
    head, line = read(package)
    assert (head["head"], line["html"]) == ("collection.anki2", ["front", "back"])


@pytest.mark.parametrize("compress", [False, True])
def test_a_bomb_is_given_up_while_it_unpacks(tmp_path: Path, compress: bool) -> None:
    size = unpack.MOST + 2**20
    if compress:
        packed = zstandard.ZstdCompressor().compress(bytes(size))
        package = zipped(tmp_path / "p", {"collection.anki21b": packed})
    else:
        package = tmp_path / "p"
        with (
            zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open("collection.anki2", "w") as out,
        ):
            for _ in range(size // 2**20):
                out.write(bytes(2**20))
    assert package.stat().st_size < 2**20
    assert "want a collection of at most 512 MiB" in trouble(package)


def test_a_size_that_the_header_understates_ends_the_reading(tmp_path: Path) -> None:
    content = zipped(tmp_path / "p", {"collection.anki2": bytes(10**6)}).read_bytes()
    real, said = (10**6).to_bytes(4, "little"), (10).to_bytes(4, "little")
    (tmp_path / "p").write_bytes(content.replace(real, said))
    assert "cannot be read" in trouble(tmp_path / "p")


def test_a_zstd_window_over_the_limit_is_refused(tmp_path: Path) -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=29, enable_ldm=True)
    maker = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    packed = maker.compress(b"x" * 100) + maker.flush()
    assert "does not" in trouble(zipped(tmp_path / "p", {"collection.anki21b": packed}))


@pytest.mark.parametrize("name", ["../collection.anki2", "/collection.anki2", "x/../../collection.anki2"])
def test_a_name_that_leads_elsewhere_is_no_collection_and_writes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "deep").mkdir()
    package = zipped(tmp_path / "deep" / "p", {name: b"x"})
    assert "got none of them" in trouble(package)
    assert [path.name for path in tmp_path.rglob("*")] == ["deep", "p"]


BAD_FILES: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "no SQLite": (lambda folder: b"this is no database" * 1000, "want a SQLite file"),
    "empty": (lambda folder: b"", "want a table 'col'"),
    "cut": (lambda folder: database(folder, TABLES + HEAD + note() * 1)[:5000], "cannot be read"),
    "another schema": (lambda folder: database(folder, "CREATE TABLE notes (id)"), "want a table 'col'"),
    "no columns": (
        lambda folder: database(folder, TABLES.replace("guid text", "name text")),
        "want the columns guid in the table 'notes'",
    ),
    "a view": (
        lambda folder: database(
            folder,
            TABLES.replace("CREATE TABLE notes", "CREATE TABLE hidden").replace("ON notes", "ON hidden")
            + "CREATE VIEW notes AS SELECT * FROM hidden;",
        ),
        "want a table 'notes' in the collection, got view",
    ),
    "a virtual table": (
        lambda folder: database(
            folder,
            TABLES.replace("CREATE TABLE notes", "CREATE TABLE hidden").replace("ON notes", "ON hidden")
            + "CREATE VIRTUAL TABLE notes USING fts4(id, guid, mod, tags, flds);",
        ),
        "want a table 'notes'",
    ),
    "computed columns": (
        lambda folder: database(
            folder, TABLES.replace("flds text NOT NULL", "flds text AS (hex(zeroblob(10000000)))")
        ),
        "want the columns flds",
    ),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_collection_that_is_none_is_refused(tmp_path: Path, kind: str) -> None:
    make, why = BAD_FILES[kind]
    assert why in trouble(zipped(tmp_path / "p", {"collection.anki2": make(tmp_path)}))


def test_triggers_do_not_run(tmp_path: Path) -> None:
    script = TABLES + "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END; DROP TRIGGER t;"
    script += HEAD + note() + "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END;"
    assert len(read(zipped(tmp_path / "p", {"collection.anki2": database(tmp_path, script)}))) == 2


def test_the_newest_collection_is_read_and_not_the_stub_beside_it(tmp_path: Path) -> None:
    full, stub = database(tmp_path, TABLES + HEAD + note()), b"please update Anki"
    packed = zstandard.ZstdCompressor().compress(full)
    found = read(zipped(tmp_path / "p", {"collection.anki2": stub, "collection.anki21b": packed}))
    assert found[0]["head"] == "collection.anki21b"


@pytest.mark.parametrize("keep", [0, 10, 0.5, 0.95])
def test_a_zip_that_is_cut_is_refused(tmp_path: Path, keep: float) -> None:
    package = zipped(tmp_path / "p", {"collection.anki2": database(tmp_path, TABLES + HEAD + note())})
    content = package.read_bytes()
    package.write_bytes(content[: int(keep if keep >= 1 else keep * len(content))])
    assert "cannot be read" in trouble(package)


def test_no_collection_at_all_is_told(tmp_path: Path) -> None:
    assert "want collection.anki21b or" in trouble(zipped(tmp_path / "p", {"media": b"{}"}))


def test_a_gigantic_field_costs_its_note_only(tmp_path: Path) -> None:
    script = TABLES + HEAD + note("big", "hex(zeroblob(20000000))", 1) + note("good", id=2)
    lines = read(zipped(tmp_path / "p", {"collection.anki2": database(tmp_path, script)}))
    assert [line["html"] for line in lines[1:]] == [None, ["front", "back"]]


def test_blobs_numbers_and_broken_text_where_texts_should_be_do_no_harm(tmp_path: Path) -> None:
    script = (
        TABLES + HEAD + note("x", "x'00ff'", 1) + note("y", "17", 2) + note("z", "cast(x'ff41' as text)", 3)
    )
    script += (
        "INSERT INTO cards VALUES (1, 3, 1, 'ord', x'', 0, 'q', 0, 0, 9e99, 0, 0, 0, 0, 0, 0, 0, x'00');"
    )
    lines = read(zipped(tmp_path / "p", {"collection.anki2": database(tmp_path, script)}))
    assert [line["html"] for line in lines[1:]] == [None, ["17", ""], ["\ufffdA", ""]]


def test_the_reader_has_little_memory_time_and_no_children() -> None:
    limits = {reading.MEMORY: 2 * 2**30, reading.SECONDS: 60, reading.WRITTEN: 2**30, reading.FILES: 64}
    assert all(mine <= most for mine, most in limits.items())


def test_a_reader_that_dies_without_a_word_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert "ran out of memory or time, or broke down" in trouble(zipped(tmp_path / "p", {"x": b""}))


def test_a_package_may_be_any_bytes(tmp_path: Path) -> None:
    for content in (b"", b"PK", b"PK\x03\x04" + bytes(100), json.dumps({}).encode(), io.BytesIO().getvalue()):
        (tmp_path / "p").write_bytes(content)
        assert "cannot be read" in trouble(tmp_path / "p")
