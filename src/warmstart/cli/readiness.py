"""`warmstart readiness`: how each round would go, as a range."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from warmstart.cli.command import Subparsers
from warmstart.cli.learner import Learner


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("readiness", help="how each round of your interview would go, as a range")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    learner = Learner()
    standing = learner.standing()
    shell = learner.module("warmstart.web.standing.outlook")
    outlook = shell.outlook_of(standing)
    shell.log_forecast(learner.person, standing, outlook)
    if args.json:
        print(json.dumps(_json(outlook), indent=1))
    else:
        range_words = learner.module("warmstart.web.progress.interval").range_words
        _show(Console(highlight=False), outlook, range_words)
        print(_date(outlook, standing.target), end="")
    return 0


def _json(outlook: Any) -> dict[str, Any]:
    """A single chance to pass is told only of rounds with enough mock rounds behind them."""
    rounds = [asdict(each) for each in outlook.rounds]
    for each in rounds:
        if not each["enough"]:
            each["p"] = None
    return {"days_left": outlook.days_left, "sentence": outlook.sentence, "rounds": rounds}


def _date(outlook: Any, target: Any) -> str:
    """What there is to do about a date that is missing, or past."""
    if outlook.days_left is not None:
        return ""
    if target is None or target.date is None:
        return "Set the date of your interview in the browser, under Plan.\n"
    return "The date of your interview is past. In the browser, tell how it went or set a new one.\n"


def _show(console: Console, outlook: Any, range_words: Callable[[float, float], str]) -> None:
    """`range_words`: of chances, none of which is certain."""
    console.print(outlook.sentence, soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    for name in ("round", "weight", "score, 80 % range", "chance to pass", "from"):
        table.add_column(name, overflow="fold")
    for each in outlook.rounds:
        table.add_row(
            each.title,
            f"{100 * each.weight:.0f} %",
            f"{100 * each.low:.0f} % to {100 * each.high:.0f} %",
            range_words(each.pass_low, each.pass_high),
            "1 attempt" if each.attempts == 1 else f"{each.attempts} attempts",
        )
    console.print(table)
    for each in outlook.rounds:
        if each.weakest:
            weakest = "; ".join(weak.title for weak in each.weakest)
            console.print(f"Weakest in {each.title}: {weakest}.", soft_wrap=True)
