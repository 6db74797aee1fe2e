"""Calling the Linux kernel without a dependency: `invoke` by name, on the architectures we know."""

import ctypes
import os
import sys
from dataclasses import dataclass

from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.syscalls import NUMBERS

EINVAL, EPERM, ENOSYS = 22, 1, 38


@dataclass(frozen=True, slots=True)
class Architecture:
    """column: of `NUMBERS`. audit: what seccomp calls it. foreign: first number that is not native
    (x86_64 also takes x32 numbers, the same calls with another pointer size, from 0x40000000 on)."""

    name: str
    column: int
    audit: int
    foreign: int | None = None

    def number(self, name: str) -> int | None:
        return NUMBERS[name][self.column]


ARCHITECTURES = {
    "x86_64": Architecture("x86_64", 0, 0xC000003E, 0x40000000),
    "aarch64": Architecture("aarch64", 1, 0xC00000B7),
}


def architecture() -> Architecture:
    """This machine's. JailError: one without a table, or a 32-bit Python."""
    name = os.uname().machine
    if sys.platform != "linux" or name not in ARCHITECTURES or sys.maxsize < 2**32:
        raise JailError(f"no jail for {sys.platform} on {name}")
    return ARCHITECTURES[name]


_LIBC = ctypes.CDLL(None, use_errno=True)
_SYSCALL = _LIBC.syscall
_SYSCALL.restype = ctypes.c_long


def invoke(step: str, name: str, *arguments: object) -> int:
    """Result of system call `name`. Numbers, None (NULL), bytes (a C string), ctypes pointers.

    JailError: the kernel refused; `step` says what it refused.
    """
    number = architecture().number(name)
    if number is None:
        raise JailError(step, ENOSYS)
    result: int = _SYSCALL(ctypes.c_long(number), *[_word(a) for a in arguments])
    if result == -1:
        raise JailError(step, ctypes.get_errno())
    return result


def _word(argument: object) -> object:
    """As wide as a register: a plain int would leave the upper half of a variadic argument undefined."""
    if argument is None:
        return ctypes.c_long(0)
    if isinstance(argument, int):
        return ctypes.c_ulong(argument & 0xFFFFFFFFFFFFFFFF)
    if isinstance(argument, bytes):
        return ctypes.c_char_p(argument)
    return argument


def control(step: str, option: int, *arguments: int) -> int:
    """prctl, with the unused arguments zero as newer options demand."""
    return invoke(step, "prctl", option, *arguments, *(0,) * (4 - len(arguments)))
