"""The kinds of change: what a slip of a person's mind or finger would do to one node."""

import ast
import math
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import TypeAlias

NOTHING = "nothing"

Placed: TypeAlias = ast.expr | ast.stmt


@dataclass(frozen=True, slots=True)
class Change:
    """Put `code` where `node` stands. `old`, `new`: what a label shows of it."""

    node: Placed
    code: str
    old: str
    new: str


def changes_of(node: ast.AST) -> Iterator[Change]:
    """All changes of this one node; its children have their own."""
    for kinds, function in _KINDS:
        if isinstance(node, kinds):
            yield from function(node)


_OPERATORS: Mapping[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.And: "and",
    ast.Or: "or",
    ast.USub: "-",
    ast.Not: "not",
    ast.Invert: "~",
}

_COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}

_ARITHMETIC: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}

_NAMES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "argmin": "argmax",
    "argmax": "argmin",
    "minimum": "maximum",
    "maximum": "minimum",
    "floor": "ceil",
    "ceil": "floor",
    "popleft": "pop",
    "appendleft": "append",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
}


def _sign(operator: ast.AST) -> str:
    return _OPERATORS[type(operator)]


def _whole(node: Placed, new: ast.AST) -> Change:
    """`node` replaced, with both shown in full."""
    return Change(node, _code(new), ast.unparse(node), ast.unparse(new))


_ATOMS = (ast.Name, ast.Constant, ast.Attribute, ast.Subscript, ast.Call, ast.Slice, ast.List, ast.stmt)


def _code(node: ast.AST) -> str:
    """Source that keeps its meaning wherever it is put; a negative number is no atom either."""
    text = ast.unparse(node)
    return text if isinstance(node, _ATOMS) and not text.startswith("-") else f"({text})"


def _compare(node: ast.Compare) -> Iterator[Change]:
    for index, operator in enumerate(node.ops):
        new = copy(node)
        new.ops = [*node.ops[:index], _COMPARISONS[type(operator)](), *node.ops[index + 1 :]]
        yield Change(node, _code(new), _sign(operator), _sign(new.ops[index]))


def _arithmetic(node: ast.BinOp) -> Iterator[Change]:
    new = copy(node)
    new.op = _ARITHMETIC[type(node.op)]()
    yield Change(node, _code(new), _sign(node.op), _sign(new.op))


def _operand_dropped(node: ast.BinOp) -> Iterator[Change]:
    yield _whole(node, node.left)


def _augmented(node: ast.AugAssign) -> Iterator[Change]:
    new = copy(node)
    new.op = _ARITHMETIC[type(node.op)]()
    yield Change(node, _code(new), _sign(node.op) + "=", _sign(new.op) + "=")


def _logic(node: ast.BoolOp) -> Iterator[Change]:
    new = copy(node)
    new.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield Change(node, _code(new), _sign(node.op), _sign(new.op))


def _condition_dropped(node: ast.BoolOp) -> Iterator[Change]:
    for index, value in enumerate(node.values):
        rest = [*node.values[:index], *node.values[index + 1 :]]
        new = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield Change(node, _code(new), f"{_sign(node.op)} {ast.unparse(value)}", NOTHING)


def _sign_dropped(node: ast.UnaryOp) -> Iterator[Change]:
    if not isinstance(node.op, ast.UAdd):
        yield Change(node, _code(node.operand), _sign(node.op), NOTHING)


def _constant(node: ast.Constant) -> Iterator[Change]:
    for other in _slips(node.value):
        if type(other) is bool or other != node.value:
            yield Change(node, _code(ast.Constant(other)), repr(node.value), repr(other))


def _slips(value: object) -> list[bool | int | float | str]:
    match value:
        case bool():
            return [not value]
        case int() | float() if math.isfinite(value):
            return [value + 1, value - 1]
        case str():
            return ["" if value else "?"]
        case _:
            return []


def _test_fixed(node: ast.If | ast.IfExp | ast.While | ast.comprehension) -> Iterator[Change]:
    tests = node.ifs if isinstance(node, ast.comprehension) else [node.test]
    for test in tests:
        if not isinstance(test, ast.Constant):
            # a loop fixed to True only ever runs out of time
            for outcome in (False,) if isinstance(node, ast.While) else (True, False):
                yield _whole(test, ast.Constant(outcome))


def _statement_deleted(node: ast.stmt) -> Iterator[Change]:
    if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        yield _whole(node, ast.Pass())


def _jump(node: ast.Break | ast.Continue) -> Iterator[Change]:
    yield _whole(node, ast.Continue() if isinstance(node, ast.Break) else ast.Break())


def _nothing_returned(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield _whole(node, ast.Return(ast.Constant(None)))


def _keyword_dropped(node: ast.Call) -> Iterator[Change]:
    for index, keyword in enumerate(node.keywords):
        new = copy(node)
        new.keywords = [*node.keywords[:index], *node.keywords[index + 1 :]]
        yield Change(node, _code(new), ast.unparse(keyword), NOTHING)


def _name_swapped(node: ast.Call) -> Iterator[Change]:
    function = node.func
    if isinstance(function, ast.Name) and function.id in _NAMES:
        new = _NAMES[function.id]
        yield Change(function, new, function.id, new)
    elif isinstance(function, ast.Attribute) and function.attr in _NAMES:
        swapped = copy(function)
        swapped.attr = _NAMES[function.attr]
        yield Change(function, _code(swapped), function.attr, swapped.attr)


def _bound_dropped(node: ast.Slice) -> Iterator[Change]:
    for bound in ("lower", "upper", "step"):
        if getattr(node, bound) is not None:
            new = copy(node)
            setattr(new, bound, None)
            yield _whole(node, new)


_KINDS: tuple[tuple[tuple[type[ast.AST], ...], Callable[..., Iterator[Change]]], ...] = (
    ((ast.Compare,), _compare),
    ((ast.BinOp,), _arithmetic),
    ((ast.BinOp,), _operand_dropped),
    ((ast.AugAssign,), _augmented),
    ((ast.BoolOp,), _logic),
    ((ast.BoolOp,), _condition_dropped),
    ((ast.UnaryOp,), _sign_dropped),
    ((ast.Constant,), _constant),
    ((ast.If, ast.IfExp, ast.While, ast.comprehension), _test_fixed),
    ((ast.Expr, ast.Assign, ast.AugAssign, ast.Delete, ast.Raise, ast.Assert), _statement_deleted),
    ((ast.Break, ast.Continue), _jump),
    ((ast.Return,), _nothing_returned),
    ((ast.Call,), _keyword_dropped),
    ((ast.Call,), _name_swapped),
    ((ast.Slice,), _bound_dropped),
)
