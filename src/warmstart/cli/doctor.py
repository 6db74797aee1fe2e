"""`warmstart doctor`: what this machine's jail protects and what it does not, shown by running it."""

import argparse
import json
import platform
from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from rich.console import Console
from rich.markup import escape

from warmstart import __version__
from warmstart.cli.command import Subparsers
from warmstart.content.installed import first_party_packs, problem_slugs
from warmstart.judge import jail
from warmstart.judge.nursery import ZygoteFailed
from warmstart.judge.pool import JailUnavailable, Judge
from warmstart.judge.selftest import TrialResult, run_trials
from warmstart.judge.stacks import STACKS


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("doctor", help="say what this machine can do, and what is missing")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0: all claims hold. 1: one does not, or nothing can be judged."""
    facts = _facts()
    try:
        with Judge(spares=1) as judge:
            trials = list(run_trials(judge))
            tier = judge.tier
            facts |= _stacks(judge)
    except JailUnavailable as error:
        return _no_jail(facts, str(error), args.json)
    facts |= {"tier": str(tier), "made_of": tier.made_of, "protects": tier.protects, "leaves": tier.leaves}
    facts |= {"tiers": _tiers()}
    healthy = not any(trial.is_fault for trial in trials)
    if args.json:
        print(json.dumps({**facts, "healthy": healthy, "trials": [_as_json(t) for t in trials]}, indent=1))
    else:
        _show(facts, trials)
    return 0 if healthy else 1


def _facts() -> dict[str, object]:
    packs = first_party_packs()
    return {
        "warmstart": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "packs": [pack.name for pack in packs],
        "problems": len(problem_slugs(packs)),
    }


def _tiers() -> list[dict[str, object]]:
    """All that there are, the strongest first, and why this machine does not have one."""
    jails = [tier for tier in jail.Tier if tier is not jail.Tier.T0]
    return [
        {"tier": str(tier), "missing": jail.missing(tier), "made_of": tier.made_of,
         "protects": tier.protects, "leaves": tier.leaves}
        for tier in jails
    ]  # fmt: skip


def _stacks(judge: Judge) -> dict[str, object]:
    """Start every stack that is installed, to say what each one takes of this machine's memory."""
    reasons: dict[str, str] = {}
    for name in STACKS:
        try:
            judge.warm(name)
        except ZygoteFailed as error:
            reasons[name] = str(error)
    held = judge.footprints()
    stacks = [
        {"stack": name, "ready": False, "reason": reasons[name]}
        if name in reasons
        else {"stack": name, "ready": True, **asdict(held[name])}
        for name in STACKS
    ]
    return {"stacks": stacks, "memory_mib": sum(footprint.mib for footprint in held.values())}


def _stack_line(stack: dict[str, object]) -> str:
    if not stack["ready"]:
        return f"[yellow]{stack['stack']}[/]: {escape(str(stack['reason']))}"
    held = f"{stack['mib']:.0f} MiB in {stack['processes']} processes ({stack['meter']})"
    return f"{stack['stack']}: ready, {held}"


def _no_jail(facts: dict[str, object], reason: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps({**facts, "tier": "T0", "healthy": False, "reason": reason}, indent=1))
    else:
        Console(highlight=False).print(f"[bold red]no judging here[/]: {reason}")
    return 1


def _as_json(trial: TrialResult) -> dict[str, object]:
    return {
        "claim": trial.claim,
        "holds": trial.holds,
        "promised": trial.promised,
        "verdict": str(trial.verdict),
    }


def _show(facts: dict[str, object], trials: Sequence[TrialResult]) -> None:
    console = Console(highlight=False)
    console.print(f"Warmstart {facts['warmstart']}, Python {facts['python']}, {facts['system']}")
    console.print(f"Packs: {', '.join(map(str, facts['packs']))} ({facts['problems']} problems)")  # type: ignore[call-overload]
    console.print(f"Jail: [bold]{facts['tier']}[/] ({facts['made_of']})")
    console.print(f"  protects: {facts['protects']}")
    console.print(f"  does not: {facts['leaves']}")
    for tier in cast(list[dict[str, object]], facts["tiers"]):
        console.print(f"  {_tier_line(tier, str(facts['tier']))}")
    stacks: list[dict[str, object]] = facts["stacks"]  # type: ignore[assignment]
    console.print(f"Stacks, each with a spare worker; {facts['memory_mib']:.0f} MiB together")
    for stack in stacks:
        console.print(f"  {_stack_line(stack)}")
    for trial in trials:
        console.print(f"  {_mark(trial)}  {trial.claim} ({trial.verdict})")


def _tier_line(tier: dict[str, object], used: str) -> str:
    here = "used here" if tier["tier"] == used else escape(str(tier["missing"] or "could be used here"))
    return f"{tier['tier']} {here}: {tier['protects']} Not: {tier['leaves']}"


def _mark(trial: TrialResult) -> str:
    if trial.holds:
        return "[green]holds[/]"
    return "[bold red]FAILS[/]" if trial.is_fault else "[yellow]not promised[/]"
