"""`warmstart judge FILE`: a verdict in the terminal, by the same judge as in the browser."""

import argparse
import json
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from warmstart.cli.command import Subparsers
from warmstart.cli.record import record
from warmstart.cli.target import add_target, read_target
from warmstart.judge.diagnosis import diagnose
from warmstart.judge.literal import show
from warmstart.judge.pool import Judge
from warmstart.judge.printable import printable
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import CaseResult, Outcome, Verdict

MOST_FAILURES = 5


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("judge", help="judge a file against a problem's hidden cases")
    add_target(parser)
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: accepted. 1: any other verdict."""
    target = read_target(args)
    with Judge(spares=0) as judge:
        verdict = judge.judge(target.problem, target.source)
    if args.json:
        print(json.dumps(as_report(verdict), indent=1))
    else:
        _show(target.problem, verdict)
    if target.installed:
        record(target.problem, target.source, verdict)
    return 0 if verdict.outcome is Outcome.AC else 1


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
    if verdict.outcome is Outcome.AC and problem.growth is not None:
        console.print("How its cost grows is not part of this verdict: `warmstart grow` measures it.")
    found = diagnose(problem, verdict)
    if found is not None:
        console.print(Text(f"This looks like a known mistake: {found.wrong.why}", style="yellow"))
        console.print(Text(f"({found.confidence})"))


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
