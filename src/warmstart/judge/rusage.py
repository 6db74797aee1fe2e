"""CPU time and memory of a child on macOS, which has no /proc: libproc's proc_pid_rusage.

Untested by us, but for the layout: nobody here has a Mac. Source: XNU, bsd/sys/resource.h, rusage_info_v4.
"""

import ctypes
import sys
from dataclasses import dataclass
from functools import cache
from struct import unpack_from

_FLAVOUR = 4
_SIZE = 512
"""Of the buffer; the kernel fills in what this flavour has, some 300 bytes."""
_USER_TIME, _SYSTEM_TIME, _FOOTPRINT, _MOST_EVER = 16, 24, 72, 240
"""Offsets in bytes: 16 of an id, then words of 8."""


@dataclass(frozen=True, slots=True)
class Usage:
    """cpu: seconds, of all threads. footprint: bytes now; most: since the process began."""

    cpu: float
    footprint: int
    most: int


def read_usage(buffer: bytes, seconds_a_tick: float) -> Usage:
    """What a rusage_info_v4 says; its times are in ticks of the machine's own clock."""
    (user,) = unpack_from("=Q", buffer, _USER_TIME)
    (system,) = unpack_from("=Q", buffer, _SYSTEM_TIME)
    (footprint,) = unpack_from("=Q", buffer, _FOOTPRINT)
    (most,) = unpack_from("=Q", buffer, _MOST_EVER)
    return Usage((user + system) * seconds_a_tick, footprint, most)


def usage_of(pid: int) -> Usage | None:
    """None: it has ended, or this is not macOS."""
    if sys.platform != "darwin":
        return None
    system, buffer = ctypes.CDLL("/usr/lib/libSystem.B.dylib"), ctypes.create_string_buffer(_SIZE)
    if system.proc_pid_rusage(pid, _FLAVOUR, buffer) != 0:
        return None
    return read_usage(buffer.raw, _seconds_a_tick())


@cache
def _seconds_a_tick() -> float:
    """A nanosecond on Intel; 125/3 of them on Apple silicon."""
    ratio = (ctypes.c_uint32 * 2)()
    ctypes.CDLL("/usr/lib/libSystem.B.dylib").mach_timebase_info(ratio)
    return ratio[0] / ratio[1] / 1e9
