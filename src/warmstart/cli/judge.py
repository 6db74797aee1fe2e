"""`warmstart judge FILE`: a verdict in the terminal, by the same judge as in the browser."""

import argparse
import json
import sys
import tomllib
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from warmstart import WarmstartError
from warmstart.cli.command import Subparsers
from warmstart.cli.named import MARK, problem_named
from warmstart.cli.record import record
from warmstart.judge.diagnosis import diagnose
from warmstart.judge.literal import show
from warmstart.judge.pool import Judge
from warmstart.judge.printable import printable
from warmstart.judge.problem import FrozenProblem, read_problem
from warmstart.judge.verdict import CaseResult, Outcome, Verdict

MOST_FAILURES = 5


class NothingToJudge(WarmstartError):
    """The file or the problem cannot be found; the message says what was looked for."""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("judge", help="judge a file against a problem's hidden cases")
    parser.add_argument(
        "file", nargs="?", type=Path, default=Path("solution.py"), help="default: solution.py"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--problem", metavar="SLUG", help="an installed problem")
    which.add_argument("--folder", metavar="PATH", type=Path, help="a problem's folder, with its cases.json")
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: accepted. 1: any other verdict."""
    folder = _folder(args.problem, args.folder, args.file)
    problem = read_frozen(folder)
    source = _source(args.file)
    with Judge(spares=0) as judge:
        verdict = judge.judge(problem, source)
    print(json.dumps(as_report(verdict), indent=1)) if args.json else _show(problem, verdict)
    if args.folder is None:
        record(problem, source, verdict)
    return 0 if verdict.outcome is Outcome.AC else 1


def read_frozen(folder: Path) -> FrozenProblem:
    """A problem's frozen cases. NothingToJudge: it has none."""
    try:
        return read_problem((folder / "cases.json").read_bytes())
    except OSError as error:
        raise NothingToJudge(
            f"{folder / 'cases.json'}: {error.strerror}; `warmstart pack prove` makes it"
        ) from error


def _folder(slug: str | None, folder: Path | None, file: Path) -> Path:
    return problem_named(slug or _marked(file)) if folder is None else folder


def _marked(file: Path) -> str:
    """The problem that `warmstart work` wrote down beside the file."""
    mark = file.resolve().parent / MARK
    try:
        return str(tomllib.loads(mark.read_text("utf-8"))["problem"])
    except OSError:
        raise NothingToJudge("which problem? Give --problem SLUG or --folder PATH") from None
    except (KeyError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NothingToJudge(f'{mark}: want a line problem = "SLUG", got {error}') from error


def _source(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise NothingToJudge(f"{file}: {error.strerror}") from error


def as_report(verdict: Verdict) -> dict[str, object]:
    """The JSON of `--json`: docs/guide/terminal.md lists its keys."""
    keys = ("name", "verdict", "cpu_ms", "wall_ms", "memory_mb", "message")
    data = verdict.as_json()
    cases = data["cases"]
    assert isinstance(cases, list)
    return {
        "verdict": data["verdict"],
        "message": verdict.message,
        "tier": verdict.tier,
        "total_ms": verdict.total_ms,
        "cases": [{key: case[key] for key in keys} for case in cases],
    }


def _show(problem: FrozenProblem, verdict: Verdict) -> None:
    console = Console(file=sys.stdout, highlight=False)
    style = "green" if verdict.outcome is Outcome.AC else "red"
    console.print(Text(f"{verdict.outcome}  {verdict.outcome.words}", style=f"bold {style}"), end="")
    console.print(Text(f"  {_counted(verdict)}, {verdict.total_ms:.0f} ms, {verdict.memory_mb:.0f} MB"))
    if verdict.outcome in (Outcome.CE, Outcome.IE) or all(case.verdict is None for case in verdict.cases):
        console.print(Text(printable(verdict.message)))
    failed = [case for case in verdict.cases if case.verdict not in (None, Outcome.AC)]
    for case in failed[:MOST_FAILURES]:
        console.print(_case_table(problem, case))
    if len(failed) > MOST_FAILURES:
        console.print(f"and {len(failed) - MOST_FAILURES} more")
    found = diagnose(problem, verdict)
    if found is not None:
        console.print(Text(f"This looks like a known mistake: {found.wrong.why}", style="yellow"))


def _counted(verdict: Verdict) -> str:
    passed = sum(case.verdict is Outcome.AC for case in verdict.cases)
    return f"{passed} of {len(verdict.cases)} cases pass"


def _case_table(problem: FrozenProblem, result: CaseResult) -> Table:
    case = next(c for c in problem.cases if c.id == result.id)
    table = Table(title=f"{result.verdict}  {case.name}", title_justify="left", show_header=False, box=None)
    rows = [("why it is asked", case.why), ("what happened", result.message), ("where", result.trace)]
    if case.visible:
        rows += [("input", show(case.input)), ("expected", show(case.expected)), ("got", result.got or "")]
        rows += [("printed", result.stdout)]
    for label, text in rows:
        if text:
            table.add_row(label, Text(printable(text[:2000])))
    return table
