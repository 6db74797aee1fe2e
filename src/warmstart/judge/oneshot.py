"""An interpreter started for one submission: loads its stack, locks itself in, then does one job.

For macOS, where a process that has loaded NumPy cannot be forked safely (Accelerate, Objective-C). To
its parent it behaves like a worker that a zygote forked: the same byte when it is ready, the same frames.
"""

import os
import resource
import sys
from dataclasses import dataclass

from warmstart.judge import jail, worker
from warmstart.judge.kit import prepare

READY = b"+"
CHANNEL = 3
"""Where the job's socket is, as in every worker."""


@dataclass(frozen=True, slots=True)
class Shot:
    """How to start. `channel`: descriptor of the job's socket. `profile`: of the sandbox to enter; None:
    enter none, which only tests on another system ask for."""

    stack: str
    channel: int
    profile: str | None
    own_path: tuple[str, ...]


def main(shot: Shot) -> None:
    """Get ready, do one job, wait to be killed."""
    try:
        os.dup2(shot.channel, CHANNEL)
        os.closerange(CHANNEL + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        kit = prepare(shot.stack, shot.own_path)
        sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        sys.stderr = sys.stdout
        jail.limit()
        if shot.profile is not None:
            jail.seal(shot.profile)
        os.write(CHANNEL, READY)
        job = worker.read_job(CHANNEL)
        _limit_memory(job.address_space)
        worker.work(CHANNEL, job, kit.sink, kit.seed, kit.load_query)
        os.read(CHANNEL, 1)  # the parent kills; threads and exit handlers never matter
    except Exception as error:  # its parent reads what is printed before it is ready
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(70)


def _limit_memory(size: int) -> None:
    """macOS takes this limit and does not hold it: there, memory is measured and not limited."""
    if size:
        jail.limit_address_space(size)
