"""The command `warmstart`: finds the module of the command, and says errors in one line."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import cast

from warmstart import WarmstartError, __version__
from warmstart.cli.command import CommandModule, Subparsers

COMMANDS = {
    "up": "open Warmstart in the browser",
    "today": "what to do today, for how long, and why",
    "review": "go through today's list in the terminal",
    "readiness": "how each round of your interview would go, as a range",
    "work": "write a problem into a folder, for your own editor",
    "judge": "judge a file against a problem's hidden cases",
    "grow": "measure how a file's cost grows, in time and in memory",
    "grade": "grade a written answer to a question",
    "pack": "write, check and prove a pack of problems",
    "recompute": "compute memories, mastery and plan anew from the log",
    "export": "write your log, cards or reviews to a file",
    "import": "take a log, a deck, reviews or cards in from a file",
    "doctor": "say what this machine can do, and what is missing",
}
FAILED = 2
INTERRUPTED = 130
UNREAD = 141
"""As of a program that SIGPIPE ended: `warmstart today | head -1`."""


def parser_for(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser, with the options of the one command that `arguments` name.

    Only that command's module is imported: `warmstart pack check` does not pay for Django.
    """
    parser = argparse.ArgumentParser(
        prog="warmstart", description="Preparation for machine-learning interviews, on your own machine."
    )
    parser.add_argument("--version", action="version", version=f"warmstart {__version__}")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    chosen = next((word for word in arguments if not word.startswith("-")), None)
    for name, caption in COMMANDS.items():
        if name == chosen:
            _add(name, subparsers)
        else:
            subparsers.add_parser(name, help=caption)
    return parser


def _add(name: str, subparsers: Subparsers) -> None:
    module = cast("CommandModule", importlib.import_module(f"warmstart.cli.{name}"))
    module.add_parser(subparsers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. 2: a `WarmstartError`, said in one line on stderr."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return _run(parser_for(given).parse_args(given))
    except WarmstartError as error:
        print(f"warmstart: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads what Python would still write when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD


def _run(args: argparse.Namespace) -> int:
    code = int(args.run(args))
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
