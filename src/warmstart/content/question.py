"""A question's file: front matter and sections of Markdown, and the rubric in them."""

from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.sections import read_sections, split_front_matter
from warmstart.content.table import Table, parse_toml, read_table
from warmstart.content.textfile import read_text
from warmstart.grading.rubric import Misconception, Point, Rubric

SECTIONS = ("Question", "Context", "Model answer", "Numbers", "Check")
NEEDED = ("Question", "Model answer")


@dataclass(frozen=True, slots=True)
class Question:
    """`graded`: the exemplars, as they are written. `sections`: Markdown by title."""

    slug: str
    table: Table
    rubric: Rubric
    sections: dict[str, str]
    graded: tuple[dict[str, object], ...]


def read_question(path: Path) -> tuple[Question | None, list[Finding]]:
    """None where the front matter cannot be read; else what can be read, and every fault."""
    file, findings = read_text(path)
    if file is None:
        return None, findings
    front, body, faults = split_front_matter(file)
    findings += faults
    values, faults = parse_toml(front) if front else (None, [])
    findings += faults
    if values is None or front is None:
        return None, findings
    table, faults = read_table("question.md", values, front)
    findings += faults
    present = tuple(each for each in SECTIONS if each in NEEDED or f"\n# {each}\n" in f"\n{body.text}")
    sections, faults = read_sections(body, present)
    findings += faults
    texts = {title: section.text for title, section in sections.items()}
    points, faults = _tables(table, "points")
    findings += faults
    wrong, faults = _tables(table, "misconceptions")
    findings += faults
    ids = {each.text("id") for each in points}
    findings += [
        each.fault("contradicts", f"no point has the id '{each.text('contradicts')}'", "name one")
        for each in wrong
        if each.text("contradicts") and each.text("contradicts") not in ids
    ]
    asked = f"{texts.get('Question', '')} {texts.get('Context', '')}"
    rubric = Rubric(asked, tuple(map(_point, points)), tuple(map(_misconception, wrong)))
    return Question(path.stem, table, rubric, texts, tuple(table.tables("graded"))), findings


def _tables(table: Table, name: str) -> tuple[list[Table], list[Finding]]:
    read = [
        read_table(name, values, table.span.table(name, index))
        for index, values in enumerate(table.tables(name))
    ]
    return [each for each, _ in read], [fault for _, faults in read for fault in faults]


def _point(table: Table) -> Point:
    return Point(
        table.text("id"),
        table.integer("pts"),
        table.text("claim"),
        table.texts("accept"),
        table.truth("must"),
        table.text("level") or "core",
        table.texts("reject"),
        table.texts("half"),
    )


def _misconception(table: Table) -> Misconception:
    return Misconception(
        table.text("id"),
        table.text("says"),
        table.texts("also"),
        table.text("repair"),
        table.text("see"),
        table.integer("costs"),
        table.text("contradicts") or None,
    )
