"""What `main` asks of a module that is a command: `add_parser`, which names its `run`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import argparse

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class CommandModule(Protocol):
    """A module `warmstart.cli.NAME`."""

    def add_parser(self, subparsers: Subparsers) -> None:
        """Add the parser NAME, with `set_defaults(run=f)`; `f(args) -> int` is the exit code."""
