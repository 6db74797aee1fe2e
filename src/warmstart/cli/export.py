"""`warmstart export FILE`: the local log, or a part of it, as a file that other programs read."""

import argparse
import importlib
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from warmstart import WarmstartError
from warmstart.cli.command import Subparsers
from warmstart.cli.own_log import data_dir_of
from warmstart.web.site import data_folder

FORMATS = ("jsonl", "anki", "reviews", "cards")
BY_SUFFIX = {".apkg": "anki", ".jsonl": "jsonl"}


class CannotExport(WarmstartError):
    """There is nothing to export, or nowhere to put it; the message says which."""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("export", help="write your log, cards or reviews to a file")
    parser.add_argument("--format", choices=FORMATS, help="what to write (default: by the name, else jsonl)")
    parser.add_argument("--data-dir", type=Path, metavar="FOLDER", help="default: docs/settings.md")
    parser.add_argument("file", metavar="FILE", help="where to; - is standard output")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    name = args.format or _named(args.file)
    data_dir = data_dir_of(args.data_dir)
    if not (data_dir / data_folder.DATABASE).is_file():
        raise CannotExport(f"{data_dir} has no log yet; `warmstart up` begins one")
    # by name: these modules read Django's settings, which are known only now
    importlib.import_module("warmstart.web.site.server").set_up(data_dir)
    local = importlib.import_module("warmstart.web.exchange.local")
    if args.file == "-":
        local.export_to(sys.stdout.buffer, name, datetime.now(UTC))
        return 0
    rows = _write(Path(args.file), local, name)
    print(f"{args.file}: {rows} rows", file=sys.stderr)
    return 0


def _named(file: str) -> str:
    suffix = Path(file).suffix.lower()
    if suffix == ".csv":
        raise CannotExport("CSV of what? Say --format reviews or --format cards")
    return BY_SUFFIX.get(suffix, "jsonl")


def _write(path: Path, local: "object", name: str) -> int:
    """All of it, or the file stays as it was."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
            try:
                rows = int(local.export_to(out, name, datetime.now(UTC)))  # type: ignore[attr-defined]
            except BaseException:
                Path(out.name).unlink()
                raise
        Path(out.name).replace(path)
    except OSError as error:
        raise CannotExport(f"{path} cannot be written: {error.strerror}") from error
    return rows
