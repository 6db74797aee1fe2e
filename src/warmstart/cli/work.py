"""`warmstart work SLUG`: a problem as files, for one's own editor; `warmstart judge` there judges them."""

import argparse
import sys
import tomllib
from pathlib import Path

from rich.console import Console

from warmstart import WarmstartError
from warmstart.cli.command import Subparsers
from warmstart.cli.named import MARK, problem_named
from warmstart.content.problem import Problem, read_problem_folder
from warmstart.judge.literal import show
from warmstart.judge.problem import FrozenCase, FrozenProblem


class NoWork(WarmstartError):
    """The problem cannot be laid out here; the message says why."""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("work", help="write a problem into a folder, for your own editor")
    parser.add_argument("problem", metavar="SLUG", help="an installed problem")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help="default: ./SLUG")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    problem, frozen = _read(args.problem)
    folder: Path = args.folder or Path(problem.slug)
    console = Console(highlight=False)
    for path, written in lay_out(folder, problem, frozen):
        console.print(f"{'wrote' if written else 'kept '}  {path}", soft_wrap=True)
    console.print(f"Write {folder / 'solution.py'}, then: cd {folder} && warmstart judge", soft_wrap=True)
    return 0


def _read(slug: str) -> tuple[Problem, FrozenProblem]:
    folder = problem_named(slug)
    problem, findings = read_problem_folder(folder)
    if problem is None:
        raise NoWork(f"{folder}: {findings[0].message}; {findings[0].mend}")
    if problem.frozen is None:
        raise NoWork(f"{slug} has no frozen cases yet; its author runs `warmstart pack prove`")
    return problem, problem.frozen


def lay_out(folder: Path, problem: Problem, frozen: FrozenProblem) -> list[tuple[Path, bool]]:
    """Each file, and whether it was written: one that is there stays as it is.

    NoWork: the folder is another problem's, or cannot be written.
    """
    _refuse_another_problem(folder, problem)
    texts = {
        "statement.md": statement(problem, frozen),
        "solution.py": frozen.starter,
        "samples.txt": samples(frozen),
        MARK: mark(problem),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [(folder / name, _write_new(folder / name, text)) for name, text in texts.items()]
    except OSError as error:
        raise NoWork(f"{error.filename or folder}: {error.strerror}") from error


def _refuse_another_problem(folder: Path, problem: Problem) -> None:
    try:
        other = tomllib.loads((folder / MARK).read_text("utf-8")).get("problem")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return
    if other != problem.slug:
        raise NoWork(f"{folder} holds your work on {other!r}: name another folder")


def _write_new(path: Path, text: str) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def statement(problem: Problem, frozen: FrozenProblem) -> str:
    """The statement, with what the page says beside it."""
    facts = [f"Write `{problem.entry}` in solution.py; about {problem.minutes} minutes."]
    packages = [name for name in problem.imports if name.split(".")[0] not in sys.stdlib_module_names]
    facts.append(f"You may import the standard library{' and '.join(['', *packages])}.")
    facts.append(f"Limits: {frozen.limits.seconds:g} s of CPU, {frozen.limits.mib} MiB.")
    return f"# {problem.title}\n\n{' '.join(facts)}\n\n{problem.statement.strip()}\n"


def samples(frozen: FrozenProblem) -> str:
    """The visible cases, in the notation that the pages show and read."""
    shown = [_sample(frozen, case) for case in frozen.cases if case.visible]
    return "\n".join(shown) or "This problem shows no samples.\n"


def _sample(frozen: FrozenProblem, case: FrozenCase) -> str:
    return (
        f"{case.name}: {case.why}\n"
        f"  input     {_call(frozen, case.input)}\n"
        f"  expected  {show(case.expected)}\n"
    )


def _call(frozen: FrozenProblem, given: object) -> str:
    """A call of the entry, unless a driver of the problem turns the input into calls."""
    if frozen.source.run is None and isinstance(given, tuple):
        return f"{frozen.entry}({', '.join(map(show, given))})"
    return show(given)


def mark(problem: Problem) -> str:
    return f'problem = "{problem.slug}"\nid = "{problem.id}"\nversion = {problem.version}\n'
