"""Full disks and folders that may not be written, told from the error that they raise."""

import errno
import sqlite3

FULL = (
    "The disk of the data folder is full: nothing was saved, and nothing that was saved before is lost. "
    "Free some space and try again."
)
READ_ONLY = (
    "The data folder may not be written: nothing was saved, and nothing that was saved before is lost. "
    "Make it writable and try again."
)
BUSY = "The database was busy for 20 seconds and nothing was saved. Try again."

_BY_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: BUSY,
    # A write that the file system cut short; SQLite reports a file size limit so.
    sqlite3.SQLITE_IOERR: FULL,
}
_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
}


def sentence(error: BaseException) -> str | None:
    """What to tell the person; None: not a trouble of storage."""
    cause = error.__cause__ if error.__cause__ is not None else error
    if isinstance(cause, sqlite3.Error):
        # The low byte is the kind, what is above it a detail.
        return _BY_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(cause, OSError):
        return _BY_ERRNO.get(cause.errno or 0)
    return None
