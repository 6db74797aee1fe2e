"""The jail of macOS: limits, and a sandbox profile that forbids all but reading a stack's files.

`sandbox_init` closes the calling process for good, and what it starts. It is marked deprecated since 2011 and
is what browsers use. Untested by us: nobody here has a Mac. Source: sandbox_init(3); the profile language is
not documented by Apple, its words here are those of the system's own profiles in /System/Library/Sandbox.
"""

import ctypes
import os
import resource
import sys

from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.view import Resolved, View, resolve

MIB = 2**20

_SYSTEM = ("/usr/lib", "/System/Library", "/usr/share/zoneinfo", "/private/var/db/dyld")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")

LIMITS = (
    (resource.RLIMIT_FSIZE, 0),  # nothing may be written
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_MEMLOCK, 0),
    (resource.RLIMIT_NOFILE, 64),
    (resource.RLIMIT_STACK, 8 * MIB),
)
"""By name: macOS numbers them otherwise than Linux. None on CPU time, as for other workers: the parent reads
the clock and kills."""


def profile(view: View) -> str:
    """The sandbox profile for a stack: the last rule that fits an action decides.

    Paths are those without symbolic links, which is what the kernel compares. That a file exists can be
    found out: without metadata, Python's own imports fail.
    """
    resolved = resolve(View((*view.readable, *_libraries())))
    return "\n".join(
        (
            "(version 1)",
            "(deny default)",
            "(allow file-read-metadata)",
            "(allow sysctl-read)",
            "(allow process-info* (target self))",
            "(allow signal (target self))",
            _reading(resolved),
            *(f"(deny file-read-data {_subpath(path)})" for path in resolved.hidden),
            *(f"(allow file-read* {_subpath(path)})" for path in _inside(resolved)),
            "",
        )
    )


def _reading(view: Resolved) -> str:
    trees = [_subpath(path) for path in (*_SYSTEM, *view.readable)]
    devices = [f"(literal {_quoted(path)})" for path in _DEVICES]
    return f"(allow file-read* {' '.join([*trees, *devices])})"


def _libraries() -> list[str]:
    """What modules that are loaded late are linked to lies beside the standard library."""
    place = os.path.join(sys.base_prefix, "lib")
    return [place] if sys.platform == "darwin" and os.path.isdir(place) else []


def _inside(view: Resolved) -> list[str]:
    """Packages of the stack beneath site-packages, which as a whole stays closed."""
    return [path for path in view.readable if any(path.startswith(closed + "/") for closed in view.hidden)]


def _subpath(path: str) -> str:
    return f"(subpath {_quoted(path)})"


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def limit() -> None:
    """Soft and hard. Values above an inherited hard limit keep it."""
    for kind, value in LIMITS:
        hard = resource.getrlimit(kind)[1]
        least = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (least, least))


def seal(text: str) -> None:
    """Enter the sandbox of this profile, for ever. JailError: not macOS, or the profile was refused."""
    if sys.platform != "darwin":
        raise JailError(f"T4: sandbox_init needs macOS, not {sys.platform}")
    system = ctypes.CDLL("/usr/lib/libSystem.B.dylib")
    system.sandbox_init.argtypes = (ctypes.c_char_p, ctypes.c_uint64, ctypes.POINTER(ctypes.c_char_p))
    reason = ctypes.c_char_p()
    os.chdir("/")
    if system.sandbox_init(text.encode(), 0, ctypes.byref(reason)) != 0:
        told = (reason.value or b"no reason given").decode("utf-8", "replace")
        raise JailError(f"T4: sandbox_init refused the profile: {told}")
