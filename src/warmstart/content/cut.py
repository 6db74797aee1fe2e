"""One function of tests.py as a module of its own, with all that it needs and nothing else.

What travels in `cases.json` must not carry oracles or cases along: the judge's workers would have
the answers, or would need the authors' libraries.
"""

import ast
import sys

from warmstart.content.finding import Finding
from warmstart.content.pysource import Module, imported_modules, statement_text
from warmstart.content.schema import IMPORTS

TRAVELLERS = ("run", "check", "valid", "big")
"""Functions that travel inside `cases.json` as source."""


SECRETS = {"oracle", "oracle2", "CASES"}
"""What may not come near the learner's code."""


def cut(module: Module, name: str) -> str:
    """Module text that defines `name`: the statements it leans on, in the order of the file."""
    wanted = _closure(module, name)
    lines = module.file.text.split("\n")
    parts = []
    for stmt, bound in module.bound:
        names = bound & wanted
        if isinstance(stmt, ast.ImportFrom) and stmt.module == "__future__":
            parts.append(ast.unparse(stmt))
        elif isinstance(stmt, ast.Import | ast.ImportFrom):
            parts += _import_of(stmt, names)
        elif names:
            parts.append(statement_text(stmt, lines))
    return _spaced(parts)


def _closure(module: Module, name: str) -> set[str]:
    wanted: set[str] = set()
    fresh = {name}
    while fresh:
        wanted |= fresh
        fresh = {n for bound, used in module.uses if bound & fresh for n in used} - wanted
    return wanted


def _import_of(stmt: ast.Import | ast.ImportFrom, names: frozenset[str]) -> list[str]:
    aliases = [a for a in stmt.names if (a.asname or a.name.split(".")[0]) in names or a.name == "*"]
    if not aliases:
        return []
    if isinstance(stmt, ast.Import):
        return [ast.unparse(ast.Import(names=aliases))]
    return [ast.unparse(ast.ImportFrom(module=stmt.module, names=aliases, level=stmt.level))]


def _spaced(parts: list[str]) -> str:
    """Two blank lines around definitions, as a reader expects."""
    text = ""
    after_block = False
    for part in parts:
        block = part.startswith(("def ", "class ", "@", "async "))
        text += ("\n\n" if text and (block or after_block) else "") + part + "\n"
        after_block = block
    return text


def forbidden_imports(module: Module, names: frozenset[str], imports: tuple[str, ...]) -> list[Finding]:
    """V14: what the four that travel may not import. `imports`: of the problem's front matter."""
    findings = []
    if "run" in names and (secrets := _closure(module, "run") & SECRETS):
        stmt = module.binding("run")
        message = f"run leans on {', '.join(sorted(secrets))}, and it runs beside the learner's code"
        findings.append(module.file.fault(stmt.lineno if stmt else 1, message, "give it helpers of its own"))
    for name in TRAVELLERS:
        if name in names:
            for imported in _imports_within(module, name):
                findings += _import_fault(module, name, imported, imports)
    return findings


def _imports_within(module: Module, name: str) -> list[str]:
    text = cut(module, name)
    return sorted({imported for imported, _ in imported_modules(ast.parse(text))})


def _import_fault(module: Module, name: str, imported: str, imports: tuple[str, ...]) -> list[Finding]:
    if imported in sys.stdlib_module_names or imported in imports:
        return []
    line = next((n for found, n in imported_modules(module.tree) if found == imported), 1)
    if imported in IMPORTS:
        message = f"{name} imports {imported}, which the problem's `imports` does not name"
        return [module.file.fault(line, message, f'add imports = ["{imported}"] to problem.md')]
    message = f"{name} imports {imported or 'a neighbour'}, which the judge does not have"
    return [module.file.fault(line, message, "use NumPy and the standard library, or move it into oracle")]
