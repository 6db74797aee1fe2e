"""problem.md: what a learner reads of a problem, and what the catalogue knows of it."""

import re
import sys
import uuid
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from warmstart.content.finding import Finding, nearest
from warmstart.content.schema import IMPORTS, PROBLEM_FILES, SECTIONS
from warmstart.content.sections import Section, read_hints, read_sections, split_front_matter
from warmstart.content.table import Span, Table, parse_toml, read_table
from warmstart.content.textfile import TextFile, read_text
from warmstart.content.wrong import SLUG
from warmstart.judge.problem import FrozenProblem, MalformedProblem, read_problem
from warmstart.judge.stacks import stack_for


@dataclass(frozen=True, slots=True)
class Complexity:
    """The contract on growth: log-log slopes in `n`."""

    n: str
    time: float
    slack: float
    space: float | None = None


@dataclass(frozen=True, slots=True)
class LimitsGiven:
    """Limits that an author set by hand; None: derived by prove."""

    seconds: float | None = None
    mib: int | None = None
    output_kib: int | None = None


@dataclass(frozen=True)
class Problem:
    """One problem as problem.md has it. `slug` is its folder's name; `path` the folder."""

    path: Path = field(compare=False)
    slug: str
    id: str
    version: int
    status: str
    title: str
    kind: str
    difficulty: str
    minutes: int
    skills: tuple[str, ...]
    entry: str
    sample: tuple[str, ...]
    statement: str
    hints: tuple[str, ...]
    explanation: str
    imports: tuple[str, ...] = ()
    complexity: Complexity | None = None
    limits: LimitsGiven = LimitsGiven()
    sources: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    schema: str | None = None
    ordered: bool = False

    @property
    def stack(self) -> str:
        """Name of the judge's zygote that has this problem's imports loaded."""
        return "sql" if self.kind == "sql" else stack_for(self.imports)

    @cached_property
    def frozen(self) -> FrozenProblem | None:
        """What `pack prove` made of it (`cases.json`); None: nothing readable."""
        return read_frozen(self.path / "cases.json")[0]


def read_frozen(path: Path) -> tuple[FrozenProblem | None, list[Finding]]:
    file, findings = read_text(path)
    if file is None:
        return None, findings
    try:
        return read_problem(file.text), findings
    except MalformedProblem as error:
        return None, [*findings, file.fault(1, str(error), "make it anew with `warmstart pack prove --all`")]


def read_problem_folder(folder: Path) -> tuple[Problem | None, list[Finding]]:
    """The problem in `folder`, by its problem.md alone."""
    findings = [] if SLUG.fullmatch(folder.name) else [_bad_slug(folder)]
    findings += _stray_files(folder)
    file, faults = read_text(folder / "problem.md")
    findings += faults
    if file is None:
        return None, findings
    problem, faults = _read(folder, file)
    return problem, findings + faults


def _bad_slug(folder: Path) -> Finding:
    return Finding(folder, 1, f"folder name '{folder.name}' is no slug", "use a-z, 0-9 and single hyphens")


def _stray_files(folder: Path) -> list[Finding]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        return [Finding(folder, 1, f"cannot be listed: {error.strerror}", "make it a readable folder")]
    return [
        Finding(folder / name, 1, "a problem has no such file", nearest(name, PROBLEM_FILES))
        for name in names
        if name not in PROBLEM_FILES and name != "__pycache__" and not name.startswith(".")
    ]


def _read(folder: Path, file: TextFile) -> tuple[Problem | None, list[Finding]]:
    front, body, findings = split_front_matter(file)
    sections, faults = read_sections(body, SECTIONS)
    findings += faults
    hints: tuple[str, ...] = ()
    if "Hints" in sections and sections["Hints"].text:
        hints, faults = read_hints(sections["Hints"], file)
        findings += faults
    if front is None:
        return None, findings
    values, faults = parse_toml(front)
    findings += faults
    if values is None:
        return None, findings
    table, faults = read_table("problem.md", values, front)
    findings += faults + _value_faults(table)
    complexity, faults = _read_complexity(table, front)
    findings += faults
    limits, faults = _read_limits(table, front)
    findings += faults
    if not table.whole or len(sections) < len(SECTIONS):
        return None, findings
    return _problem(folder, table, sections, hints, complexity, limits), findings


