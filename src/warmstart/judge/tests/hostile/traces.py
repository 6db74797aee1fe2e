"""What a catalogue may not leave behind: processes, descriptors, files."""

import ctypes
import os
import select
from collections.abc import Iterator
from pathlib import Path

_SUBREAPER = 36
_PLACES = ("/", "/tmp", "/var/tmp", "/dev/shm", "/dev", "/run", "/usr/lib/python3.11")
SECONDS_TO_END = 5.0
MARK = "warmstart-hostile"
"""Every entry that writes a file names it so."""


def adopt_orphans() -> None:
    """From now on a daemon that lost its parent becomes a child of ours, so that it is seen."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def children() -> list[int]:
    """Direct children of all our threads, zombies of others' making reaped first."""
    found: list[int] = []
    for task in os.listdir("/proc/self/task"):
        found += map(int, Path(f"/proc/self/task/{task}/children").read_text().split())
    return found


def left_behind(descriptors_before: int) -> Iterator[str]:
    """To be asked once the judge is closed; a zygote that was just killed is given a moment."""
    alive = {pid: what for pid, what in _alive(children()).items() if not _ends(pid)}
    if alive:
        yield f"processes are left: {alive}"
    if descriptors() != descriptors_before:
        yield f"{descriptors()} descriptors are open, {descriptors_before} were"
    yield from (f"a file is left: {path}" for path in _marked())


def _ends(pid: int) -> bool:
    """Whether it is gone, or is so within seconds."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], SECONDS_TO_END)[0])
    finally:
        os.close(process)


def _alive(pids: list[int]) -> dict[int, str]:
    """Those that are no zombies, with what they are."""
    found = {}
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state != "Z":
                found[pid] = Path(f"/proc/{pid}/cmdline").read_bytes()[:80].decode(errors="replace")
        except OSError:
            continue
    return found


def _marked() -> list[str]:
    places = {*_PLACES, os.getcwd(), os.path.expanduser("~"), os.path.dirname(os.__file__)}
    return sorted(
        os.path.join(place, name)
        for place in places
        if os.path.isdir(place) and os.access(place, os.R_OK)
        for name in os.listdir(place)
        if name.startswith(MARK)
    )
