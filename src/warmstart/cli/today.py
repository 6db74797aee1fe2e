"""`warmstart today`: what to do, for how long, why."""

import argparse
import json
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from warmstart.cli.command import Subparsers
from warmstart.cli.learner import Learner
from warmstart.judge.printable import printable

MOST_MINUTES = 600
WORDS = {"review": "review", "new": "new", "practice": "practise"}


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("today", help="what to do today, for how long, and why")
    parser.add_argument(
        "--minutes", type=minutes, metavar="N", help="that you have; default: what is left of today's"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.set_defaults(run=run)


def took(length: float) -> str:
    """As it is said: "22 s", "6 min"."""
    return f"{60 * length:.0f} s" if length < 1 else f"{length:.0f} min"


def minutes(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= MOST_MINUTES:
        raise argparse.ArgumentTypeError(f"{text}: want minutes from 0 to {MOST_MINUTES}")
    return number


def run(args: argparse.Namespace) -> int:
    learner = Learner()
    standing = learner.standing()
    agenda = learner.module("warmstart.web.standing.outside").whole_agenda(standing, args.minutes)
    if args.json:
        print(json.dumps(as_json(standing, agenda), indent=1))
    else:
        show(Console(highlight=False), standing, agenda)
    return 0


def as_json(standing: Any, agenda: Any) -> dict[str, Any]:
    """`gain` in points of a hundred of the expected score on the interview day."""
    target = standing.target
    return {
        "at": standing.at.isoformat(),
        "zone": standing.zone.key,
        "interview": None if target is None or target.date is None else target.date.isoformat(),
        "minutes": round(agenda.minutes, 2),
        "wanted": round(agenda.wanted, 2),
        "done": round(agenda.done, 2),
        "sentences": list(agenda.sentences),
        "items": [_item(each) for each in agenda.items],
        "left_out": [
            {"kind": each.kind, "id": str(each.facts.id), "title": each.facts.title, "why_not": each.reason}
            for each in agenda.left_out
        ],
    }


def _item(each: Any) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "id": str(each.facts.id),
        "item": each.facts.kind,
        "title": each.facts.title,
        "slug": each.facts.slug,
        "skill": each.facts.skill,
        "minutes": round(each.minutes, 2),
        "gain": round(each.gain, 4),
        "why": list(each.reasons),
    }


def titled(facts: Any) -> str:
    """With its skill; a card of one's own may name none."""
    return f"{facts.title} ({facts.skill_title})" if facts.skill_title else str(facts.title)


def gained(listed: Any) -> str:
    """Nothing where the plan does not know what it gains."""
    return f"{listed.gain:+.2f}" if listed.facts.skill else ""


def shown(text: str) -> str:
    """Somebody's own words, for a console that reads markup."""
    return escape(printable(text))


def show(console: Console, standing: Any, agenda: Any) -> None:
    for sentence in agenda.sentences:
        console.print(sentence, soft_wrap=True)
    if not agenda.items:
        return
    table = Table(box=None, pad_edge=False)
    for name, how in (("", "left"), ("what", "left"), ("takes", "right"), ("gain", "right"), ("why", "left")):
        table.add_column(name, justify=how, overflow="fold")  # type: ignore[arg-type]
    for each in agenda.items:
        row = (WORDS[each.kind], titled(each.facts), took(each.minutes), gained(each))
        table.add_row(*map(shown, row), shown(each.reasons[0]))
    console.print(table)
    console.print(
        f"{agenda.minutes:.0f} minutes, worth {agenda.gain:+.1f} points of a hundred on the day. "
        "Start with `warmstart review`, or in the browser.",
        soft_wrap=True,
    )
