"""A question's file: front matter and sections of Markdown, and the rubric in them."""

from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.question_forms import Forms, read_forms
from warmstart.content.rubric_tables import (
    Exemplar,
    FollowUp,
    read_exemplars,
    read_follow_ups,
    read_rubric,
)
from warmstart.content.sections import read_sections, split_front_matter
from warmstart.content.table import Table, parse_toml, read_table
from warmstart.content.textfile import read_text
from warmstart.grading.rubric import Rubric

SECTIONS = ("Question", "Context", "Model answer", "Numbers", "Check")
NEEDED = ("Question", "Model answer")
PARTS = {
    "prose": frozenset({"points", "misconceptions", "graded"}),
    "numbers": frozenset({"answers", "slips"}),
    "choices": frozenset({"options"}),
    "order": frozenset({"steps", "ties"}),
}
"""What a question of each form has in its front matter, and no other has."""
LEADING = {"prose": "points", "numbers": "answers", "choices": "options", "order": "steps"}


@dataclass(frozen=True, slots=True)
class Question:
    """`rubric` has no points, `exemplars` are none, unless `form` is prose. `sections`: Markdown by title."""

    slug: str
    form: str
    table: Table
    rubric: Rubric
    forms: Forms
    follow_ups: tuple[FollowUp, ...]
    exemplars: tuple[Exemplar, ...]
    sections: dict[str, str]

    @property
    def id(self) -> str:
        return self.table.text("id")

    @property
    def version(self) -> int:
        return self.table.integer("version")

    @property
    def status(self) -> str:
        return self.table.text("status")

    @property
    def title(self) -> str:
        return self.table.text("title")

    @property
    def kind(self) -> str:
        return self.table.text("kind")

    @property
    def skills(self) -> tuple[str, ...]:
        return self.table.texts("skills")

    @property
    def model(self) -> Exemplar:
        """The model answer, which says everything."""
        everything = frozenset(point.id for point in self.rubric.points)
        band = (0.9 * self.rubric.total, float(self.rubric.total))
        return Exemplar("model answer", "model", self.sections.get("Model answer", ""), band, has=everything)


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
    texts = {title: section.text for title, section in sections.items()}
    question, more = _question(path.stem, table, texts)
    return question, findings + faults + more


def _question(slug: str, table: Table, texts: dict[str, str]) -> tuple[Question, list[Finding]]:
    form = table.text("form") or "prose"
    asked = f"{texts.get('Question', '')} {texts.get('Context', '')}"
    rubric, findings = read_rubric(table, asked)
    forms, faults = read_forms(table)
    follow_ups, more = read_follow_ups(table, asked)
    exemplars, others = read_exemplars(table, rubric)
    findings += faults + more + others + _misplaced(table, form)
    return Question(slug, form, table, rubric, forms, follow_ups, exemplars, texts), findings


def _misplaced(table: Table, form: str) -> list[Finding]:
    foreign = {key: other for other, keys in PARTS.items() if other != form for key in keys}
    findings = [
        table.fault(key, f"'{key}' belongs to the form '{foreign[key]}', not '{form}'", "leave it out")
        for key in table.values
        if key in foreign
    ]
    if not table.values.get(LEADING[form]):
        message = f"a question of the form '{form}' has no '{LEADING[form]}'"
        findings.append(table.span.file.fault(table.span.first, message, f"add [[{LEADING[form]}]]"))
    return findings
