"""Python files of a pack as syntax trees; nothing in them runs."""

import ast
import symtable
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from warmstart.content.finding import Finding
from warmstart.content.textfile import TextFile

DEEPEST = 200

Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Module:
    """A parsed file. `file.text` is what the tree's line numbers count in."""

    file: TextFile
    tree: ast.Module

    @cached_property
    def bound(self) -> tuple[tuple[ast.stmt, frozenset[str]], ...]:
        """Each module-level statement with the names that it gives a value."""
        return tuple((stmt, frozenset(bound_names(stmt))) for stmt in self.tree.body)

    @cached_property
    def defined(self) -> frozenset[str]:
        return frozenset[str]().union(*(names for _, names in self.bound))

    @cached_property
    def uses(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """Of each module-level statement, the names that it binds and those that it refers to."""
        lines = self.file.text.split("\n")
        return tuple(
            (names, frozenset(used_names(statement_text(stmt, lines)))) for stmt, names in self.bound
        )

    def binding(self, name: str) -> ast.stmt | None:
        """The last module-level statement that gives `name` a value."""
        return next((stmt for stmt, names in reversed(self.bound) if name in names), None)


def parse_python(text: str) -> ast.Module:
    """SyntaxError: `text` is no Python, for whatever reason."""
    try:
        with warnings.catch_warnings():  # an invalid escape warns; here it is not worth a fault
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(str(error) or "nested too deep") from error
    if _deeper(tree, DEEPEST):
        raise SyntaxError(f"nested deeper than {DEEPEST} levels")
    return tree


def _deeper(tree: ast.AST, levels: int) -> bool:
    """Whether what walks the tree by recursion would have to go further down than `levels`."""
    row: list[ast.AST] = [tree]
    for _ in range(levels):
        row = [child for node in row for child in ast.iter_child_nodes(node)]
        if not row:
            return False
    return True


def read_module(file: TextFile) -> tuple[Module | None, list[Finding]]:
    try:
        return Module(file, parse_python(file.text)), []
    except SyntaxError as error:
        return None, [file.fault(error.lineno or 1, f"does not parse: {error.msg}", "mend the syntax here")]


def statement_text(stmt: ast.stmt, lines: list[str]) -> str:
    """Its lines, decorators included; one statement a line is how tests are written."""
    return "\n".join(lines[first_line(stmt) - 1 : stmt.end_lineno])


def first_line(node: ast.stmt) -> int:
    """Of a definition: that of its first decorator."""
    decorators = node.decorator_list if isinstance(node, Definition) else []
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def bound_names(stmt: ast.stmt) -> set[str]:
    """Names to which a module-level statement gives a value; `TABLE["a"] = 1` counts for TABLE."""
    if isinstance(stmt, Definition):
        return {stmt.name}
    if isinstance(stmt, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.split(".")[0] for alias in stmt.names}
    names = set()
    for node in _own_nodes(stmt):
        if isinstance(node, Definition | ast.Import | ast.ImportFrom):
            names |= bound_names(node)
        elif isinstance(node, ast.Name | ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            names |= _root(node)
    return names


_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below, except those inside a scope of its own: its names are not the module's."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (Definition, *_SCOPES)):
            yield from _own_nodes(child)


def used_names(text: str) -> set[str]:
    """Module-level names that statements refer to, at whatever depth; locals of functions are none."""
    top = symtable.symtable(text, "<pack>", "exec")
    names = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    pending = list(top.get_children())
    while pending:
        table = pending.pop()
        names |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
        pending += table.get_children()
    return names


def _root(node: ast.expr) -> set[str]:
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def imported_modules(tree: ast.AST) -> list[tuple[str, int]]:
    """Top-level names of imported modules with their lines, also those inside functions."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name.split(".")[0], node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            name = "." * node.level + (node.module or "").split(".")[0] if node.level else (node.module or "")
            found.append((name.split(".")[0] or name, node.lineno))
    return found


def arity_fits(function: ast.FunctionDef, count: int) -> bool:
    """Whether it can be called with `count` positional arguments."""
    arguments = function.args
    positional = len(arguments.posonlyargs) + len(arguments.args)
    required = positional - len(arguments.defaults)
    required_keywords = sum(default is None for default in arguments.kw_defaults)
    return (
        required <= count and (count <= positional or arguments.vararg is not None) and not required_keywords
    )
