"""What the last commit says of questions: what was asked stays, or the version rises."""

import re
from collections.abc import Container
from pathlib import Path

from warmstart.content.committed import committed_text, front_matter, git
from warmstart.content.finding import Finding
from warmstart.content.question import Question

MEASURED = {
    "points": ("id", "pts"),
    "answers": ("name", "unit"),
    "options": ("text", "right"),
    "steps": ("text",),
}
"""What of a question's tables decides the grade that an answer got."""
_MEND = "raise `version`: grades recorded against the old one stay true"


def changed_faults(question: Question) -> list[Finding]:
    """Faults against the last commit; none without git, without a commit, or where it was not live."""
    path = question.table.span.file.path
    text = committed_text(path.parent, path.name) or ""
    front = front_matter(path, text)
    if front.get("status") != "live":
        return []
    if front.get("id") != question.id:
        message = f"the id was {front.get('id')} in the last commit"
        return [question.table.fault("id", message, "give it back: an item's id never changes")]
    if front.get("version") != question.version:
        return []
    findings = []
    if _asked(text) != _asked(question.table.span.file.text):
        findings.append(question.table.fault("version", "the question changed under the same version", _MEND))
    return findings + [
        question.table.fault("version", f"'{name}' changed under the same version", _MEND)
        for name, keys in MEASURED.items()
        if _measured(front.get(name), keys) != _measured(question.table.values.get(name), keys)
    ]


def _asked(text: str) -> str:
    """Without the form of lines: `# Question` and `# Context`."""
    match = re.search(r"(?m)^# Question\n(.*?)^# Model answer", text, re.DOTALL)
    return " ".join(match[1].split()) if match else ""


def _measured(rows: object, keys: tuple[str, ...]) -> list[list[object]]:
    tables = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [[row.get(key) for key in keys] for row in tables]


def vanished_questions(pack: Path, ids: Container[str]) -> list[Finding]:
    """Live questions of the last commit that are in the pack no more. ids: those that are."""
    listed = git(pack, "ls-tree", "--name-only", "HEAD", "questions/") or ""
    paths = [pack / name for name in listed.split("\n") if name.endswith(".md")]
    findings = []
    for path in paths:
        front = {} if path.exists() else _committed_front(path)
        if front.get("status") == "live" and front.get("id") not in ids:
            message = "it was live in the last commit and is gone"
            findings.append(Finding(path, 1, message, 'bring it back with status = "retired"'))
    return findings


def _committed_front(path: Path) -> dict[str, object]:
    return front_matter(path, committed_text(path.parent, path.name) or "")
