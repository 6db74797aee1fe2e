"""skills.toml: the skill map, areas and the skills in them with their prerequisites."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding, nearest
from warmstart.content.table import Span, Table, parse_toml, read_table
from warmstart.content.textfile import read_text

SKILL_ID = re.compile(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Area:
    """A group of skills."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A node of the skill map. `needs`: direct prerequisites. `why`: why interviewers ask for it.

    `mark`: S named in the brief, M modern addition, A foundation of the others.
    `area`: where skills.toml does not say, it is what stands before the dot of the id.
    """

    id: str
    title: str
    needs: tuple[str, ...]
    mark: str
    why: str
    area: str


def read_skills(path: Path) -> tuple[tuple[Area, ...], tuple[Skill, ...], list[Finding]]:
    file, findings = read_text(path)
    if file is None:
        return (), (), findings
    span = Span(file, file.text)
    values, faults = parse_toml(span)
    findings += faults
    if values is None:
        return (), (), findings
    top, faults = read_table("skills.toml", values, span)
    areas, more = _read_areas(top)
    skills, rest = _read_skills(top, {area.id for area in areas})
    return areas, skills, findings + faults + more + rest


def _read_areas(top: Table) -> tuple[tuple[Area, ...], list[Finding]]:
    areas: dict[str, Area] = {}
    findings = []
    for index, values in enumerate(top.tables("area")):
        table, faults = read_table("area", values, top.span.table("area", index))
        findings += faults
        area = Area(table.text("id"), table.text("title"))
        if area.id in areas:
            findings.append(table.fault("id", f"area '{area.id}' twice", "keep one"))
        if table.whole:
            areas[area.id] = area
    return tuple(areas.values()), findings


def _read_skills(top: Table, areas: set[str]) -> tuple[tuple[Skill, ...], list[Finding]]:
    read: list[tuple[Skill, Table]] = []
    findings = []
    for index, values in enumerate(top.tables("skill")):
        table, faults = read_table("skill", values, top.span.table("skill", index))
        skill = _skill(table)
        findings += faults + _skill_faults(skill, table, areas, {other.id for other, _ in read})
        if table.whole:
            read.append((skill, table))
    ids = {skill.id for skill, _ in read}
    for skill, table in read:
        findings += [
            table.fault("needs", f"unknown skill '{need}'", nearest(need, ids))
            for need in skill.needs
            if need not in ids
        ]
    return tuple(skill for skill, _ in read), findings + _ring_faults(read)


def _skill(table: Table) -> Skill:
    name = table.text("id")
    return Skill(
        id=name,
        title=table.text("title"),
        needs=table.texts("needs"),
        mark=table.text("mark"),
        why=table.text("why"),
        area=table.text("area") or name.partition(".")[0],
    )


def _skill_faults(skill: Skill, table: Table, areas: set[str], seen: set[str]) -> list[Finding]:
    if not skill.id:
        return []
    findings = []
    if not SKILL_ID.fullmatch(skill.id):
        findings.append(
            table.fault("id", f"skill id '{skill.id}' is not of the form area.name", "like dl.attention")
        )
    elif skill.area not in areas:
        key = "area" if "area" in table.values else "id"
        findings.append(
            table.fault(key, f"no area '{skill.area}'", nearest(skill.area, areas, "add an [[area]]"))
        )
    if skill.id in seen:
        findings.append(table.fault("id", f"skill '{skill.id}' twice", "keep one"))
    return findings


def _ring_faults(read: list[tuple[Skill, Table]]) -> list[Finding]:
    tables = {skill.id: table for skill, table in read}
    needs = {skill.id: tuple(need for need in skill.needs if need in tables) for skill, _ in read}
    findings = []
    for ring in rings(needs):
        message = f"prerequisites go in a ring: {' -> '.join([*ring, ring[0]])}"
        findings.append(tables[ring[0]].fault("needs", message, "take one of these prerequisites out"))
    return findings


def rings(needs: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Rings of a graph, at least one for each knot of names that need one another; none: a DAG."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in needs:
        path = [] if start in done else [start]
        pending = [iter(needs[start])]
        while path:
            need = next(pending[-1], None)
            if need is None:
                done.add(path.pop())
                pending.pop()
            elif need in path:
                found.append(_from_smallest(path[path.index(need) :]))
            elif need not in done:
                path.append(need)
                pending.append(iter(needs.get(need, ())))
    return [ring for index, ring in enumerate(found) if ring not in found[:index]]


def _from_smallest(ring: list[str]) -> list[str]:
    at = ring.index(min(ring))
    return ring[at:] + ring[:at]
