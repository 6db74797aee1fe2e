"""A pack on disk: who made it, the skills it teaches, the problems in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding, nearest
from warmstart.content.problem import Problem, read_problem_folder
from warmstart.content.schema import FORMAT, PACK_ENTRIES
from warmstart.content.skill import Area, Skill, read_skills
from warmstart.content.table import Span, Table, parse_toml, read_table
from warmstart.content.textfile import read_text
from warmstart.content.wrong import SLUG


@dataclass(frozen=True, slots=True)
class Pack:
    """`licence`: SPDX. `needs`: ids of packs beside this one whose skills it refers to.

    `skills`: its own; `known_skills` adds those of the packs that it needs.
    """

    path: Path
    id: str
    title: str
    version: str
    licence: str
    authors: tuple[str, ...]
    needs: tuple[str, ...]
    areas: tuple[Area, ...]
    skills: tuple[Skill, ...]
    problems: tuple[Problem, ...]
    known_skills: frozenset[str]


def read_pack(path: Path) -> tuple[Pack, list[Finding]]:
    """The pack as far as it can be read, and all its faults. Nothing in it runs; nothing raises.

    Reads pack.toml, skills.toml and each problem.md: what a catalogue shows. The authors' side
    (tests.py, solution.py, wrong.toml) is `check.check_pack`'s business.
    """
    table, findings = _read_head(path)
    areas, skills, faults = _read_own_skills(path)
    findings += faults
    known = {skill.id for skill in skills}
    if table is not None:
        others, faults = _needed_skills(path, table)
        known |= others
        findings += faults
    problems, faults = _read_problems(path)
    findings += faults + _stray_entries(path) + repeated_ids(problems) + unknown_skills(problems, known)
    pack = Pack(
        path=path,
        id=table.text("id") if table else path.name,
        title=table.text("title") if table else path.name,
        version=table.text("version") if table else "",
        licence=table.text("licence") if table else "",
        authors=table.texts("authors") if table else (),
        needs=table.texts("needs") if table else (),
        areas=areas,
        skills=skills,
        problems=problems,
        known_skills=frozenset(known),
    )
    return pack, findings


def _read_head(path: Path) -> tuple[Table | None, list[Finding]]:
    file, findings = read_text(path / "pack.toml")
    if file is None:
        return None, findings
    span = Span(file, file.text)
    values, faults = parse_toml(span)
    findings += faults
    if values is None:
        return None, findings
    table, faults = read_table("pack.toml", values, span)
    findings += faults
    name = table.text("id")
    if name and not SLUG.fullmatch(name):
        findings.append(table.fault("id", f"pack id '{name}' is no slug", "use a-z, 0-9 and single hyphens"))
    if "format" in table.values and table.integer("format") != FORMAT:
        message = f"format {table.integer('format')} is not one that this Warmstart reads"
        findings.append(table.fault("format", message, f"want format = {FORMAT}"))
    licence = table.text("licence")
    if licence and not re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", licence):
        findings.append(table.fault("licence", f"'{licence}' is no SPDX expression", "like MIT or CC-BY-4.0"))
    return table, findings


def _read_own_skills(path: Path) -> tuple[tuple[Area, ...], tuple[Skill, ...], list[Finding]]:
    """A pack that only refers to the skills of others has no skills.toml."""
    skills = path / "skills.toml"
    return read_skills(skills) if skills.exists() or skills.is_symlink() else ((), (), [])


def _needed_skills(path: Path, table: Table) -> tuple[set[str], list[Finding]]:
    known: set[str] = set()
    findings = []
    for need in table.texts("needs"):
        neighbour = path.resolve().parent / need if SLUG.fullmatch(need) else None
        if neighbour is None or not (neighbour / "skills.toml").is_file():
            message = f"needs the pack '{need}', which is not beside this one"
            findings.append(table.fault("needs", message, "put it there, or take it out"))
        else:
            known |= {skill.id for skill in read_skills(neighbour / "skills.toml")[1]}
    return known, findings


def problem_folders(path: Path) -> tuple[list[Path], list[Finding]]:
    """Folders under `problems/`, in order; whatever is no folder there is a fault."""
    root = path / "problems"
    try:
        entries = sorted(entry for entry in root.iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Finding(root, 1, f"cannot be listed: {error.strerror}", "make it a readable folder")]
    stray = [entry for entry in entries if not entry.is_dir()]
    findings = [Finding(entry, 1, "not a folder", "problems/ holds one folder a problem") for entry in stray]
    return [entry for entry in entries if entry not in stray], findings


def _read_problems(path: Path) -> tuple[tuple[Problem, ...], list[Finding]]:
    folders, findings = problem_folders(path)
    problems = []
    for folder in folders:
        problem, faults = read_problem_folder(folder)
        findings += faults
        if problem is not None:
            problems.append(problem)
    return tuple(problems), findings


def _stray_entries(path: Path) -> list[Finding]:
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        return [Finding(path, 1, f"cannot be listed: {error.strerror or error}", "give the folder of a pack")]
    return [
        Finding(path / name, 1, f"a pack has no '{name}'", nearest(name, PACK_ENTRIES))
        for name in names
        if name not in PACK_ENTRIES and not name.startswith(".")
    ]


def repeated_ids(problems: Iterable[Problem]) -> list[Finding]:
    first: dict[str, Problem] = {}
    findings = []
    for problem in problems:
        other = first.setdefault(problem.id, problem)
        if other is not problem:
            message = f"id {problem.id} is that of problems/{other.slug} too"
            findings.append(front_fault(problem, "id", message, "give the newer one a fresh UUID"))
    return findings


def unknown_skills(problems: Iterable[Problem], known: Iterable[str]) -> list[Finding]:
    names = frozenset(known)
    return [
        front_fault(problem, "skills", f"unknown skill '{skill}'", nearest(skill, names, "see skills.toml"))
        for problem in problems
        for skill in problem.skills
        if skill not in names
    ]


def front_fault(problem: Problem, key: str, message: str, mend: str) -> Finding:
    """A finding at the line of `key` in problem.md, which is read again to find it."""
    path = problem.path / "problem.md"
    file, _ = read_text(path)
    line = 1 if file is None else Span(file, file.text).line_of(key)
    return Finding(path, line, message, mend)
