"""Loading a filter into the kernel."""

import ctypes
from collections.abc import Mapping, Sequence

from warmstart.judge.jail.bpf import Instruction, Leaf, assemble
from warmstart.judge.jail.kernel import architecture, invoke
from warmstart.judge.jail.policy import OWN_PID, decisions

_SET_MODE_FILTER = 1


class _SockFilter(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("jt", ctypes.c_uint8),
        ("jf", ctypes.c_uint8),
        ("k", ctypes.c_uint32),
    )


class _SockFprog(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_SockFilter)))


class Filter:
    """A filter ready to load: assembled before the fork, so that a worker only writes its pid in."""

    def __init__(self, instructions: Sequence[Instruction]) -> None:
        self._array = (_SockFilter * len(instructions))(*[_SockFilter(*i) for i in instructions])
        self._program = _SockFprog(len(instructions), self._array)
        self._pids = [n for n, i in enumerate(instructions) if i.k == OWN_PID]

    def load(self, step: str, own_pid: int) -> None:
        """Bind this thread, and what it starts, for ever. Needs no_new_privs."""
        for n in self._pids:
            self._array[n].k = own_pid
        invoke(step, "seccomp", _SET_MODE_FILTER, 0, ctypes.byref(self._program))


def build(rules: Mapping[str, Leaf]) -> Filter:
    """The filter for this machine's architecture."""
    here = architecture()
    return Filter(assemble(decisions(rules, here), here.audit))
