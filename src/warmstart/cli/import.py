"""`warmstart import FILE`: a log, a deck of Anki's, reviews or cards into the local log."""  # noqa: N999

import argparse
import importlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from warmstart import WarmstartError
from warmstart.cli.command import Subparsers
from warmstart.cli.own_log import data_dir_of
from warmstart.judge.printable import printable
from warmstart.web.site import data_folder

REFUSED = 1


class CannotImport(WarmstartError):
    """The file cannot be read; the message says why."""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("import", help="take a log, a deck, reviews or cards in from a file")
    parser.add_argument("--data-dir", type=Path, metavar="FOLDER", help="default: docs/settings.md")
    parser.add_argument("file", metavar="FILE", help="of any of the four kinds; - is standard input")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: all taken, or there already. 1: some rows were refused; the others are taken."""
    with _on_disk(args.file) as path:
        _set_up(data_dir_of(args.data_dir))
        # by name: this module reads Django's settings, which are known only now
        local = importlib.import_module("warmstart.web.exchange.local")
        title, report = local.import_from(path, datetime.now(UTC))
    print(f"{args.file}, {title}: {report.sentence}")
    for note in report.notes:
        print(printable(note))
    for refusal in report.in_order:
        line = f"{args.file}:{refusal.line}: {refusal.why}"
        print(printable(line).replace("\n", " "), file=sys.stderr)
    if report.untold:
        print(f"and {report.untold} more refused", file=sys.stderr)
    return REFUSED if report.refused else 0


@contextmanager
def _on_disk(file: str) -> Iterator[Path]:
    if file != "-":
        path = Path(file)
        if not path.is_file():
            raise CannotImport(f"{file} is no file")
        yield path
        return
    with NamedTemporaryFile() as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
        copy.flush()
        yield Path(copy.name)


def _set_up(data_dir: Path) -> None:
    """A folder without a log gets an empty one, as `warmstart up` would make it."""
    server = importlib.import_module("warmstart.web.site.server")
    if (data_dir / data_folder.DATABASE).is_file():
        server.set_up(data_dir)
        return
    with data_folder.held(data_dir):
        server.prepare(data_dir)
