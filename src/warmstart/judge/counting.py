"""Work that a submission does, counted inside its worker: lines that run, and what is done to its data.

Lines alone do not see what runs in C. `sorted`, `in` and `heapq` are seen by integers that count how
often they are compared, added and hashed; `pop(0)` by a look at the list before and after the call;
slices and other copies by their length. Counts repeat exactly, whatever else the machine does.
"""

import ast
import builtins
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from warmstart.judge.structures import Chain, Graph, Tree


class Counter:
    """Lines that ran in files of one name, operations on numbers, items that lists moved or copied."""

    def __init__(self, filename: str) -> None:
        self._filename = filename
        self._first: object = None
        self._middle: object = None
        self._at = 0
        self.lines = 0
        self.operations = 0
        self.moved = 0

    @property
    def total(self) -> int:
        return self.lines + self.operations + self.moved

    def run(self, call: Callable[[object], object], argument: object, *, numbers: bool) -> None:
        """Call once, counting. numbers: swap the integers of the argument for counting ones."""
        given = self._counting(argument) if numbers else argument
        vars(builtins)[_COPIED] = self._copied
        sys.setprofile(self._calls if numbers else None)
        sys.settrace(self._enter)
        try:
            call(given)
        finally:
            sys.settrace(None)
            sys.setprofile(None)

    def _enter(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._line if frame.f_code.co_filename == self._filename else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.lines += 1
        return self._line

    def _calls(self, frame: FrameType, event: str, called: Any) -> None:
        """What calls of a list's methods move: with the first item all, with the middle one half."""
        if event not in ("c_call", "c_return") or frame.f_code.co_filename != self._filename:
            return
        items = getattr(called, "__self__", None)
        if type(items) is not list or called.__name__ not in _MOVING or not items:
            return
        if event == "c_call":
            self._at = len(items) // 2
            self._first, self._middle = items[0], items[self._at]
        elif called.__name__ in _WHOLE or items[0] is not self._first:
            self.moved += len(items)
        elif self._at < len(items) and items[self._at] is not self._middle:
            self.moved += len(items) // 2

    def _copied(self, value: object) -> object:
        if type(value) in _COPIES:
            self.moved += len(value)  # type: ignore[arg-type]
        return value

    def _counting(self, value: object) -> object:
        """The same value, with integers inside containers that count. Top-level sizes stay plain."""
        return _swap(value, _counting_int(self), 0)


def _swap(value: object, number: Callable[[int], object], depth: int) -> object:
    kind = type(value)
    if kind is int and depth > 1:
        return number(value)  # type: ignore[arg-type]
    if kind is list:
        return [_swap(x, number, depth + 1) for x in value]  # type: ignore[attr-defined]
    if kind is tuple:
        return tuple(_swap(x, number, depth + 1) for x in value)  # type: ignore[attr-defined]
    if kind is dict:
        return {k: _swap(v, number, depth + 1) for k, v in value.items()}  # type: ignore[attr-defined]
    return _swap_structure(value, number, depth)


def _swap_structure(value: object, number: Callable[[int], object], depth: int) -> object:
    if isinstance(value, Chain):
        return Chain(tuple(_swap(x, number, depth + 2) for x in value.values), value.cycle, value.other)
    if isinstance(value, Tree):
        return Tree(tuple((_swap(x, number, depth + 2), left, right) for x, left, right in value.rows))
    if isinstance(value, Graph):
        return Graph(
            value.n, value.directed, tuple((u, v, _swap(w, number, depth + 2)) for u, v, w in value.edges)
        )
    return value


def _counting_int(counter: Counter) -> Callable[[int], object]:
    """A subclass of int bound to one counter. Results of arithmetic are plain: lines count the rest."""

    def counted(name: str) -> Callable[..., Any]:
        plain = getattr(int, name)

        def method(self: int, *others: Any) -> Any:
            counter.operations += 1
            return plain(self, *others)

        return method

    return type("int", (int,), {name: counted(name) for name in _COUNTED})


_COPIED = "__copied__"
_COPIES = {list, tuple, str, bytes, bytearray, set, frozenset, dict}
_COPYING_CALLS = {"list", "tuple", "set", "frozenset", "dict", "bytes", "bytearray"}
_COPYING_METHODS = {"copy", "join", "split", "replace"}
_WHOLE = ("reverse",)
_MOVING = (*_WHOLE, "pop", "insert", "remove")


def watched(source: str, filename: str) -> ast.Module:
    """The same module, in which what makes a copy of its data passes through a counter.

    SyntaxError, ValueError, RecursionError: as `compile`.
    """
    vars(builtins)[_COPIED] = lambda value: value  # until something is counted
    tree: ast.Module = _Copies().visit(ast.parse(source, filename))
    return ast.fix_missing_locations(tree)


class _Copies(ast.NodeTransformer):
    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        sliced = isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load)
        return _passed(node) if sliced else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        return _passed(node) if isinstance(node.op, (ast.Add, ast.Mult)) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        self.generic_visit(node)
        return _passed(node)

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.FormattedValue:
        node.value = self.visit(node.value)
        return node  # its format is a JoinedStr that must stay one

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        named = isinstance(node.func, ast.Name) and node.func.id in _COPYING_CALLS
        method = isinstance(node.func, ast.Attribute) and node.func.attr in _COPYING_METHODS
        return _passed(node) if named or method else node

    def visit_match_case(self, node: ast.match_case) -> ast.match_case:
        node.body = [self.visit(statement) for statement in node.body]
        return node  # patterns hold expressions that must stay as they are


def _passed(node: ast.expr) -> ast.expr:
    name = ast.copy_location(ast.Name(_COPIED, ast.Load()), node)
    return ast.copy_location(ast.Call(name, [node], []), node)


_COUNTED = (
    *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__"),
    *("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__"),
)
