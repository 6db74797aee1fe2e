"""problem.md taken apart: front matter between `+++` lines, then `# ` sections of Markdown."""

import re
from dataclasses import dataclass

from warmstart.content.finding import Finding, nearest
from warmstart.content.table import Span
from warmstart.content.textfile import TextFile

FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Section:
    """Text under a `# ` heading, stripped of blank lines around it. `line`: of the heading."""

    title: str
    text: str
    line: int
    text_line: int


def split_front_matter(file: TextFile) -> tuple[Span | None, Span, list[Finding]]:
    """The TOML and what follows it; None where there is no front matter."""
    lines = file.text.split("\n")
    body = Span(file, file.text)
    if not lines or lines[0].strip() != FENCE:
        return None, body, [file.fault(1, "no front matter", f"begin with a line {FENCE}, TOML, and {FENCE}")]
    for index, line in enumerate(lines[1:], start=1):
        if line.strip() == FENCE:
            front = Span(file, "\n".join(lines[1:index]), 2)
            return front, Span(file, "\n".join(lines[index + 1 :]), index + 2), []
    return (
        None,
        Span(file, ""),
        [file.fault(1, "the front matter never ends", f"close it with a line {FENCE}")],
    )


def read_sections(body: Span, titles: tuple[str, ...]) -> tuple[dict[str, Section], list[Finding]]:
    """Sections by title; they must be `titles`, in this order, each once and none empty."""
    sections, findings = _split(body)
    known = {}
    for section in sections:
        if section.title not in titles:
            message = f"unknown section '# {section.title}'"
            findings.append(body.file.fault(section.line, message, nearest(section.title, titles)))
        elif section.title in known:
            findings.append(body.file.fault(section.line, f"a second '# {section.title}'", "keep one"))
        else:
            known[section.title] = section
            if not section.text:
                findings.append(body.file.fault(section.line, f"'# {section.title}' is empty", "write it"))
    for title in titles:
        if title not in known:
            findings.append(body.file.fault(body.first, f"section '# {title}' is missing", "add it"))
    if list(known) != [title for title in titles if title in known]:
        order = ", ".join(titles)
        findings.append(body.file.fault(body.first, "the sections are out of order", f"want {order}"))
    return known, findings


def _split(body: Span) -> tuple[list[Section], list[Finding]]:
    heads = [(index, line[2:].strip()) for index, line in outside_fences(body.text) if line.startswith("# ")]
    lines = body.text.split("\n")
    ends = [index for index, _ in heads[1:]] + [len(lines)]
    sections = [
        _section(title, lines[start + 1 : end], body.first + start)
        for (start, title), end in zip(heads, ends, strict=False)
    ]
    before = lines[: heads[0][0]] if heads else lines
    stray = next((index for index, line in enumerate(before) if line.strip()), None)
    if stray is None:
        return sections, []
    return sections, [
        body.file.fault(body.first + stray, "text before the first section", "move it below a heading")
    ]


def _section(title: str, lines: list[str], line: int) -> Section:
    blank = next((index for index, text in enumerate(lines) if text.strip()), 0)
    return Section(title, "\n".join(lines[blank:]).rstrip(), line, line + 1 + blank)


def outside_fences(text: str) -> list[tuple[int, str]]:
    """Lines with their index, those of fenced code blocks left out (a Python comment is no heading)."""
    result = []
    fence = ""
    for index, line in enumerate(text.split("\n")):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            result.append((index, line))
    return result


def read_hints(section: Section, file: TextFile) -> tuple[tuple[str, ...], list[Finding]]:
    """The entries of a numbered list, 1, 2, 3 ...; an entry may go on in indented lines."""
    marks = [
        (index, int(match[1]))
        for index, line in outside_fences(section.text)
        if (match := re.match(r"(\d{1,4})\.\s+\S", line))
    ]
    lines = section.text.split("\n")
    if not marks or marks[0][0] != 0:
        return (), [
            file.fault(
                section.text_line, "hints are a numbered list", "begin each hint with '1. ', '2. ', ..."
            )
        ]
    ends = [index for index, _ in marks[1:]] + [len(lines)]
    hints = tuple(_unnumbered(lines[start:end]) for (start, _), end in zip(marks, ends, strict=True))
    findings = [
        file.fault(
            section.text_line + index,
            f"hint {number} where {wanted} was wanted",
            "number them from 1, one by one",
        )
        for wanted, (index, number) in enumerate(marks, start=1)
        if number != wanted
    ]
    return hints, findings


def _unnumbered(lines: list[str]) -> str:
    match = re.match(r"\d+\.\s+", lines[0])
    indent = len(match[0]) if match else 0
    rest = [line[min(indent, len(line) - len(line.lstrip())) :] for line in lines[1:]]
    return "\n".join([lines[0][indent:], *rest]).strip()
