"""A classic BPF machine, as far as our filters use one: what the kernel would answer."""

import struct
from collections.abc import Sequence

from warmstart.judge.jail.bpf import Instruction

LONGEST = 4096
"""Instructions that the kernel takes in one filter."""


def answer(
    program: Sequence[Instruction], audit_architecture: int, number: int, arguments: Sequence[int]
) -> int:
    """The action for one system call. AssertionError: the program is none that a kernel would load."""
    data = struct.pack("<IIQ6Q", number, audit_architecture, 0, *arguments)
    accumulator, at = 0, 0
    while True:
        code, jt, jf, k = program[at]
        at += 1
        match code:
            case 0x20:
                assert k % 4 == 0
                assert k < len(data)
                (accumulator,) = struct.unpack_from("<I", data, k)
            case 0x54:
                accumulator &= k
            case 0x15:
                at += jt if accumulator == k else jf
            case 0x35:
                at += jt if accumulator >= k else jf
            case 0x05:
                at += k
            case 0x06:
                return k
            case _:
                raise AssertionError(f"instruction {code:#x} is none of ours")


def loadable(program: Sequence[Instruction]) -> bool:
    """What the kernel checks besides: fields in their widths, jumps inside, a return at the end."""
    return (
        0 < len(program) <= LONGEST
        and program[-1].code == 0x06
        and all(
            max(i.jt, i.jf) < 256
            and i.k < 2**32
            and at + 1 + max(i.jt, i.jf, i.k if i.code == 5 else 0) < len(program)
            for at, i in enumerate(program[:-1])
        )
    )
