"""What a worker may use up. The kernel holds these; the parent holds time."""

import resource
from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """address_space: bytes in all, i.e. what the worker has mapped plus the job's budget; None where
    `limit_address_space` will follow with the job.

    Deliberately no limit on
    - CPU time: with RLIMIT_CPU the kernel's clock of the process turns coarse, and a submission can
      ignore SIGXCPU; the parent reads that clock and kills;
    - processes: RLIMIT_NPROC counts all of the user's, on the whole machine, so threads would fail
      on a busy desktop. The filter refuses forks, and the address space bounds threads.
    """

    address_space: int | None = None
    open_files: int = 64
    stack: int = 8 * MIB


# By number, the same on both architectures: `resource` on macOS lacks the last two.
_FSIZE, _STACK, _CORE, _NOFILE, _MEMLOCK, _SIGPENDING, _MSGQUEUE = 1, 3, 4, 7, 8, 11, 12
_PENDING_SIGNALS = 64


def apply(limits: WorkerLimits) -> None:
    """Soft and hard, so that nothing can be raised again. Values above an inherited hard limit keep it."""
    for kind, value in (
        (_FSIZE, 0),  # nothing may be written; this also catches a descriptor left open by mistake
        (_CORE, 0),  # a crash leaves no file and no time is spent on one
        (_MEMLOCK, 0),
        (_MSGQUEUE, 0),
        (_SIGPENDING, _PENDING_SIGNALS),  # queued signals count against the user, not the process
        (_NOFILE, limits.open_files),
        (_STACK, limits.stack),
    ):
        _limit(kind, value)
    if limits.address_space is not None:
        limit_address_space(limits.address_space)


def limit_address_space(size: int) -> None:
    """Cap what this process may map, for good; the one limit that a worker's filter lets it set.

    Not left to the parent's prlimit: between users (root and nobody) that takes CAP_SYS_RESOURCE,
    which containers withhold.
    """
    _limit(resource.RLIMIT_AS, size)


def _limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))
