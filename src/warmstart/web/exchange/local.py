"""What `warmstart export` and `warmstart import` do with the local person's log."""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from warmstart.web.accounts.local import the_local_person
from warmstart.web.exchange.formats import FORMATS, take_file
from warmstart.web.exchange.report import Report


def export_to(out: BinaryIO, name: str, at: datetime) -> int:
    """Rows written, in the format of that name."""
    return FORMATS[name].write(the_local_person(), out, at)


def import_from(path: Path, at: datetime) -> tuple[str, Report]:
    """(title of the format that it was, what came of it)."""
    found, report = take_file(the_local_person(), path, at)
    return found.title, report
