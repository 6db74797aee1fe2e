"""A rubric in a file of its own: a question, points and misconceptions, as in a question's front matter."""

from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.rubric_tables import read_rubric
from warmstart.content.table import Span, parse_toml, read_table
from warmstart.content.textfile import read_text
from warmstart.grading.rubric import Rubric


def read_rubric_file(path: Path) -> tuple[Rubric | None, list[Finding]]:
    """None where the file cannot be read at all; else what can be read, and every fault."""
    file, findings = read_text(path)
    if file is None:
        return None, findings
    span = Span(file, file.text)
    values, faults = parse_toml(span)
    if values is None:
        return None, findings + faults
    table, faults = read_table("rubric.toml", values, span)
    rubric, more = read_rubric(table, table.text("question"))
    return rubric, findings + faults + more
