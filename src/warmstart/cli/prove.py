"""`warmstart pack prove`: which problems, the progress on stderr, the report on stdout."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from warmstart.cli.folders import finding_line, finding_tree, is_problem, is_questions
from warmstart.cli.prove_questions import print_questions, prove_questions, question_tree
from warmstart.content.finding import Finding
from warmstart.content.pack import read_pack
from warmstart.content.problem import Problem
from warmstart.content.prove.bench import Bench, OnStep
from warmstart.content.prove.gate import GATES, Proof
from warmstart.content.prove.prove import prove
from warmstart.content.prove.question import QuestionProof
from warmstart.judge.pool import Judge
from warmstart.judge.printable import printable


def prove_paths(paths: Sequence[Path], args: argparse.Namespace) -> int:
    """0: everything holds. 1: there are findings."""
    stray: list[Finding] = []
    work: list[_Work] = []
    questions: list[QuestionProof] = []
    for path in paths:
        if not is_questions(path):
            findings, problems = _problems(path)
            stray += findings
            work += problems
        if not is_problem(path):
            findings, proved = prove_questions(path, force=args.all)
            stray += findings
            questions += proved
    proofs = _prove_all(work, args)
    if args.json:
        print(json.dumps(_tree(stray, proofs, questions), indent=1))
    else:
        _print(stray, proofs)
        print_questions(questions, tables=all(path.suffix == ".md" for path in paths))
    return 0 if _holds(stray, proofs, questions) else 1


def _holds(stray: Sequence[Finding], proofs: Sequence[Proof], questions: Sequence[QuestionProof]) -> bool:
    return not stray and all(each.holds for each in proofs) and all(each.holds for each in questions)


_Work = tuple[Problem, list[Finding]]


def _problems(path: Path) -> tuple[list[Finding], list[_Work]]:
    """Problems with their own findings, and the findings that belong to none of them."""
    path = path.absolute()
    alone = is_problem(path)
    pack, findings = read_pack(path.parent.parent if alone else path)
    problems = [problem for problem in pack.problems if not alone or problem.path == path]
    work = [(problem, _below(problem.path, findings)) for problem in problems]
    told = [finding for _, own in work for finding in own]
    rest = _below(path, findings) if alone else findings
    return [finding for finding in rest if finding not in told], work


def _below(folder: Path, findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.path.is_relative_to(folder)]


def _prove_all(work: Sequence[_Work], args: argparse.Namespace) -> list[Proof]:
    if not work:
        return []
    with Judge() as judge, _progress(quiet=args.json) as step_of:
        proofs = []
        for number, (problem, faults) in enumerate(work, start=1):
            step = step_of(f"{problem.slug} ({number} of {len(work)})")
            bench = Bench(judge, args.jobs, step, today=date.today().isoformat())
            proofs.append(prove(problem, bench, faults=faults, force=args.all))
        return proofs


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str], OnStep]]:
    """Gives a listener for each problem; silent where nobody watches."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown_at_all = console.is_terminal and not quiet
    with Progress(*columns, console=console, transient=True, disable=not shown_at_all) as progress:
        task = progress.add_task("")

        def step_of(name: str) -> OnStep:
            def on_step(what: str, done: int, total: int) -> None:
                progress.update(task, description=f"{name}: {what}", completed=done, total=total)

            return on_step

        yield step_of


def _print(stray: Sequence[Finding], proofs: Sequence[Proof]) -> None:
    for finding in stray:
        print(finding_line(finding, "V1"))
    for proof in proofs:
        for gate in proof.gates:
            for finding in gate.findings:
                print(finding_line(finding, gate.name))
    for proof in proofs:
        print(_summary(proof), file=sys.stderr)


def _summary(proof: Proof) -> str:
    name = printable(proof.folder.name)
    if proof.skipped:
        return f"{name}: proved before, nothing has changed"
    failed = [gate.name for gate in proof.gates if not gate.holds]
    reached = {gate.name for gate in proof.gates}
    missing = [name for name in GATES if name not in reached]
    head = f"{name}: {'proved' if proof.holds else 'NOT proved: ' + ', '.join(failed)}"
    notes = [f"  {gate.name} {gate.note}" for gate in proof.gates if gate.note]
    if missing:
        notes.append(f"  not reached: {', '.join(missing)}")
    if proof.changed:
        notes.append(f"  written: {', '.join(proof.changed)}")
    return "\n".join([head, *notes, *(f"  {remark}" for remark in proof.remarks)])


def _tree(
    stray: Sequence[Finding], proofs: Sequence[Proof], questions: Sequence[QuestionProof]
) -> dict[str, object]:
    return {
        "proved": _holds(stray, proofs, questions),
        "findings": [finding_tree(finding) for finding in stray],
        "problems": [
            {
                "problem": proof.folder.name,
                "proved": proof.holds,
                "skipped": proof.skipped,
                "written": list(proof.changed),
                "remarks": list(proof.remarks),
                "gates": [
                    {
                        "gate": gate.name,
                        "holds": gate.holds,
                        "note": gate.note,
                        "findings": [finding_tree(finding) for finding in gate.findings],
                    }
                    for gate in proof.gates
                ],
            }
            for proof in proofs
        ],
        "questions": [question_tree(proof) for proof in questions],
    }


def add_prove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="threads (%(default)s)"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--changed", action="store_true", help="only what changed since it was proved (the default)"
    )
    which.add_argument("--all", action="store_true", help="also what has not changed")


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r}: want a number from 1 to 64")
    return int(text)
