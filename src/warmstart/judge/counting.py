"""Work that a submission does, counted inside its worker: lines that run, and what is done to its numbers.

Lines alone do not see `sorted`, `in` or `heapq`, which run in C; integers that count how often they are
compared, added and hashed do. Counts repeat exactly, whatever else the machine does.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from warmstart.judge.structures import Chain, Graph, Tree


class Counter:
    """Lines that ran in files of one name, and operations on numbers."""

    def __init__(self, filename: str) -> None:
        self._filename = filename
        self.lines = 0
        self.operations = 0

    @property
    def total(self) -> int:
        return self.lines + self.operations

    def run(self, call: Callable[[object], object], argument: object, *, numbers: bool) -> None:
        """Call once, counting. numbers: swap the integers of the argument for counting ones."""
        given = self._counting(argument) if numbers else argument
        sys.settrace(self._enter)
        try:
            call(given)
        finally:
            sys.settrace(None)

    def _enter(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._line if frame.f_code.co_filename == self._filename else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.lines += 1
        return self._line

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


_COUNTED = (
    *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__"),
    *("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__"),
)
