"""The two doors: `close_zygote` once a stack is warm, `narrow_worker` after each fork."""

import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from warmstart.judge.jail import filesystem, landlock, limits, policy, privileges, seccomp
from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.kernel import control
from warmstart.judge.jail.landlock import HANDLES_TRUNCATE as TRUNCATES
from warmstart.judge.jail.limits import WorkerLimits
from warmstart.judge.jail.namespaces import host_uid
from warmstart.judge.jail.tier import Tier
from warmstart.judge.jail.view import Resolved, View, resolve

_SET_PDEATHSIG, _SIGKILL = 1, 9


@dataclass(frozen=True, slots=True)
class Jailed:
    """The jail as it came out. Call it in each worker, right after the fork.

    landlock: ABI version in force, 0: none. root: whether the process is still the host's uid 0,
    without capabilities, since it could not become nobody. pid: the zygote's own, as it sees it.
    """

    tier: Tier
    landlock: int
    root: bool
    pid: int
    _filter: seccomp.Filter | None

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on what is weaker than the tier promises."""
        weak = {
            "submitted code runs as uid 0, though without capabilities: "
            "nobody (65534) may not read this Python, or the container forbids the change": self.root,
            "the kernel has no Landlock; namespaces alone close the files": (
                self.tier is Tier.T1 and not self.landlock
            ),
        }
        return tuple(note for note, holds in weak.items() if holds)

    def __call__(self, bounds: WorkerLimits = WorkerLimits()) -> None:  # noqa: B008  frozen
        """Narrow this worker: it dies with the zygote, takes limits, gives up forking and every
        signal but to itself. JailError: `os._exit`, run nothing."""
        if sys.platform == "linux":
            die_with_parent()
        if os.getppid() != self.pid:
            raise JailError("the zygote is gone already")
        limits.apply(bounds)
        if self._filter is not None:
            self._filter.load("worker filter", os.getpid())


def die_with_parent() -> None:
    """Be killed when the thread that forked this process ends. A change of user undoes it."""
    control("die with the parent", _SET_PDEATHSIG, _SIGKILL)


def close_zygote(tier: Tier, view: View) -> Jailed:
    """Lock this process in, for ever. JailError: it is not, or only half; exit.

    For T1 it must be the first child after `enter_namespaces`. One thread only (a filter binds the
    thread that loads it) and no open directory (a way out of the new root). Afterwards /proc is
    gone, files can only be read within `view`, and what the process can do is fork and narrow.
    T0 does nothing of this: whoever asks for it wants no jail.
    """
    if tier is Tier.T0:
        return Jailed(tier, 0, os.geteuid() == 0, os.getpid(), None)
    if tier is Tier.T4:
        raise JailError("T4: this jail is not built by forking")
    _check_alone()
    resolved = resolve(view)
    mapped_root = os.geteuid() != 0 and host_uid() == 0
    if tier is Tier.T1:
        _check_first()
        filesystem.enclose(resolved)
    os.chdir("/")
    root = _become_nobody(resolved) or mapped_root
    if tier is Tier.T1:
        # The launcher is the parent, alone and single-threaded. Not in the other tiers: there the
        # signal would come when the *thread* that started us ends.
        die_with_parent()
    version = landlock.restrict(resolved) if _wants_landlock(tier) else 0
    return Jailed(tier, version, root, os.getpid(), _filtered(tier is Tier.T1 or version >= TRUNCATES))


def _become_nobody(view: Resolved) -> bool:
    """Whether uid 0 had to stay."""
    by_root = os.geteuid() == 0
    stayed = privileges.drop(view.readable)
    privileges.seal(readable_by_owner=stayed or not by_root)
    return stayed


def _filtered(writable_opens: bool) -> seccomp.Filter:
    """Load the zygote's filter; the worker's, assembled while there is time."""
    narrow = seccomp.build(policy.worker_rules(writable_opens=writable_opens))
    zygote = seccomp.build(policy.zygote_rules(writable_opens=writable_opens))
    zygote.load("zygote filter", os.getpid())
    return narrow


def _wants_landlock(tier: Tier) -> bool:
    return tier is Tier.T2 or (tier is Tier.T1 and landlock.abi() > 0)


def _check_first() -> None:
    if os.getpid() != 1:
        raise JailError("T1: want the first process of new namespaces")


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
