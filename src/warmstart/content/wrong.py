"""wrong.toml: wrong solutions with the verdicts they must get, and reviewed equivalent mutants."""

import re
from dataclasses import dataclass

from warmstart.content.finding import Finding
from warmstart.content.pysource import parse_python
from warmstart.content.schema import VERDICTS
from warmstart.content.table import Span, Table, parse_toml, read_table
from warmstart.content.textfile import TextFile

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLUG_MEND = "use a-z, 0-9 and single hyphens"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A named wrong solution. `source`: the whole wrong module. `line`: where it stands in wrong.toml.

    `patch`: what it takes out of the reference and what it puts there; None: it was given whole.
    """

    id: str
    why: str
    verdicts: tuple[str, ...]
    source: str
    line: int
    patch: tuple[str, str] | None = None

    @property
    def grows(self) -> bool:
        """It is right, and wrong only in how its cost grows."""
        return "growth_exceeded" in self.verdicts


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An automatic mutant that a person found to change nothing. `source`: its line, stripped."""

    mutation: str
    source: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """All of wrong.toml."""

    file: TextFile
    mutants: tuple[Mutant, ...]
    equivalents: tuple[Equivalent, ...]


def read_wrong(file: TextFile, solution: TextFile) -> tuple[Wrong | None, list[Finding]]:
    """`solution`: the reference that the patches apply to, a module or a query."""
    span = Span(file, file.text)
    values, findings = parse_toml(span)
    if values is None:
        return None, findings
    top, findings = read_table("wrong.toml", values, span)
    mutants, faults = _read_mutants(top, solution)
    equivalents, more = _read_equivalents(top)
    return Wrong(file, tuple(mutants), tuple(equivalents)), findings + faults + more


def _read_mutants(top: Table, solution: TextFile) -> tuple[list[Mutant], list[Finding]]:
    mutants: list[Mutant] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for index, values in enumerate(top.tables("mutant")):
        table, faults = read_table("mutant", values, top.span.table("mutant", index))
        faults += _id_faults(table, seen)
        source, more = _wrong_source(table, solution)
        findings += faults + more
        if table.whole and source is not None:
            verdicts = table.texts("verdict") or (VERDICTS[0],)
            patch = _patch(table) if "replace" in table.values else None
            texts = table.text("id"), table.text("why")
            mutants.append(Mutant(*texts, verdicts, source, table.span.first, patch))
    return mutants, findings


def _id_faults(table: Table, seen: set[str]) -> list[Finding]:
    name = table.text("id")
    findings = []
    if name and not SLUG.fullmatch(name):
        findings.append(table.fault("id", f"mutant id '{name}' is no slug", SLUG_MEND))
    if name in seen:
        findings.append(table.fault("id", f"mutant id '{name}' twice", "rename one"))
    seen.add(name)
    return findings


def _wrong_source(table: Table, solution: TextFile) -> tuple[str | None, list[Finding]]:
    given = [key for key in ("replace", "with", "file") if key in table.values]
    if given not in (["replace", "with"], ["file"]):
        if not table.whole:
            return None, []
        message = f"a mutant has {' and '.join(given) or 'no code'}"
        mend = "give `replace` and `with`, or `file` alone"
        return None, [table.fault(given[0] if given else "id", message, mend)]
    if given == ["file"]:
        source = one_newline_off(table.text("file")) + "\n"
        return source, _syntax_faults(table, source, solution)
    source, findings = _patched(table, solution)
    return source, findings or _syntax_faults(table, source, solution)


def one_newline_off(text: str) -> str:
    """Without one newline at each end: what TOML's multi-line strings add to a block of lines."""
    return text.removeprefix("\n").removesuffix("\n")


def _patch(table: Table) -> tuple[str, str]:
    return one_newline_off(table.text("replace")), one_newline_off(table.text("with"))


def _patched(table: Table, solution: TextFile) -> tuple[str, list[Finding]]:
    old, new = _patch(table)
    count = solution.text.count(old)
    if count == 1 and old:
        return solution.text.replace(old, new), []
    name = solution.path.name
    message = f"`replace` of '{table.text('id')}' matches {count} times in {name}"
    mend = "take in more lines around it" if count else f"copy the lines from {name}, white space included"
    return "", [table.fault("replace", message, mend)]


def _syntax_faults(table: Table, source: str, solution: TextFile) -> list[Finding]:
    if source == solution.text:
        return [table.fault("id", "the wrong solution is the reference itself", "change something")]
    if solution.path.suffix != ".py":
        return []
    try:
        parse_python(source)
    except SyntaxError as error:
        key = "file" if "file" in table.values else "with"
        message = f"'{table.text('id')}' does not parse: {error.msg} (its line {error.lineno})"
        return [table.fault(key, message, "wrong, but Python: mend the syntax")]
    return []


def _read_equivalents(top: Table) -> tuple[list[Equivalent], list[Finding]]:
    result = []
    findings = []
    for index, values in enumerate(top.tables("equivalent")):
        table, faults = read_table("equivalent", values, top.span.table("equivalent", index))
        findings += faults
        if table.whole:
            texts = (table.text("mutation"), table.text("source").strip(), table.text("reason"))
            result.append(Equivalent(*texts, table.span.first))
    return result, findings
