"""The two doors: `close_zygote` once a stack is warm, `narrow_worker` after each fork."""

import os
import resource
import stat
from collections.abc import Sequence
from dataclasses import dataclass

from warmstart.judge.jail import filesystem, landlock, limits, policy, privileges, seccomp
from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.kernel import control
from warmstart.judge.jail.limits import WorkerLimits
from warmstart.judge.jail.tier import Tier
from warmstart.judge.jail.view import View, resolve

_SET_PDEATHSIG, _SIGKILL = 1, 9


@dataclass(frozen=True, slots=True)
class Jailed:
    """The jail as it came out, and what a worker needs prepared before its fork.

    landlock: ABI version in force, 0: none. root: whether the process is still uid 0 (without
    capabilities), because nobody could not have read the view. pid: the zygote's own, as it sees it.
    """

    tier: Tier
    landlock: int
    root: bool
    pid: int
    _filter: seccomp.Filter
    _size: int

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on what is weaker than the tier promises."""
        lost = {
            "submitted code runs as uid 0, though without capabilities: "
            "nobody (65534) may not read this Python": self.root,
            "the kernel has no Landlock; namespaces alone close the files": (
                self.tier is Tier.T1 and not self.landlock
            ),
        }
        return tuple(note for note, holds in lost.items() if holds)

    def address_space(self) -> int:
        """Bytes that the zygote has mapped now: what a worker starts with."""
        return int(os.pread(self._size, 64, 0).split()[0]) * resource.getpagesize()


def close_zygote(tier: Tier, view: View) -> Jailed:
    """Lock this process in, for ever. JailError: it is not, or only half; exit.

    For T1 it must be the first child after `enter_namespaces`. One thread only (a filter binds the
    thread that loads it) and no open directory (a way out of the new root). Afterwards /proc is
    gone, files can only be read within `view`, and what the process can do is fork and narrow.
    """
    if tier not in (Tier.T1, Tier.T2, Tier.T3):
        raise JailError(f"{tier}: no jail of this kind here; want T1, T2 or T3")
    _check_alone()
    size = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    by_root = os.geteuid() == 0
    resolved = resolve(view)
    if tier is Tier.T1:
        if os.getpid() != 1:
            raise JailError("T1: want the first process of new namespaces")
        filesystem.enclose(resolved)
    os.chdir("/")
    root = privileges.drop(resolved.readable)
    privileges.seal(readable_by_owner=root or not by_root)
    if tier is Tier.T1:
        # The launcher is its parent, alone and single-threaded. Not in the other tiers: there the
        # signal would come when the *thread* that started us ends.
        control("die with the launcher", _SET_PDEATHSIG, _SIGKILL)
    version = landlock.restrict(resolved) if _wants_landlock(tier) else 0
    writable = tier is Tier.T1 or version >= landlock.HANDLES_TRUNCATE
    narrow = seccomp.build(policy.worker_rules(writable_opens=writable))
    seccomp.build(policy.zygote_rules(writable_opens=writable)).load("zygote filter", os.getpid())
    return Jailed(tier, version, root, os.getpid(), narrow, size)


def narrow_worker(jailed: Jailed, bounds: WorkerLimits) -> None:
    """Right after the fork: die with the zygote, take limits, give up forking and all signals but
    to oneself. JailError: `os._exit`, run nothing."""
    control("die with the zygote", _SET_PDEATHSIG, _SIGKILL)
    if os.getppid() != jailed.pid:
        raise JailError("the zygote is gone already")
    os.close(jailed._size)
    limits.apply(bounds)
    jailed._filter.load("worker filter", os.getpid())


def _wants_landlock(tier: Tier) -> bool:
    return tier is Tier.T2 or (tier is Tier.T1 and landlock.abi() > 0)


def _check_alone() -> None:
    if len(os.listdir("/proc/self/task")) != 1:
        raise JailError("the zygote has threads; its jail would not bind them")
    if directories := _open_directories():
        raise JailError(f"descriptors {directories} are open directories: a way out")


def _open_directories() -> Sequence[int]:
    return [fd for fd in map(int, os.listdir("/proc/self/fd")) if _is_directory(fd)]


def _is_directory(descriptor: int) -> bool:
    try:
        return stat.S_ISDIR(os.fstat(descriptor).st_mode)
    except OSError:  # the one that listed them
        return False
