"""What the last commit says of a problem: published cases keep their ids, or the version rises."""

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.committed import committed_text, front_matter, git
from warmstart.content.finding import Finding
from warmstart.content.problem import Problem
from warmstart.content.record import is_proven
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.problem import FrozenCase, FrozenProblem, MalformedProblem, read_problem
from warmstart.judge.value import canonical, encode

_MEND = "raise `version`: attempts recorded against the old one stay true"


def version_faults(problem: Problem) -> list[Finding]:
    """Faults against the last commit; none without git, without a commit, or where it was no live item."""
    committed = _live(problem.path)
    if committed is None:
        return []
    path = problem.path / "problem.md"
    if committed.front.get("id") != problem.id:
        message = f"the id was {committed.front.get('id')} in the last commit"
        return [Finding(path, 1, message, "give it back: an item's id never changes")]
    if committed.front.get("version") != problem.version:
        return []
    findings = []
    if _statement(committed.text) != _statement(_text(path)):
        findings.append(Finding(path, 1, "the statement changed under the same version", _MEND))
    if is_proven(problem.path) and not _is_as_committed(problem.path / "cases.json"):
        findings += case_faults(problem.path, problem.frozen) if problem.frozen is not None else []
    return findings


def _is_as_committed(path: Path) -> bool:
    return committed_text(path.parent, path.name) == _text(path)


def case_faults(folder: Path, new: FrozenProblem) -> list[Finding]:
    """Published cases that `new` lacks, or has with another answer, under the version that had them."""
    if _live(folder) is None:
        return []
    old = _frozen(committed_text(folder, "cases.json"))
    if old is None or old.version != new.version:
        return []
    after = {case.id: _answer(case) for case in new.cases}
    gone = [case.name for case in old.cases if case.id not in after]
    changed = [case.name for case in old.cases if after.get(case.id, _answer(case)) != _answer(case)]
    told = {"vanished": gone, "have another expected value": changed}
    return [
        Finding(
            folder / "cases.json", 1, f"cases {what} under the same version: {', '.join(names[:5])}", _MEND
        )
        for what, names in told.items()
        if names
    ]


def vanished_items(pack: Path, ids: Container[str]) -> list[Finding]:
    """Live items of the last commit that are in the pack no more. ids: those that are."""
    listed = git(pack, "ls-tree", "--name-only", "HEAD", "problems/") or ""
    findings = []
    for name in listed.split("\n"):
        folder = pack / name
        if name and not (folder / "problem.md").exists():
            committed = _live(folder.parent, f"{folder.name}/")
            if committed is not None and committed.front.get("id") not in ids:
                message = "it was live in the last commit and is gone"
                findings.append(Finding(folder, 1, message, 'bring it back with status = "retired"'))
    return findings


@dataclass(frozen=True, slots=True)
class _Committed:
    text: str
    front: dict[str, object]


def _live(folder: Path, below: str = "") -> _Committed | None:
    """problem.md of the last commit, where that was live."""
    text = committed_text(folder, f"{below}problem.md")
    front = {} if text is None else front_matter(folder, text)
    return _Committed(text, front) if text is not None and front.get("status") == "live" else None


def _answer(case: FrozenCase) -> str:
    return canonical(encode(case.expected, InlineArrays()))


def _frozen(text: str | None) -> FrozenProblem | None:
    try:
        return None if text is None else read_problem(text)
    except MalformedProblem:
        return None


def _statement(text: str) -> str:
    match = re.search(r"(?m)^# Statement\n(.*?)^# Hints", text, re.DOTALL)
    return " ".join(match[1].split()) if match else ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
