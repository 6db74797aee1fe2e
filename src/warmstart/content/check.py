"""Everything about a pack that can be known without running any of it."""

from pathlib import Path

from warmstart.content.accepted import read_accepted
from warmstart.content.drawing import read_drawing
from warmstart.content.finding import Finding
from warmstart.content.history import vanished_items, version_faults
from warmstart.content.pack import Pack, problem_folders, read_pack
from warmstart.content.problem import Problem, read_frozen
from warmstart.content.question import Question
from warmstart.content.question_history import changed_faults, vanished_questions
from warmstart.content.question_record import is_proven_question
from warmstart.content.questions import read_questions, together_faults
from warmstart.content.record import is_proven
from warmstart.content.workshop import read_files, read_workshop, travel_faults

UNPROVED = "live, but not proved as it stands"


def check_pack(path: Path) -> tuple[Pack, list[Finding]]:
    """`read_pack`, for each problem its whole folder and its past, and the questions."""
    pack, findings = read_pack(path)
    known = {problem.path: problem for problem in pack.problems}
    for folder in problem_folders(path)[0]:
        findings += check_contents(folder, known.get(folder))
    questions, faults = _check_questions(pack)
    ids = {problem.id for problem in pack.problems} | {question.id for question in questions}
    findings += faults + vanished_items(path, ids) + vanished_questions(path, ids)
    return pack, sorted(set(findings))


def check_questions(path: Path) -> list[Finding]:
    """`path`: a question's file, or the folder `questions` of a pack; what its pack says of it."""
    folder = path if path.is_dir() else path.parent
    findings = _check_questions(read_pack(folder.parent)[0])[1]
    return sorted({finding for finding in findings if finding.path.is_relative_to(path)})


def _check_questions(pack: Pack) -> tuple[tuple[Question, ...], list[Finding]]:
    questions, findings = read_questions(pack.path)
    findings += together_faults(pack, questions)
    findings += [fault for question in questions for fault in changed_faults(question)]
    findings += [
        question.table.fault("status", UNPROVED, "run `warmstart pack prove`")
        for question in questions
        if question.status == "live" and not is_proven_question(question)
    ]
    return questions, findings


def check_folder(folder: Path) -> tuple[Problem | None, list[Finding]]:
    """One problem, with what its pack says of it."""
    pack, findings = read_pack(pack_of(folder))
    findings = [finding for finding in findings if finding.path.is_relative_to(folder)]
    problem = next((problem for problem in pack.problems if problem.path == folder), None)
    return problem, sorted({*findings, *check_contents(folder, problem)})


def pack_of(folder: Path) -> Path:
    """packs/<pack> of packs/<pack>/problems/<slug>."""
    return folder.parent.parent


def check_contents(folder: Path, problem: Problem | None) -> list[Finding]:
    """Faults of the files beside problem.md; None: that one could not be read whole."""
    if problem is None:
        return read_files(folder)[1]
    workshop, findings = read_workshop(problem)
    if workshop is not None:
        findings += travel_faults(workshop)
    findings += read_accepted(problem.path)[1]
    return findings + read_drawing(problem)[1] + proof_faults(problem)


def proof_faults(problem: Problem) -> list[Finding]:
    """What is live has been proved as it stands, and has raised its version where it changed."""
    findings = version_faults(problem)
    cases = problem.path / "cases.json"
    if cases.exists():
        findings += read_frozen(cases)[1]
    if problem.status == "live" and not is_proven(problem.path):
        findings.append(Finding(problem.path / "problem.md", 1, UNPROVED, "run `warmstart pack prove`"))
    return findings
