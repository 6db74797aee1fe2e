"""The folder that holds all that is the person's: lock, secret key, database."""

import errno
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import IO

from warmstart import WarmstartError

DATABASE = "warmstart.sqlite3"
LOCK = "warmstart.lock"
KEY = "secret-key"


class FolderNotUsable(WarmstartError):
    """The data folder cannot be made or written; the message says why and what to do."""


class FolderInUse(WarmstartError):
    """Another server holds the data folder; the message names its process and address."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Held on a data folder; others read in it who holds it."""

    file: IO[str]

    def announce(self, port: int) -> None:
        """Let a second server name this one."""
        self.file.seek(0)
        self.file.truncate()
        json.dump({"pid": os.getpid(), "port": port}, self.file)
        self.file.flush()


@contextmanager
def held(folder: Path) -> Iterator[Lock]:
    """Make the folder where it is missing and lock it. FolderNotUsable, FolderInUse."""
    with _trouble_of(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = (folder / LOCK).open("a+", encoding="utf-8")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUse(_other(folder, file)) from error
        yield Lock(file)


def _other(folder: Path, file: IO[str]) -> str:
    file.seek(0)
    try:
        other = json.loads(file.read())
        where = f"process {other['pid']} at http://127.0.0.1:{other['port']}/"
    except (ValueError, KeyError, TypeError):
        where = "a process that is just starting"
    return f"{folder} is already served by {where}: use that one, or give this one its own --data-dir"


@contextmanager
def _trouble_of(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderNotUsable(f"{folder}: {_why(error)}") from error


def _why(error: OSError) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "Warmstart may not write here; make the folder writable or choose another with --data-dir"
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "no space is left here; free some, or choose another folder with --data-dir"
        case errno.ENOTDIR | errno.EEXIST:
            return "this is a file where a folder is wanted; choose another with --data-dir"
    return f"{error.strerror}; choose another folder with --data-dir"


def make_key(folder: Path) -> None:
    """Write the secret key, readable by its owner only, unless there is one."""
    path = folder / KEY
    if path.exists():
        return
    with _trouble_of(folder):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(token_urlsafe(48))


def key_of(folder: Path) -> str:
    """The key kept in the folder; a passing one while there is none, so that reading writes nothing."""
    try:
        return (folder / KEY).read_text(encoding="utf-8").strip() or token_urlsafe(48)
    except OSError:
        return token_urlsafe(48)
