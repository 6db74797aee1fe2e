"""`warmstart pack new | check | prove | coverage | waivers`: write, check, prove and survey packs."""

import argparse
import json
import sys
import uuid
from collections.abc import Sequence
from pathlib import Path

from warmstart.cli.command import Subparsers
from warmstart.cli.folders import (
    default_paths,
    finding_line,
    finding_tree,
    is_pack,
    is_problem,
    is_questions,
    shown,
)
from warmstart.cli.prove import add_prove, prove_paths
from warmstart.content.check import check_folder, check_pack, check_questions
from warmstart.content.coverage import coverage
from warmstart.content.finding import Finding
from warmstart.content.pack import read_pack
from warmstart.content.question_coverage import waivers
from warmstart.content.questions import read_questions
from warmstart.content.skeleton import write_skeleton

_NO_PACK = "no pack here: give a PATH, or run this in a pack or beside packs/"


def add_parser(subparsers: Subparsers) -> None:
    pack = subparsers.add_parser("pack", help="write, check and prove packs of problems")
    verbs = pack.add_subparsers(dest="verb", required=True)
    new = verbs.add_parser("new", help="write the skeleton of a problem")
    new.add_argument("item", help="problems/SLUG, in the pack that you are in (or a path to it)")
    new.set_defaults(run=_new)
    check = verbs.add_parser("check", help="find every fault that can be seen without running anything")
    _add_paths(check)
    check.set_defaults(run=_check)
    prove = verbs.add_parser("prove", help="run every gate, write cases.json")
    _add_paths(prove)
    add_prove(prove)
    prove.set_defaults(run=_prove)
    survey = verbs.add_parser(
        "coverage", help="print which skills have problems and questions, as a page of Markdown"
    )
    survey.add_argument("path", type=Path, help="a pack")
    survey.set_defaults(run=_coverage)
    let_off = verbs.add_parser("waivers", help="print which exemplars of questions are waived, as Markdown")
    let_off.add_argument("path", type=Path, help="a pack")
    let_off.set_defaults(run=_waivers)


def _add_paths(parser: argparse.ArgumentParser) -> None:
    what = "packs, problem folders, questions or their folder; default: the one you are in, else packs/*"
    parser.add_argument("path", nargs="*", type=Path, help=what)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _new(args: argparse.Namespace) -> int:
    target = Path(args.item)
    if len(target.parts) == 2 and target.parts[0] == "problems":
        packs = [path for path in default_paths(Path.cwd()) if is_pack(path)]
        home = next((path for path in (Path.cwd(), *Path.cwd().parents) if is_pack(path)), None)
        if home is None and len(packs) == 1:
            home = packs[0]
        target = (home or Path.cwd()) / target
    if target.parent.name != "problems" or not is_pack(target.parent.parent):
        return fail(f"{args.item}: want problems/SLUG inside a pack (a folder with a pack.toml)")
    for path in write_skeleton(target, str(uuid.uuid4())):
        print(shown(path))
    print("next: fill them in, then `warmstart pack check`", file=sys.stderr)
    return 0


def _prove(args: argparse.Namespace) -> int:
    paths = args.path or default_paths(Path.cwd())
    if not paths:
        return fail(_NO_PACK)
    return prove_paths(paths, args)


def _check(args: argparse.Namespace) -> int:
    paths = args.path or default_paths(Path.cwd())
    if not paths:
        return fail(_NO_PACK)
    findings = [finding for path in paths for finding in check_path(path)]
    return report(findings, as_json=args.json)


def _coverage(args: argparse.Namespace) -> int:
    if not is_pack(args.path):
        return fail(f"{args.path}: want a pack (a folder with a pack.toml)")
    path = args.path.absolute()
    print(coverage(read_pack(path)[0], read_questions(path)[0]), end="")
    return 0


def _waivers(args: argparse.Namespace) -> int:
    if not is_pack(args.path):
        return fail(f"{args.path}: want a pack (a folder with a pack.toml)")
    print(waivers(read_questions(args.path.absolute())[0]), end="")
    return 0


def check_path(path: Path) -> list[Finding]:
    """`path`: a pack, a problem's folder, a question or their folder; anything else is a finding too."""
    if is_problem(path):
        return check_folder(path.absolute())[1]
    if is_questions(path) and path.exists():
        return check_questions(path.absolute())
    if path.is_dir():
        return check_pack(path.absolute())[1]
    return [Finding(path, 1, "no such folder", "give the folder of a pack or of a problem, or a question")]


def report(findings: Sequence[Finding], *, as_json: bool) -> int:
    """Print and give the exit code: 1 where there is any finding."""
    if as_json:
        print(json.dumps({"findings": [finding_tree(finding) for finding in findings]}, indent=1))
    else:
        for finding in findings:
            print(finding_line(finding))
        count = len(findings) or "no"
        print(f"{count} finding{'s' if count != 1 else ''}", file=sys.stderr)
    return 1 if findings else 0


def fail(message: str) -> int:
    print(f"warmstart pack: {message}", file=sys.stderr)
    return 2
