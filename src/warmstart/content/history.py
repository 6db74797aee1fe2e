"""What the last commit says of a problem: published cases keep their ids, or the version rises."""

import re
import subprocess
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.problem import Problem
from warmstart.content.record import is_proven
from warmstart.content.table import Span, parse_toml
from warmstart.content.textfile import TextFile
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.problem import FrozenCase, FrozenProblem, MalformedProblem, read_problem
from warmstart.judge.value import canonical, encode

_MEND = "raise `version`: attempts recorded against the old one stay true"


def version_faults(problem: Problem) -> list[Finding]:
    """Faults against the last commit; none without git, without a commit, or where it was no live item."""
    committed = _committed(problem.path, "problem.md")
    if committed is None:
        return []
    front = _front_matter(problem.path, committed)
    if front.get("status") != "live":
        return []
    path = problem.path / "problem.md"
    if front.get("id") != problem.id:
        message = f"the id was {front.get('id')} in the last commit"
        return [Finding(path, 1, message, "give it back: an item's id never changes")]
    if front.get("version") != problem.version:
        return []
    return _unraised(problem, committed)


def _unraised(problem: Problem, committed: str) -> list[Finding]:
    path = problem.path / "problem.md"
    findings = []
    if _statement(committed) != _statement(_text(path)):
        findings.append(Finding(path, 1, "the statement changed under the same version", _MEND))
    if is_proven(problem.path):
        findings += _case_faults(problem, _committed(problem.path, "cases.json"))
    return findings


def _case_faults(problem: Problem, committed: str | None) -> list[Finding]:
    old, new = _frozen(committed), problem.frozen
    if old is None or new is None or old.version != new.version:
        return []
    path = problem.path / "cases.json"
    after = {case.id: _answer(case) for case in new.cases}
    gone = [case.name for case in old.cases if case.id not in after]
    changed = [case.name for case in old.cases if after.get(case.id, _answer(case)) != _answer(case)]
    told = {"vanished": gone, "have another expected value": changed}
    return [
        Finding(path, 1, f"cases {what} under the same version: {', '.join(names[:5])}", _MEND)
        for what, names in told.items()
        if names
    ]


def _answer(case: FrozenCase) -> str:
    return canonical(encode(case.expected, InlineArrays()))


def _frozen(text: str | None) -> FrozenProblem | None:
    try:
        return None if text is None else read_problem(text)
    except MalformedProblem:
        return None


def _front_matter(folder: Path, text: str) -> dict[str, object]:
    match = re.match(r"\+\+\+\n(.*?)\n\+\+\+\s*\n", text, re.DOTALL)
    if match is None:
        return {}
    return parse_toml(Span(TextFile(folder, text), match[1]))[0] or {}


def _statement(text: str) -> str:
    match = re.search(r"(?m)^# Statement\n(.*?)^# Hints", text, re.DOTALL)
    return " ".join(match[1].split()) if match else ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")


def _committed(folder: Path, name: str) -> str | None:
    """The file as the last commit has it; None: there is no such thing."""
    command = ["git", "-C", str(folder), "show", f"HEAD:./{name}"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n") if done.returncode == 0 else None
