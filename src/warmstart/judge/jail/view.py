"""What jailed code may read: the standard library, shared libraries, a stack's packages; no more."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import escape, glob
from pathlib import PurePosixPath

from warmstart.judge.jail.error import JailError

_MOST_LINKS = 40


@dataclass(frozen=True)
class View:
    """Absolute paths of files and directories. A directory counts with all beneath, except that
    site-packages and dist-packages inside a standard library stay closed: packs with their answers
    may be installed there. A package in them is opened by its own path."""

    readable: tuple[str, ...]


@dataclass(frozen=True)
class Resolved:
    """A view without symbolic links: real paths, outer before inner, and the links that lead to them.

    hidden: directories inside readable ones that are not; of both kinds the innermost decides.
    """

    readable: tuple[str, ...]
    hidden: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def standard_view(extra: Sequence[str] = ()) -> View:
    """The standard library of this interpreter and what its extension modules load, and `extra`."""
    library = os.path.dirname(os.__file__)
    paths = [library, _dynload(), *_shared_libraries(), "/usr/share/zoneinfo", *extra]
    return View(tuple(dict.fromkeys(path for path in paths if os.path.exists(path))))


def _dynload() -> str:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return os.path.join(sys.base_exec_prefix, sys.platlibdir, version, "lib-dynload")


def _shared_libraries() -> list[str]:
    """Where the dynamic linker looks: modules such as _ssl and _decimal are linked late."""
    machine = f"{os.uname().machine}-linux-gnu"
    return [
        f"/lib/{machine}",
        f"/usr/lib/{machine}",
        "/lib64",
        "/usr/lib64",
        "/etc/ld.so.cache",
        *sorted(glob("/lib/ld-musl-*")),
        *sorted(glob(os.path.join(escape(sys.base_prefix), "lib", "libpython*.so*"))),
    ]


def _site_directories() -> Iterator[str]:
    for parent in {
        os.path.dirname(os.__file__),
        os.path.dirname(_dynload()),
        *sorted(glob("/usr/lib64/python3*")),
    }:
        for name in ("site-packages", "dist-packages"):
            yield os.path.join(parent, name)


def resolve(view: View) -> Resolved:
    """Follow every link, remember the way. JailError: a readable path is missing or runs in a ring."""
    links: dict[str, str] = {}
    readable = [_follow(path, links) for path in view.readable]
    hidden = {os.path.realpath(path) for path in _site_directories()} - set(readable)
    return Resolved(
        tuple(_needed(readable, hidden)),
        tuple(sorted(path for path in hidden if _within(path, readable) and os.path.isdir(path))),
        tuple(link for link in links.items() if not _within(link[0], readable)),
    )


def _follow(path: str, links: dict[str, str]) -> str:
    """Real path of `path`; each symbolic link on the way goes into `links`, with its target."""
    for _ in range(_MOST_LINKS):
        link = _first_link(path)
        if link is None:
            if not os.path.lexists(path):
                raise JailError(f"{path}: to be readable in the jail, but does not exist")
            return path
        links[link] = os.readlink(link)
        target = os.path.normpath(os.path.join(os.path.dirname(link), links[link]))
        path = os.path.normpath(target + path[len(link) :])
    raise JailError(f"{path}: a ring of symbolic links")


def _first_link(path: str) -> str | None:
    if not path.startswith("/"):
        raise JailError(f"{path}: want an absolute path")
    parts = PurePosixPath(path).parts
    prefixes = (os.path.join(*parts[: n + 1]) for n in range(1, len(parts)))
    return next((prefix for prefix in prefixes if os.path.islink(prefix)), None)


def _needed(readable: Iterable[str], hidden: set[str]) -> Iterator[str]:
    """Without those that another one already opens, outer before inner."""
    kept: list[str] = []
    for path in sorted(set(readable)):
        outer = _innermost(path, kept)
        closed = _innermost(path, hidden)
        if outer is None or (closed is not None and len(closed) > len(outer)):
            kept.append(path)
            yield path


def _innermost(path: str, others: Iterable[str]) -> str | None:
    return max((o for o in others if _within(path, [o])), key=len, default=None)


def _within(path: str, others: Iterable[str]) -> bool:
    return any(path == other or path.startswith(other.rstrip("/") + "/") for other in others)
