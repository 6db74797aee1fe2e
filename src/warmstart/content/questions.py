"""The questions of a pack, and what only shows when they are read side by side."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.pack import Pack
from warmstart.content.question import Question, read_question
from warmstart.content.question_check import question_faults, unknown_references

FOLDER = "questions"
PROVEN = "proven"
"""Folder in it with a record for each question; prove writes them."""
LEAST_SHARED = 8
"""Words, not counting numbers and letters, of a sentence that no two questions may share."""


def question_files(pack: Path) -> list[Path]:
    return sorted((pack / FOLDER).glob("*.md"))


def read_questions(pack: Path) -> tuple[tuple[Question, ...], list[Finding]]:
    """Those that can be read, and the faults of each file by itself."""
    read = [read_question(path) for path in question_files(pack)]
    questions = tuple(question for question, _ in read if question is not None)
    findings = [fault for _, faults in read for fault in faults]
    findings += [fault for question in questions for fault in question_faults(question)]
    return questions, findings + _stray_files(pack)


def together_faults(pack: Pack, questions: Sequence[Question]) -> list[Finding]:
    """What the rest of the pack and the other questions say against some of them."""
    items = {f"problems/{problem.slug}" for problem in pack.problems}
    items |= {f"{FOLDER}/{question.slug}" for question in questions}
    findings = [fault for each in questions for fault in unknown_references(each, pack.known_skills, items)]
    taken = {problem.id: f"problems/{problem.slug}" for problem in pack.problems}
    slugs = {problem.slug for problem in pack.problems}
    for question in questions:
        other = taken.setdefault(question.id, f"{FOLDER}/{question.slug}")
        if other != f"{FOLDER}/{question.slug}":
            message = f"id {question.id} is that of {other} too"
            findings.append(question.table.fault("id", message, "give the newer one a fresh UUID"))
        if question.slug in slugs:
            message = f"problems/{question.slug} has the same slug"
            findings.append(question.table.span.file.fault(1, message, "rename the question"))
    return findings + shared_sentences(questions)


def shared_sentences(questions: Sequence[Question]) -> list[Finding]:
    """Sentences of two questions that are word for word the same: one of them was copied."""
    first: dict[str, Question] = {}
    findings = []
    for question in questions:
        for sentence in dict.fromkeys(_sentences(question)):
            other = first.setdefault(sentence, question)
            if other is not question:
                message = f"shares a sentence with {FOLDER}/{other.slug}: '{sentence[:80]}'"
                line = _line_of(question, sentence)
                findings.append(question.table.span.file.fault(line, message, "say it in other words"))
    return findings


def _sentences(question: Question) -> Iterator[str]:
    for text in _texts(question):
        for part in re.split(r"[.!?;:](?=\s|$)|\n", text):
            words = _WORD.findall(part.lower())
            if sum(word.isalpha() and len(word) > 1 for word in words) >= LEAST_SHARED:
                yield " ".join(words)


_WORD = re.compile(r"\w+")


def _texts(question: Question) -> Iterator[str]:
    for title in ("Question", "Context", "Model answer"):
        yield question.sections.get(title, "")
    yield from (each.text for each in question.exemplars)
    for point in question.rubric.points:
        yield from point.phrasings
    for wrong in question.rubric.misconceptions:
        yield from (*wrong.phrasings, wrong.repair)
    for follow_up in question.follow_ups:
        yield from (follow_up.ask, follow_up.look_for)
    yield from _of_other_forms(question)


def _of_other_forms(question: Question) -> Iterator[str]:
    forms = question.forms
    yield from (each.why for each in forms.wanted)
    yield from (each.why for each in forms.slips)
    for option in forms.options:
        yield from (option.text, option.why)
    for step in forms.steps:
        yield from (step.text, step.why)


def _line_of(question: Question, sentence: str) -> int:
    lines = question.table.span.file.text.split("\n")
    return next(
        (at for at, line in enumerate(lines, 1) if sentence in " ".join(_WORD.findall(line.lower()))), 1
    )


def _stray_files(pack: Path) -> list[Finding]:
    folder = pack / FOLDER
    if not folder.is_dir():
        return []
    names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    slugs = {path.stem for path in question_files(pack)}
    findings = [
        Finding(folder / name, 1, "no question", "questions/ holds SLUG.md, and what prove writes")
        for name in names
        if not name.endswith(".md") and name != PROVEN
    ]
    records = sorted((folder / PROVEN).glob("*")) if (folder / PROVEN).is_dir() else []
    findings += [
        Finding(path, 1, "there is no such question", "delete it")
        for path in records
        if path.stem not in slugs and not path.name.startswith(".")
    ]
    return findings
