"""What a process and everything below it holds in memory, as the whole machine pays for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_KIB = re.compile(rb"^(Pss|VmRSS):\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Footprint:
    """MiB over all processes. `meter`: "PSS", pages shared among them counted once; or "RSS" where some
    of them cannot be told that way, and what a worker shares with its zygote is counted for both."""

    mib: float
    processes: int
    meter: str


def footprint(pid: int) -> Footprint:
    """Of `pid` and its descendants, as far as they still run."""
    pids = [pid, *_below(pid)]
    shared = [_kib(p, "smaps_rollup") for p in pids]
    if None not in shared:
        return _sum(shared, "PSS")
    return _sum([_kib(p, "status") for p in pids], "RSS")


def _sum(sizes: Sequence[int | None], meter: str) -> Footprint:
    known = [size for size in sizes if size is not None]
    return Footprint(sum(known) / 1024, len(known), meter)


def _kib(pid: int, file: str) -> int | None:
    try:
        match = _KIB.search(Path(f"/proc/{pid}/{file}").read_bytes())
    except OSError:  # another user's, an old kernel, or ended
        return None
    return None if match is None else int(match[2])


def _below(pid: int) -> Iterator[int]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
        except OSError:  # ended meanwhile
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    waiting = [pid]
    while waiting:
        found = children.get(waiting.pop(), [])
        waiting += found
        yield from found
