"""`warmstart grade`: what a written answer says of each point of a rubric, in the terminal."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from warmstart import WarmstartError
from warmstart.cli.command import Subparsers
from warmstart.cli.named import question_named
from warmstart.content.finding import Finding
from warmstart.content.question import read_question
from warmstart.content.rubric_file import read_rubric_file
from warmstart.grading.grade import Grade
from warmstart.grading.grader import grade
from warmstart.grading.rubric import Rubric
from warmstart.judge.printable import printable

MOST_BYTES = 2**20
"""Of an answer: more than 100,000 words, of which the grader reads the first few hundred."""
MOST_TOLD = 5


class NothingToGrade(WarmstartError):
    """The question or the answer cannot be read; the message says where and why."""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("grade", help="grade a written answer to a question")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--question", metavar="SLUG", help="an installed question, or a question's .md file")
    which.add_argument("--rubric", metavar="FILE", type=Path, help="a .toml with question and points")
    parser.add_argument("--answer", metavar="FILE", required=True, help="a text file; - is standard input")
    parser.add_argument("--json", action="store_true", help="print the grade as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0, whatever the grade."""
    rubric = _rubric_of_file(args.rubric) if args.rubric else _rubric_of_question(args.question)
    answer = _answer(args.answer)
    result = grade(rubric, answer)
    print(json.dumps(asdict(result), indent=1) if args.json else _told(rubric, result, answer))
    return 0


def _rubric_of_question(name: str) -> Rubric:
    question, findings = read_question(question_named(name))
    if question is None or findings:
        raise NothingToGrade(_listed(findings))
    if not question.rubric.points:
        form = {"numbers": "in numbers", "choices": "by choosing", "order": "by an order"}[question.form]
        raise NothingToGrade(f"{question.slug} is answered {form}; only written answers are graded here")
    return question.rubric


def _rubric_of_file(path: Path) -> Rubric:
    rubric, findings = read_rubric_file(path)
    if rubric is None or findings:
        raise NothingToGrade(_listed(findings))
    return rubric


def _listed(findings: list[Finding]) -> str:
    told = [printable(str(finding)).replace("\n", " ") for finding in findings[:MOST_TOLD]]
    more = len(findings) - len(told)
    return "; ".join([*told, *([f"and {more} more"] if more else [])])


def _answer(name: str) -> str:
    """The text, with spaces for NULs, so that offsets stay true."""
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else _read(Path(name))
    except OSError as error:
        raise NothingToGrade(f"{name}: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise NothingToGrade(f"{name}: more than {MOST_BYTES} bytes; an answer has a few hundred words")
    try:
        return data.decode("utf-8-sig").replace("\0", " ")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise NothingToGrade(
            f"{name}:{line}: byte 0x{byte:02x} is not UTF-8; save the answer as UTF-8"
        ) from None


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _told(rubric: Rubric, result: Grade, answer: str) -> str:
    score = result.score
    lines = [f"{score.low:.1f} to {score.high:.1f} of {score.total} points", *result.notes]
    for point, each in zip(rubric.points, result.points, strict=True):
        lines.append(f"{each.id}  {each.finding} ({each.probability:.0%}): {point.claim}")
        if each.quote:
            lines.append(f"   \u201c{printable(answer[each.quote.start : each.quote.end])}\u201d")
    repairs = {each.id: each.repair for each in rubric.misconceptions}
    lines += [f"{each.id}  possible misconception: {repairs[each.id]}" for each in result.misconceptions]
    return "\n".join(lines)
