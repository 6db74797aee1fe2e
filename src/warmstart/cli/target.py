"""What to judge, as one names it in the terminal: a file, and the problem that it solves."""

import argparse
import tomllib
from dataclasses import dataclass
from pathlib import Path

from warmstart import WarmstartError
from warmstart.cli.named import MARK, problem_named
from warmstart.judge.problem import FrozenProblem, read_problem


class NothingToJudge(WarmstartError):
    """The file or the problem cannot be found; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Target:
    """`installed`: whether the problem is one of an installed pack, so that the log knows it."""

    problem: FrozenProblem
    source: bytes
    installed: bool


def add_target(parser: argparse.ArgumentParser) -> None:
    """FILE, --problem and --folder."""
    parser.add_argument(
        "file", nargs="?", type=Path, default=Path("solution.py"), help="default: solution.py"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--problem", metavar="SLUG", help="an installed problem")
    which.add_argument("--folder", metavar="PATH", type=Path, help="a problem's folder, with its cases.json")


def read_target(args: argparse.Namespace) -> Target:
    """NothingToJudge, UnknownProblem, MalformedProblem: each names what was wanted."""
    folder = args.folder or problem_named(args.problem or _marked(args.file))
    problem = read_frozen(folder)
    try:
        return Target(problem, args.file.read_bytes(), installed=args.folder is None)
    except OSError as error:
        raise NothingToJudge(f"{args.file}: {error.strerror}") from error


def read_frozen(folder: Path) -> FrozenProblem:
    """A problem's frozen cases. NothingToJudge: it has none."""
    try:
        return read_problem((folder / "cases.json").read_bytes())
    except OSError as error:
        raise NothingToJudge(
            f"{folder / 'cases.json'}: {error.strerror}; `warmstart pack prove` makes it"
        ) from error


def _marked(file: Path) -> str:
    """The problem that `warmstart work` wrote down beside the file, or else in the folder one is in."""
    beside, here = file.resolve().parent / MARK, Path(MARK)
    mark = beside if beside.exists() else here
    try:
        return str(tomllib.loads(mark.read_text("utf-8"))["problem"])
    except OSError:
        raise NothingToJudge("which problem? Give --problem SLUG or --folder PATH") from None
    except (KeyError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NothingToJudge(f'{mark}: want a line problem = "SLUG", got {error}') from error
