"""A root directory that holds the view and nothing else. For a process in its own mount namespace."""

import ctypes
import os

from warmstart.judge.jail.kernel import invoke
from warmstart.judge.jail.view import Resolved

_RDONLY, _NOSUID, _NODEV, _NOEXEC = 1, 2, 4, 8
_BIND, _RECURSIVE, _PRIVATE, _DETACH = 4096, 16384, 1 << 18, 2
_AT_FDCWD = -100
_AT_RECURSIVE = 0x8000
_BEFORE = "/.before"
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
_ROOT_OPTIONS = b"size=1m,mode=0755"
_MASK_OPTIONS = b"size=4k,mode=0755"


class _MountAttributes(ctypes.Structure):
    _fields_ = (
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("namespace", ctypes.c_uint64),
    )


def enclose(view: Resolved) -> None:
    """Make a small read-only tree of the view's paths the root directory; the old one is gone after."""
    os.umask(0o022)  # parents such as /root must be passable, whoever runs this
    _swap_roots()
    for path in sorted([*view.readable, *view.hidden]):
        if path in view.hidden:
            _mount("tmpfs", path, "tmpfs", _NOSUID | _NODEV | _NOEXEC, _MASK_OPTIONS)
        else:
            _bind(path)
            _set(path, _NODEV)
    for link, target in view.links:
        os.makedirs(os.path.dirname(link), exist_ok=True)
        os.symlink(target, link)
    for path in filter(_existed, _DEVICES):
        _bind(path)  # never nodev: these are devices. Read-only mounts do not stop writing to /dev/null.
    invoke("unmount the old root", "umount2", _BEFORE.encode(), _DETACH)
    os.rmdir(_BEFORE)
    _set("/", _RDONLY | _NOSUID)


def _swap_roots() -> None:
    """A new tmpfs as root, the old root below it at `_BEFORE`, nothing of it seen by the outside.

    Mounted over an ordinary directory, which shows its own content again once the tmpfs has moved.
    """
    place = next(path for path in ("/tmp", "/var", "/usr") if os.path.isdir(path))  # noqa: S108
    _mount("none", "/", None, _RECURSIVE | _PRIVATE, None)
    _mount("tmpfs", place, "tmpfs", _NOSUID | _NODEV | _NOEXEC, _ROOT_OPTIONS)
    os.mkdir(place + _BEFORE, 0o700)
    invoke("pivot_root", "pivot_root", place.encode(), (place + _BEFORE).encode())
    os.chdir("/")


def _existed(path: str) -> bool:
    return os.path.lexists(_BEFORE + path)


def _bind(path: str) -> None:
    """Show the old root's `path` at the same place, with all that is mounted beneath: a user namespace
    may not take mounts apart that it did not make."""
    if os.path.isdir(_BEFORE + path):
        os.makedirs(path, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY | os.O_CLOEXEC, 0o644))
    _mount(_BEFORE + path, path, None, _BIND | _RECURSIVE, None)


def _set(path: str, attributes: int) -> None:
    """Add mount flags to `path` and all mounts beneath it (Linux 5.12). Only adding needs no care for
    flags that a user namespace has locked."""
    wanted = _MountAttributes(attributes)
    invoke(
        f"make {path} read-only" if attributes & _RDONLY else f"no devices beneath {path}",
        "mount_setattr",
        _AT_FDCWD,
        os.fsencode(path),
        _AT_RECURSIVE,
        ctypes.byref(wanted),
        ctypes.sizeof(wanted),
    )


def _mount(source: str, target: str, kind: str | None, flags: int, options: bytes | None) -> None:
    invoke(
        f"mount {target}",
        "mount",
        os.fsencode(source),
        os.fsencode(target),
        None if kind is None else kind.encode(),
        flags,
        options,
    )
