"""Landlock: an allow-list of files that needs no privilege. Denies all writing, TCP, and signals and
abstract sockets out of the jail, as far as the kernel knows how.

Source: Linux, Documentation/userspace-api/landlock.rst; include/uapi/linux/landlock.h.
"""

import ctypes
import os
import stat

from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.kernel import invoke
from warmstart.judge.jail.view import Resolved

_WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 14
# Bits that an ABI version knows: 1 up to MAKE_SYM, then REFER, TRUNCATE, and IOCTL_DEV with the fifth.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_TCP_RIGHTS = 0b11
_SCOPES = 0b11
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_O_PATH = 0o10000000
_DEVICES = {
    "/dev/null": _READ_FILE | _WRITE_FILE | _TRUNCATE,
    "/dev/zero": _READ_FILE,
    "/dev/urandom": _READ_FILE,
}

HANDLES_TRUNCATE = 3
"""Before this ABI, opening for reading with O_TRUNC empties a file that the user may write."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("tcp", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("descriptor", ctypes.c_int32))


def abi() -> int:
    """Version that this kernel has; 0: none, or switched off."""
    try:
        return invoke("asking for Landlock", "landlock_create_ruleset", None, 0, _VERSION_FLAG)
    except JailError:
        return 0


def restrict(view: Resolved) -> int:
    """Close everything but `view`, for ever. Needs no_new_privs. The ABI version used."""
    version = abi()
    if not version:
        raise JailError("Landlock: this kernel has none")
    files = (1 << _FILE_RIGHTS[min(version, max(_FILE_RIGHTS))]) - 1
    ruleset = _create(files, version)
    try:
        for path, rights in _allowed(view).items():
            _allow(ruleset, path, rights & files)
        invoke("Landlock: restrict", "landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)
    return version


def _create(files: int, version: int) -> int:
    attributes = _Ruleset(files, _TCP_RIGHTS if version >= 4 else 0, _SCOPES if version >= 6 else 0)
    # An older kernel refuses a longer structure than it knows unless the rest is zero; then it takes it.
    return invoke(
        "Landlock: create the rules",
        "landlock_create_ruleset",
        ctypes.byref(attributes),
        ctypes.sizeof(attributes),
        0,
    )


def _allowed(view: Resolved) -> dict[str, int]:
    """Rights by path. Rules only add up, so a directory with something hidden in it is opened child by
    child; it can be listed as a whole, the hidden part too, but nothing in there can be read."""
    allowed = {path: rights for path, rights in _DEVICES.items() if os.path.exists(path)}
    for path in view.readable:
        _open_around(path, view.hidden, allowed)
    return allowed


def _open_around(path: str, hidden: tuple[str, ...], allowed: dict[str, int]) -> None:
    if path in hidden or os.path.islink(path):
        return
    if not any(other.startswith(path + "/") for other in hidden):
        allowed[path] = _READ_FILE | _READ_DIR
        return
    allowed[path] = _READ_DIR
    for name in os.listdir(path):
        _open_around(os.path.join(path, name), hidden, allowed)


def _allow(ruleset: int, path: str, rights: int) -> None:
    descriptor = os.open(path, _O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= ~_READ_DIR
        rule = _PathBeneath(rights, descriptor)
        invoke(f"Landlock: allow {path}", "landlock_add_rule", ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)
