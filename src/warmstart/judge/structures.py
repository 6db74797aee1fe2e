"""Structured values that a case may hold beside plain data: lists with links, trees, graphs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chain:
    """A linked list as data. `cycle`: index at which the tail re-enters, or None.

    `other[i]`: index of the node that node i's extra pointer names, or None.
    """

    values: tuple[object, ...]
    cycle: int | None = None
    other: tuple[int | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """A binary tree as rows `(value, left row, right row)`; row 0 is the root, -1 is none.

    Flat, because a chain of 10^5 nodes must not recurse in any decoder.
    """

    rows: tuple[tuple[object, int, int], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """`n` nodes numbered from 0 and edges `(u, v, weight)`."""

    n: int
    directed: bool
    edges: tuple[tuple[int, int, object], ...]


@dataclass(frozen=True, slots=True)
class Raises:
    """In place of a result: the call raised an exception of this class name."""

    name: str
