"""tests.py as far as it can be known without running it."""

import ast
from dataclasses import dataclass

from warmstart.content.finding import Finding, nearest
from warmstart.content.pysource import Module, arity_fits
from warmstart.content.schema import TESTS, Name

FEWEST_INVALID = 3


@dataclass(frozen=True, slots=True)
class TestsModule:
    """`names`: which of the names of `schema.TESTS` it defines.

    `cases`: names of the hand cases, where CASES is a plain dict with plain keys; else None.
    """

    __test__ = False

    module: Module
    names: frozenset[str]
    cases: tuple[str, ...] | None

    def has(self, name: str) -> bool:
        return name in self.names


def read_tests(module: Module) -> tuple[TestsModule, list[Finding]]:
    known = {name.name: name for name in TESTS}
    defined = module.defined
    findings = []
    for name in TESTS:
        findings += _name_faults(name, module, defined)
    cases, faults = _read_cases(module)
    findings += faults + _invalid_faults(module) + _growth_faults(module, defined)
    return TestsModule(module, frozenset(defined & set(known)), cases), findings


def _name_faults(name: Name, module: Module, defined: frozenset[str]) -> list[Finding]:
    if name.name not in defined:
        if not name.needed:
            return []
        candidates = defined - {other.name for other in TESTS}
        mend = nearest(name.name, candidates, f"define {name.name}") if candidates else f"define {name.name}"
        return [module.file.fault(1, f"tests.py does not define {name.name}", mend)]
    stmt = module.binding(name.name)
    if name.arguments is None or not isinstance(stmt, ast.FunctionDef):
        if name.arguments is not None and isinstance(stmt, ast.AsyncFunctionDef | ast.ClassDef):
            return [module.file.fault(stmt.lineno, f"{name.name} is no plain function", "use def")]
        return []
    if arity_fits(stmt, name.arguments):
        return []
    message = f"{name.name} cannot be called with {name.arguments} arguments"
    return [module.file.fault(stmt.lineno, message, "docs/pack-format.md lists what each is given")]


def _dict_literal(module: Module, name: str) -> ast.Dict | None:
    stmt = module.binding(name)
    value = stmt.value if isinstance(stmt, ast.Assign | ast.AnnAssign) else None
    return value if isinstance(value, ast.Dict) else None


def _read_cases(module: Module) -> tuple[tuple[str, ...] | None, list[Finding]]:
    literal = _dict_literal(module, "CASES")
    if literal is None:
        return None, []
    findings = _twice(module, "CASES", literal)
    if not literal.keys:
        findings.append(module.file.fault(literal.lineno, "CASES is empty", "write the hand cases"))
    for key, value in zip(literal.keys, literal.values, strict=True):
        if isinstance(value, ast.Tuple) and len(value.elts) == 2:
            why = value.elts[0]
            if isinstance(why, ast.Constant) and not (isinstance(why.value, str) and why.value.strip()):
                findings.append(
                    module.file.fault(why.lineno, "a case without a `why`", "say it for the learner")
                )
        elif isinstance(value, ast.Tuple | ast.Constant | ast.List | ast.Dict):
            line = value.lineno if key is None else key.lineno
            findings.append(module.file.fault(line, "a case is (why, input)", "give exactly these two"))
    names = [key.value if isinstance(key, ast.Constant) else None for key in literal.keys]
    if not all(isinstance(name, str) for name in names) or _bound_elsewhere(module, "CASES"):
        return None, findings
    return tuple(str(name) for name in names), findings


def _bound_elsewhere(module: Module, name: str) -> bool:
    """Whether cases are added by further statements, so that the literal is not all of them."""
    count = sum(name in names for _, names in module.bound)
    grown = any(
        isinstance(stmt, ast.Expr | ast.For | ast.If)
        and any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(stmt))
        for stmt in module.tree.body
    )
    return count > 1 or grown


def _twice(module: Module, what: str, literal: ast.Dict) -> list[Finding]:
    seen: set[object] = set()
    findings = []
    for key in literal.keys:
        if isinstance(key, ast.Constant):
            if key.value in seen:
                message = f"{what} has the name {key.value!r} twice; Python keeps only the last"
                findings.append(module.file.fault(key.lineno, message, "rename one"))
            seen.add(key.value)
    return findings


def _invalid_faults(module: Module) -> list[Finding]:
    literal = _dict_literal(module, "INVALID")
    if literal is None:
        return []
    findings = _twice(module, "INVALID", literal)
    if len(literal.keys) < FEWEST_INVALID and not _bound_elsewhere(module, "INVALID"):
        message = f"INVALID has {len(literal.keys)} inputs"
        findings.append(
            module.file.fault(literal.lineno, message, f"give at least {FEWEST_INVALID} that valid rejects")
        )
    return findings


def _growth_faults(module: Module, defined: frozenset[str]) -> list[Finding]:
    pair = {"LADDER", "big"}
    missing = pair - defined
    if len(missing) != 1:
        return []
    (name,) = missing
    stmt = module.binding((pair - missing).pop())
    line = stmt.lineno if stmt else 1
    return [module.file.fault(line, f"growth needs {name} as well", f"define {name}, or neither")]
