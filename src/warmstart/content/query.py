"""kind = "sql": solution.sql, one query, in the place of solution.py."""

import ast
from pathlib import Path

from warmstart.content.finding import Finding
from warmstart.content.pack import front_fault
from warmstart.content.problem import Problem
from warmstart.content.pysource import Module
from warmstart.content.tests_module import TestsModule
from warmstart.content.textfile import read_text

FILE = "solution.sql"
ENTRY = "query"
STUB = "SELECT NULL AS nothing_yet"


def read_query(folder: Path) -> tuple[Module | None, tuple[range, ...], list[Finding]]:
    """The query as a module without statements, and the lines that may be mutated: all of them."""
    file, findings = read_text(folder / FILE)
    if file is None:
        return None, (), findings
    lines = file.text.rstrip("\n").split("\n")
    return Module(file, ast.Module(body=[], type_ignores=[])), (range(1, len(lines) + 1),), findings


def query_starter(query: str) -> str:
    """The comment lines at the top of the reference, which say what columns are wanted, and a stub."""
    lines = query.split("\n")
    end = next((index for index, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return "\n".join([*lines[:end], STUB]) + "\n"


def query_faults(problem: Problem, tests: TestsModule | None) -> list[Finding]:
    """What a query cannot have."""
    findings = []
    if problem.entry != ENTRY:
        findings.append(front_fault(problem, "entry", "a query has no name", f'write entry = "{ENTRY}"'))
    if problem.imports:
        findings.append(front_fault(problem, "imports", "a query imports nothing", "take it out"))
    if problem.complexity is not None:
        message = "the growth of a query is SQLite's, not the learner's"
        findings.append(front_fault(problem, "complexity", message, "take it out; see docs/pack-format.md"))
    if tests is not None:
        findings += [
            tests.module.file.fault(1, f"a query is not driven by {name}", f"take {name} out")
            for name in ("run", "big", "LADDER")
            if tests.has(name)
        ]
    return findings
