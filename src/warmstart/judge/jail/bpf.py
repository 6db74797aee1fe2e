"""Decisions about system calls, assembled into classic BPF as a balanced tree.

A filter runs at each system call, and the kernel dry-runs it once for each of some 450 numbers when
it is loaded: a list of 150 comparisons costs half a millisecond there, a tree of them a tenth.
Source: Linux, Documentation/userspace-api/seccomp_filter.rst; include/uapi/linux/{filter,seccomp}.h.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000


def refuse(errno: int) -> int:
    """The call does not happen and reports `errno`: a readable exception in Python."""
    return 0x00050000 | errno


LOW_HALF = 0xFFFFFFFF


class Argument(NamedTuple):
    """Passes where `argument[number] & mask` is one of `values`.

    wide: the upper 32 bits must be zero too. Leave it off only where the kernel reads an int: it
    drops the upper half itself, so whatever stands there means nothing.
    """

    number: int
    values: tuple[int, ...]
    mask: int = LOW_HALF
    wide: bool = False


class Rule(NamedTuple):
    """Allowed where every check of one of the `alternatives` passes; else `otherwise`."""

    alternatives: tuple[tuple[Argument, ...], ...]
    otherwise: int


Leaf = int | Rule


class Instruction(NamedTuple):
    """struct sock_filter."""

    code: int
    jt: int
    jf: int
    k: int


_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_JUMP, _JUMP_EQUAL, _JUMP_GREATER_EQUAL = 0x05, 0x15, 0x35
_LONGEST_BRANCH = 255
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16


class Decisions:
    """A leaf for every system call number: `leaves` by number, `default` for the rest.

    foreign: numbers from here on kill, whatever they are.
    """

    def __init__(self, leaves: Mapping[int, Leaf], default: Leaf, foreign: int | None = None) -> None:
        starts: dict[int, Leaf] = {0: default}
        for number in sorted(leaves):
            starts[number] = leaves[number]
            starts[number + 1] = default
        if foreign is not None:
            starts[foreign] = KILL_PROCESS
        self._runs = _merged(sorted(starts.items(), key=lambda run: run[0]))

    @property
    def runs(self) -> Sequence[tuple[int, Leaf]]:
        """First number and leaf of each stretch of numbers that share a leaf, ascending from 0."""
        return self._runs

    def leaf(self, number: int) -> Leaf:
        return self._runs[bisect_right(self._runs, number, key=lambda run: run[0]) - 1][1]


def _merged(runs: Sequence[tuple[int, Leaf]]) -> list[tuple[int, Leaf]]:
    kept: list[tuple[int, Leaf]] = []
    for start, leaf in runs:
        if not kept or kept[-1][1] != leaf:
            kept.append((start, leaf))
    return kept


def assemble(decisions: Decisions, audit_architecture: int) -> list[Instruction]:
    """The filter. Calls of any other architecture (int 0x80 on x86_64) kill the process."""
    return [
        _load(_ARCHITECTURE_AT),
        Instruction(_JUMP_EQUAL, 1, 0, audit_architecture),
        _return(KILL_PROCESS),
        _load(_NUMBER_AT),
        *_tree(decisions.runs),
    ]


def _tree(runs: Sequence[tuple[int, Leaf]]) -> list[Instruction]:
    if len(runs) == 1:
        return _leaf(runs[0][1])
    middle = len(runs) // 2
    below, above = _tree(runs[:middle]), _tree(runs[middle:])
    return [*_branch(runs[middle][0], len(below)), *below, *above]


def _branch(number: int, below: int) -> list[Instruction]:
    if below <= _LONGEST_BRANCH:
        return [Instruction(_JUMP_GREATER_EQUAL, below, 0, number)]
    return [Instruction(_JUMP_GREATER_EQUAL, 0, 1, number), Instruction(_JUMP, 0, 0, below)]


def _leaf(leaf: Leaf) -> list[Instruction]:
    if isinstance(leaf, int):
        return [_return(leaf)]
    blocks = [i for checks in leaf.alternatives for i in _alternative(checks)]
    return [*blocks, _return(leaf.otherwise)]


def _alternative(checks: Sequence[Argument]) -> list[Instruction]:
    """Returns ALLOW, or falls out of its end."""
    block = [_return(ALLOW)]
    for check in reversed(checks):
        block = [*_check(check, len(block)), *block]
    return block


def _check(check: Argument, rest: int) -> list[Instruction]:
    """Falls through to the `rest` instructions after it where it passes, else skips them."""
    upper = [_load(_at(check.number) + 4), Instruction(_JUMP_EQUAL, 0, rest, 0)] if check.wide else []
    last = len(check.values) - 1
    equal = [
        Instruction(_JUMP_EQUAL, last - i, rest + len(upper) if i == last else 0, value)
        for i, value in enumerate(check.values)
    ]
    mask = [] if check.mask == LOW_HALF else [Instruction(_AND, 0, 0, check.mask)]
    return [_load(_at(check.number)), *mask, *equal, *upper]


def _at(number: int) -> int:
    """Where the lower half of an argument stands: both architectures are little-endian."""
    return _ARGUMENTS_AT + 8 * number


def _load(offset: int) -> Instruction:
    return Instruction(_LOAD, 0, 0, offset)


def _return(action: int) -> Instruction:
    return Instruction(_RETURN, 0, 0, action)
