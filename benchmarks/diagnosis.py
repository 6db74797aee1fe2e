"""How often the named mistake is the right one, over every wrong solution of the packs and rewrites of it.

    python benchmarks/diagnosis.py [--json] [--problem SLUG]

Each wrong solution is judged as it stands and in three automatic rewrites (comparisons mirrored, branches
turned round, names changed); the same rewrites of the reference must be accepted. "Named right" is counted
where the wrong solution's set of failed cases is its own alone. Then each is left out of the matrix in turn:
whatever is named for it now is somebody else's mistake. Exit status 1: a bar is missed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from figures import machine
from rewrite import REWRITES

from warmstart.content.installed import first_party_packs
from warmstart.content.pack import read_pack
from warmstart.content.problem import Problem
from warmstart.content.workshop import read_workshop
from warmstart.judge.diagnosis import diagnose
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import Outcome, Verdict

SHARE_RIGHT = 0.8


@dataclass(frozen=True)
class Trial:
    """One text of one wrong solution. unique: no other fails the same cases. named: what was said."""

    problem: str
    wrong: str
    form: str
    unique: bool
    named: str | None
    named_when_left_out: str | None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--problem", metavar="SLUG")
    args = parser.parse_args()
    problems = [p for path in first_party_packs() for p in read_pack(path)[0].problems]
    with Judge(spares=2) as judge:
        facts = machine(tier=str(judge.tier))
        trials = [
            trial
            for problem in problems
            if problem.frozen is not None and args.problem in (None, problem.slug)
            for trial in trials_of(judge, problem, problem.frozen)
        ]
    return tell(trials, facts, as_json=args.json)


def trials_of(judge: Judge, problem: Problem, frozen: FrozenProblem) -> Iterator[Trial]:
    workshop = read_workshop(problem)[0]
    assert workshop is not None
    forms = {} if frozen.is_query else REWRITES  # they rewrite Python
    sound = [name for name, rewrite in forms.items() if accepted(judge, frozen, rewrite(frozen.reference))]
    sets = Counter(killers(frozen, wrong.id) for wrong in frozen.wrong)
    for mutant in workshop.wrong.mutants:
        own = killers(frozen, mutant.id)
        if not own:  # growth only: no case fails
            continue
        texts = {"as it stands": mutant.source, **{name: REWRITES[name](mutant.source) for name in sound}}
        for form, text in texts.items():
            verdict = judge.judge(frozen, text)
            yield Trial(
                problem.slug, mutant.id, form, sets[own] == 1, named(frozen, verdict),
                named(left_out(frozen, mutant.id), verdict),
            )  # fmt: skip


def accepted(judge: Judge, frozen: FrozenProblem, source: str) -> bool:
    return judge.judge(frozen, source).outcome is Outcome.AC


def killers(frozen: FrozenProblem, wrong: str) -> frozenset[str]:
    return frozenset(case.id for case in frozen.cases if wrong in case.kills)


def named(frozen: FrozenProblem, verdict: Verdict) -> str | None:
    found = diagnose(frozen, verdict)
    return None if found is None else found.wrong.id


def left_out(frozen: FrozenProblem, wrong: str) -> FrozenProblem:
    return replace(frozen, wrong=tuple(other for other in frozen.wrong if other.id != wrong))


def tell(trials: list[Trial], facts: dict[str, object], *, as_json: bool) -> int:
    unique = [trial for trial in trials if trial.unique]
    right = sum(trial.named == trial.wrong for trial in unique)
    mistaken = sum(trial.named not in (None, trial.wrong) for trial in trials)
    strangers = sum(trial.named_when_left_out is not None for trial in trials)
    share = right / len(unique) if unique else 0.0
    holds = share >= SHARE_RIGHT
    figures = {
        "texts": len(trials), "unique": len(unique), "named_right": right, "share": share,
        "named_wrongly": mistaken, "named_when_left_out": strangers, "holds": holds,
    }  # fmt: skip
    if as_json:
        print(json.dumps({"machine": facts, **figures, "trials": [vars(t) for t in trials]}, indent=1))
        return 0 if holds else 1
    print(", ".join(f"{name} {value}" for name, value in facts.items()))
    for trial in unique:
        if trial.named != trial.wrong:
            print(f"not named: {trial.problem} {trial.wrong} ({trial.form}): {trial.named}")
    print(f"wrong solutions and rewrites judged       {len(trials)}")
    print(f"  whose failed cases are theirs alone     {len(unique)}")
    print(f"  of these, named right                   {right} = {share:.1%}  bar {SHARE_RIGHT:.0%}")
    print(f"named as another mistake                  {mistaken}")
    print(f"left out of the matrix, named all the same  {strangers} of {len(trials)}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
