"""`warmstart up`: serve on this machine and open the browser."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from warmstart.cli.command import Subparsers
from warmstart.web.site import configuration
from warmstart.web.site.server import serve

LAST_PORT = 65535


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("up", help="open Warmstart in the browser")
    parser.add_argument(
        "--port", type=port, metavar="N", help="on 127.0.0.1; 0 takes any free one (default: 8127)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    parser.add_argument(
        "--data-dir", type=Path, metavar="FOLDER", help="where your work is kept (default: docs/settings.md)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    settings = configuration.read(os.environ)
    if args.data_dir is not None:
        settings = replace(settings, data_dir=args.data_dir.expanduser().absolute())
    chosen = settings.port if args.port is None else args.port
    serve(settings, port=chosen, open_browser=not args.no_browser)
    return 0


def port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is no port: want a whole number from 0 to {LAST_PORT}")
    return number
