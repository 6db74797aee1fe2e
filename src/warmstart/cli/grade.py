"""`warmstart grade --question FILE --answer FILE`: what an answer says of each point, in the terminal."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from warmstart import WarmstartError
from warmstart.cli.command import Subparsers
from warmstart.content.question import read_question
from warmstart.grading.grade import Grade
from warmstart.grading.grader import grade
from warmstart.grading.rubric import Rubric
from warmstart.judge.printable import printable


class NothingToGrade(WarmstartError):
    """The question or the answer cannot be read; the message says where and why."""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("grade", help="grade a written answer to a question")
    parser.add_argument("--question", metavar="FILE", type=Path, required=True, help="a question's .md")
    parser.add_argument("--answer", metavar="FILE", required=True, help="a text file; - is standard input")
    parser.add_argument("--json", action="store_true", help="print the grade as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0, whatever the grade."""
    question, findings = read_question(args.question)
    if question is None or findings:
        raise NothingToGrade("; ".join(map(str, findings)))
    answer = _answer(args.answer)
    result = grade(question.rubric, answer)
    print(json.dumps(asdict(result), indent=1) if args.json else _told(question.rubric, result, answer))
    return 0


def _answer(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise NothingToGrade(f"{name}: {error.strerror}") from error
    return data.decode("utf-8", "replace")


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
