"""Out of the archive comes one file, the collection; no name or size that it states is believed."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

import zstandard

NAMES = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: with it lies an old one that only says that Anki should be updated."""
MOST = 512 * 2**20
"""Bytes of a collection, unpacked."""
ENTRIES = 100_000
PIECE = 2**20
WINDOW = 2**27
"""Bytes that zstd may look back."""


class Unreadable(Exception):
    """The package is none, or not one that is taken; the message is for people."""


def unpack(package: Path, to: Path) -> str:
    """Write the collection to `to`; the name that it had. Unreadable."""
    try:
        with zipfile.ZipFile(package) as archive:
            entry = _entry(archive)
            with archive.open(entry) as packed, to.open("wb") as out:
                _copy(_plain(packed, entry.filename), out)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, RuntimeError, NotImplementedError) as error:
        raise Unreadable(f"want a whole zip file, got one that is cut or damaged ({error})") from None
    except (zstandard.ZstdError, OSError, ValueError) as error:
        raise Unreadable(f"want a collection that unpacks, got one that does not ({error})") from None
    return entry.filename


def _entry(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise Unreadable(f"want at most {ENTRIES} files in the package, got {len(entries)}")
    found = {entry.filename: entry for entry in entries}
    for name in NAMES:
        if name in found:
            if found[name].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise Unreadable("want a package as Anki packs it, got another compression")
            return found[name]
    raise Unreadable(f"want {' or '.join(NAMES)} in the package, got none of them")


def _plain(packed: IO[bytes], name: str) -> Iterator[bytes]:
    if not name.endswith("b"):
        while piece := packed.read(PIECE):
            yield piece
        return
    reader = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(packed, read_across_frames=True)
    while piece := reader.read(PIECE):
        yield piece


def _copy(pieces: Iterator[bytes], out: BinaryIO) -> None:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST:
            raise Unreadable(f"want a collection of at most {MOST // 2**20} MiB, got a larger one")
        out.write(piece)
