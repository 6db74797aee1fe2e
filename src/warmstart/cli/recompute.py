"""`warmstart recompute`: all that is told of the log, computed anew and compared with what was kept."""

import argparse
import json
import time

from warmstart.cli.command import Subparsers
from warmstart.cli.learner import Learner

TOLERANCE = 1e-9


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("recompute", help="compute memories, mastery and plan anew from the log")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """1: what was kept differed by more than 1e-9; it is replaced in any case."""
    learner = Learner()
    found = learner.module("warmstart.web.standing.recompute").recompute(
        learner.person, learner.now(), time.monotonic
    )
    if args.json:
        print(json.dumps(found.as_json(), indent=1))
    else:
        print(found.sentence)
    return 0 if found.difference <= TOLERANCE else 1