def _problem(
    folder: Path,
    table: Table,
    sections: dict[str, Section],
    hints: tuple[str, ...],
    complexity: Complexity | None,
    limits: LimitsGiven,
) -> Problem:
    return Problem(
        path=folder,
        slug=folder.name,
        id=table.text("id"),
        version=table.integer("version"),
        status=table.text("status"),
        title=table.text("title"),
        kind=table.text("kind"),
        difficulty=table.text("difficulty"),
        minutes=table.integer("minutes"),
        skills=table.texts("skills"),
        entry=table.text("entry"),
        imports=table.texts("imports"),
        sample=table.texts("sample"),
        complexity=complexity,
        limits=limits,
        sources=table.texts("sources"),
        faults=table.texts("faults"),
        schema=table.text("schema") or None,
        ordered=table.truth("ordered"),
        statement=sections["Statement"].text,
        hints=hints,
        explanation=sections["Explanation"].text,
    )


def _value_faults(table: Table) -> list[Finding]:
    """What a kind and a list of choices cannot say of the front matter."""
    findings = []
    if "id" in table.values and not is_uuid4(table.text("id")):
        fresh = "give it one: python3 -c 'import uuid; print(uuid.uuid4())'"
        findings.append(table.fault("id", f"'{table.text('id')[:60]}' is no UUID v4 in lower case", fresh))
    entry = table.text("entry")
    if "entry" in table.values and not entry.isidentifier():
        findings.append(table.fault("entry", f"entry '{entry[:60]}' is no name", "name a function or class"))
    for name in table.texts("imports"):
        if name not in IMPORTS and name not in sys.stdlib_module_names:
            mend = nearest(name, IMPORTS, f"the standard library and {', '.join(IMPORTS)} are there")
            findings.append(table.fault("imports", f"no stack of the judge has '{name}'", mend))
    findings += _kind_faults(table)
    for key in ("skills", "sample", "faults"):
        names = table.texts(key)
        if len(set(names)) < len(names):
            findings.append(table.fault(key, f"'{key}' names one thing twice", "name it once"))
    return findings


def _kind_faults(table: Table) -> list[Finding]:
    """Keys that belong to one kind of problem."""
    kind = table.text("kind")
    findings = []
    if kind == "sql" and "schema" not in table.values:
        mend = "add schema = '''CREATE TABLE ...'''"
        findings.append(table.fault("kind", "an SQL problem without `schema`", mend))
    for key, owner in (("schema", "sql"), ("ordered", "sql"), ("faults", "debug")):
        if key in table.values and kind != owner:
            message = f"`{key}` in a problem of kind '{kind}'"
            findings.append(table.fault(key, message, f'only kind = "{owner}" has it'))
    return findings


def is_uuid4(text: str) -> bool:
    if not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text):
        return False
    return uuid.UUID(text).version == 4


def _read_complexity(top: Table, front: Span) -> tuple[Complexity | None, list[Finding]]:
    values = top.values.get("complexity")
    if not isinstance(values, dict):
        return None, []
    table, findings = read_table("complexity", values, _inner(front, "complexity"))
    time, slack = table.number("time"), table.number("slack")
    if not table.whole or time is None or slack is None:
        return None, findings
    return Complexity(table.text("n"), time, slack, table.number("space")), findings


def _read_limits(top: Table, front: Span) -> tuple[LimitsGiven, list[Finding]]:
    values = top.values.get("limits")
    if not isinstance(values, dict):
        return LimitsGiven(), []
    table, findings = read_table("limits", values, _inner(front, "limits"))
    mib, kib = (table.integer(key) or None for key in ("mib", "output_kib"))
    return LimitsGiven(table.number("seconds"), mib, kib), findings


def _inner(front: Span, key: str) -> Span:
    """The text of an inline table or of a `[key]` table."""
    header = re.search(rf"(?m)^\[{key}\]", front.text)
    if header is not None:
        return Span(
            front.file, front.text[header.start() :], front.first + front.text.count("\n", 0, header.start())
        )
    line = front.line_of(key)
    return Span(front.file, "\n".join(front.text.split("\n")[line - front.first :]), line)
