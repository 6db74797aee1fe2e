"""Namespaces: processes, network, mounts, IPC and names of one's own."""

import os

from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.kernel import EPERM, invoke

_MOUNT, _NAMES, _IPC, _USER, _PROCESSES, _NETWORK = (
    0x00020000,
    0x04000000,
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_OTHERS = _MOUNT | _NAMES | _IPC | _PROCESSES | _NETWORK

NOBODY = 65534
"""uid and gid that jailed code has, as it sees itself and, where root started us, as all see it."""


def enter_namespaces() -> None:
    """Step into new namespaces; the next fork's child is pid 1 of the process namespace.

    Real root needs no user namespace, and in the host's own it can become another user for good.
    An ordinary user may make the others only together with a user namespace, in one call, and so
    may a root whose container withholds CAP_SYS_ADMIN. JailError: this machine forbids it.
    """
    if os.geteuid() == 0 and _unshared_as_root():
        return
    uid, gid = os.geteuid(), os.getegid()
    invoke("unshare into a user namespace", "unshare", _USER | _OTHERS)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{NOBODY} {uid} 1")
    _write("/proc/self/gid_map", f"{NOBODY} {gid} 1")


def host_uid() -> int:
    """Who we are outside of our user namespace; before /proc is gone."""
    uid = os.geteuid()
    with open("/proc/self/uid_map") as entries:
        for entry in entries:
            inside, outside, count = map(int, entry.split())
            if inside <= uid < inside + count:
                return outside + uid - inside
    return uid


def _unshared_as_root() -> bool:
    try:
        invoke("unshare", "unshare", _OTHERS)
    except JailError as error:
        if error.errno != EPERM:
            raise
        return False
    return True


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w") as file:
            file.write(text)
    except OSError as error:
        raise JailError(f"{path}: write {text!r}", error.errno or 0) from error
