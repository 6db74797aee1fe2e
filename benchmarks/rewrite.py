"""Rewrites of a Python module that change its text and nothing of what it does."""

import ast
import builtins
from collections.abc import Callable

_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq,
}  # fmt: skip


class _Mirror(ast.NodeTransformer):
    """a < b as b > a. Operands that call something keep their order of evaluation, so they stay."""

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        swapped = _SWAPPED.get(type(node.ops[0]))
        if len(node.ops) > 1 or swapped is None or any(isinstance(n, ast.Call) for n in ast.walk(node)):
            return node
        return ast.Compare(node.comparators[0], [swapped()], [node.left])


class _Turn(ast.NodeTransformer):
    """`if c: A else: B` as `if not c: B else: A`; a loop's condition moves into its body."""

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        return ast.If(ast.UnaryOp(ast.Not(), node.test), node.orelse or [ast.Pass()], node.body)

    def visit_While(self, node: ast.While) -> ast.AST:
        self.generic_visit(node)
        if node.orelse:
            return node
        leave = ast.If(ast.UnaryOp(ast.Not(), node.test), [ast.Break()], [])
        return ast.While(ast.Constant(True), [leave, *node.body], [])


class _Rename(ast.NodeTransformer):
    def __init__(self, names: set[str]) -> None:
        self._names = names

    def _new(self, name: str) -> str:
        return f"{name}_of_mine" if name in self._names else name

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self._new(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(self._new(node.arg), node.annotation)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.AST:
        return ast.Nonlocal([self._new(name) for name in node.names])


def _local_names(tree: ast.Module) -> set[str]:
    """Names that only functions bind, and that nobody passes by keyword."""
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda)]
    inside = {id(n) for f in functions for n in ast.walk(f) if n is not f}
    bound = {
        n.id
        for f in functions
        for n in ast.walk(f)
        if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    bound |= {a.arg for f in functions for a in ast.walk(f.args) if isinstance(a, ast.arg)}
    outside = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and id(n) not in inside}
    keywords = {k.arg for n in ast.walk(tree) if isinstance(n, ast.Call) for k in n.keywords}
    named = {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    handled = {n.name for n in ast.walk(tree) if isinstance(n, ast.ExceptHandler)}
    imported = {
        (a.asname or a.name).split(".")[0]
        for n in ast.walk(tree)
        if isinstance(n, ast.Import | ast.ImportFrom)
        for a in n.names
    }
    return bound - outside - keywords - named - handled - imported - set(dir(builtins)) - {"self"}


def mirrored(source: str) -> str:
    return _unparsed(_Mirror().visit(ast.parse(source)))


def turned(source: str) -> str:
    return _unparsed(_Turn().visit(ast.parse(source)))


def renamed(source: str) -> str:
    tree = ast.parse(source)
    return _unparsed(_Rename(_local_names(tree)).visit(tree))


def _unparsed(tree: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


REWRITES: dict[str, Callable[[str], str]] = {"mirrored": mirrored, "turned": turned, "renamed": renamed}
