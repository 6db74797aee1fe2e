"""The process that has the imports done and forks workers; it never saw an answer.

Exec'd, never forked from the application: a fork would inherit the answers that the application
holds. It speaks one-word messages over a control socket: `spawn`, answered with a worker's three
descriptors, and `reap PID`. End of file ends it and everything below it.
"""

import gc
import os
import pickle
import resource
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

from warmstart.judge import jail, worker
from warmstart.judge.kit import Kit, prepare

READY = b"+"


@dataclass(frozen=True, slots=True)
class Boot:
    """How to start. `control`: descriptor of the socket. `view`: what the jail lets be read."""

    stack: str
    tier: str
    control: int
    view: tuple[str, ...]
    own_path: tuple[str, ...]


Narrow = Callable[[], None]
"""What each worker does right after the fork."""


def main(boot: Boot) -> None:
    """Jail this process, tell the parent, serve until the control socket closes."""
    control = socket.socket(fileno=boot.control)
    try:
        kit, narrow = _prepare(boot, control)
    except Exception as error:  # the parent turns this into its own exception
        control.send(f"failed {type(error).__name__}: {error}".encode()[:4000])
        raise SystemExit(1) from error
    control.send(b"ready")
    _serve(control, kit, narrow)


def _prepare(boot: Boot, control: socket.socket) -> tuple[Kit, Narrow]:
    tier = jail.Tier(boot.tier)
    if tier is jail.Tier.T1:
        jail.enter_namespaces()
        _become_first_process(control)
    kit = prepare(boot.stack, boot.own_path)
    _assert_one_thread()
    narrow = jail.close_zygote(tier, jail.View(boot.view))
    gc.collect()
    gc.freeze()
    return kit, narrow


def _become_first_process(control: socket.socket) -> None:
    """Fork into the new pid namespace; this process only waits, and ends with its child."""
    child = os.fork()
    if child == 0:
        jail.die_with_parent()
        return
    control.close()
    _, status = os.waitpid(child, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _assert_one_thread() -> None:
    """A second thread at fork time can hold a lock for ever in the child (libgomp does)."""
    with open("/proc/self/status") as status:
        threads = next(line for line in status if line.startswith("Threads:")).split()[1]
    if threads != "1":
        raise RuntimeError(f"the zygote has {threads} threads, want 1")


def _serve(control: socket.socket, kit: Kit, narrow: Narrow) -> None:
    living: set[int] = set()
    while True:
        message = control.recv(64)
        if not message:
            _end(living)
        word, _, argument = message.partition(b" ")
        if word == b"spawn":
            living.add(_spawn(control, kit, narrow))
        elif word == b"reap":
            _reap(int(argument), living)


def _reap(pid: int, living: set[int]) -> None:
    """The parent has killed it, so the wait is short."""
    if pid in living:
        living.discard(pid)
        os.waitpid(pid, 0)


def _end(living: set[int]) -> None:
    for pid in living:
        os.kill(pid, signal.SIGKILL)
    os._exit(0)


def _spawn(control: socket.socket, kit: Kit, narrow: Narrow) -> int:
    """Fork a worker and hand its job socket, its output and its pidfd to the parent."""
    near, far = socket.socketpair()
    reading, writing = socket.socketpair()  # no pipe: siblings could open one by its name in /proc
    pid = os.fork()
    if pid == 0:
        _become_worker(far.fileno(), writing.fileno(), kit, narrow)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [str(pid).encode()], [near.fileno(), reading.fileno(), pidfd])
    os.close(pidfd)
    for end in (near, far, reading, writing):
        end.close()
    return pid


def _become_worker(channel: int, output: int, kit: Kit, narrow: Narrow) -> None:
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        channel = os.dup2(channel, 3)
        os.closerange(4, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        sys.stderr = sys.stdout
        narrow()
        _warm_again(kit)
        os.write(channel, READY)
        job = worker.read_job(channel)
        jail.limit_address_space(job.address_space)
        worker.work(channel, job, kit.sink, kit.seed, kit.load_query)
        os.read(channel, 1)  # the parent kills; threads and exit handlers of the submission never matter
    finally:
        os._exit(70)


def _warm_again(kit: Kit) -> None:
    """A whole job that nobody reads: copy-on-write faults happen before there is a real one."""
    near, far = socket.socketpair()
    job = worker.Job(kit.stack.again, "main", (pickle.dumps(([3, 1, 2], 5)),))
    with near, far:
        worker.send_job(near.fileno(), job)
        worker.work(far.fileno(), worker.read_job(far.fileno()), kit.sink, kit.seed)
    resource.setrlimit(resource.RLIMIT_AS, resource.getrlimit(resource.RLIMIT_AS))
