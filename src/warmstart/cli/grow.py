"""`warmstart grow FILE`: how a solution's cost grows with its input, with the evidence."""

import argparse
import json
import sys

from rich.console import Console
from rich.table import Table

from warmstart.cli.command import Subparsers
from warmstart.cli.target import add_target, read_target
from warmstart.judge.growth import GrowthReport, Measured, measure_growth
from warmstart.judge.pool import Judge


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("grow", help="measure how a file's cost grows, in time and in memory")
    add_target(parser)
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """1: the contract on time is missed by a whole degree. 0: it is met, or nobody can tell."""
    target = read_target(args)
    with Judge(spares=1) as judge:
        judge.warm(target.problem.stack)
        report = measure_growth(judge, target.problem, target.source)
    if args.json:
        print(json.dumps(as_report(report), indent=1))
    else:
        _show(report)
    return 1 if report.meets is False else 0


def as_report(report: GrowthReport) -> dict[str, object]:
    """The JSON of `--json`: docs/guide/terminal.md lists its keys."""
    contract = report.contract
    return {
        "time": _measured(report.time),
        "space": _measured(report.space),
        "contract": None if contract is None else {"n": contract.n, "time": contract.time},
        "meets": report.meets,
        "points": [
            {"n": p.n, "count": p.count, "cpu_ms": _ms(p.cpu), "peak_mib": p.peak_mib} for p in report.points
        ],
    }


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1000


def _measured(measured: Measured) -> dict[str, object]:
    return {
        "class": None if measured.complexity is None else str(measured.complexity),
        "not_excluded": [str(c) for c in measured.not_excluded],
        "slope": measured.slope,
        "evidence": measured.sentence,
    }


def _show(report: GrowthReport) -> None:
    console = Console(file=sys.stdout, highlight=False)
    console.print(f"time:   {report.time.sentence}", soft_wrap=True)
    console.print(f"memory: {report.space.sentence}", soft_wrap=True)
    if report.contract is not None:
        console.print(f"{_contract(report)} (n: {report.contract.n})", soft_wrap=True)
    table = Table("n", "counted steps", "CPU ms", "MiB", box=None)
    for column in table.columns:
        column.justify = "right"
    for point in report.points:
        cells = (f"{point.n:,}", _cell(point.count, ",d"), _cell(_ms(point.cpu), ".2f"))
        table.add_row(*cells, _cell(point.peak_mib, ".2f"))
    console.print(table)


def _contract(report: GrowthReport) -> str:
    assert report.contract is not None
    wanted = f"wanted is growth of degree {report.contract.time:g}"
    if report.meets is None:
        return f"{wanted}; whether it is met cannot be told"
    return f"{wanted}: met" if report.meets else f"{wanted}: [red]missed by a whole degree[/]"


def _cell(value: float | None, form: str) -> str:
    return "" if value is None else format(value, form)
