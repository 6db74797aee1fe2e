"""Try the entries whose ids come on stdin, one a line, in the tier given; one JSON line each.

python -m warmstart.judge.tests.hostile T2 < ids
"""

import json
import os
import sys
from dataclasses import asdict

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.problem import write_problem
from warmstart.judge.tests.hostile.arena import Arena
from warmstart.judge.tests.hostile.catalogue import ENTRIES
from warmstart.judge.tests.hostile.problem import PROBLEMS
from warmstart.judge.tests.hostile.traces import adopt_orphans, descriptors, left_behind


def main(tier: str) -> None:
    """The last line tells what is left once the judge is closed; it names no entry."""
    wanted = sys.stdin.read().split()
    os.environ["WARMSTART_SECRET"] = "canary"
    with open("cases.json", "w", encoding="utf-8") as file:
        file.write(write_problem(PROBLEMS["pairs"]))
    adopt_orphans()
    before = descriptors()
    rows = {entry.id: entry for entry in ENTRIES}
    with Judge(tier=jail.Tier(tier)) as judge:
        arena = Arena(judge)
        for name in wanted:
            tell(asdict(arena.try_entry(rows[name])))
    tell({"id": "", "faults": list(left_behind(before))})


def tell(record: dict[str, object]) -> None:
    print(json.dumps(record), flush=True)


main(sys.argv[1])
