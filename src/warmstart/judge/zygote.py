"""The process that has the imports done and forks workers; it never saw an answer.

Exec'd, never forked from the application: a fork would inherit the answers that the application
holds. It speaks one-word messages over a control socket: `spawn`, answered with a worker's three
descriptors, and `reap PID`. End of file ends it and everything below it.
"""

import gc
import importlib
import os
import pickle
import resource
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.machinery import PathFinder

from warmstart.judge import jail, worker
from warmstart.judge.stacks import STACKS, Stack

READY = b"+"


@dataclass(frozen=True, slots=True)
class Boot:
    """How to start. `control`: descriptor of the socket. `view`: what the jail lets be read."""

    stack: str
    tier: str
    control: int
    view: tuple[str, ...]
    own_path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stack gives to each worker."""

    stack: Stack
    sink: worker.SinkMaker
    seed: worker.Seeder
    load_query: worker.QueryLoader | None
    narrow: Callable[[], None]


def main(boot: Boot) -> None:
    """Jail this process, tell the parent, serve until the control socket closes."""
    control = socket.socket(fileno=boot.control)
    try:
        kit = _prepare(boot, control)
    except Exception as error:  # the parent turns this into its own exception
        control.send(f"failed {type(error).__name__}: {error}".encode()[:4000])
        raise SystemExit(1) from error
    control.send(b"ready")
    _serve(control, kit)


def _prepare(boot: Boot, control: socket.socket) -> Kit:
    tier = jail.Tier(boot.tier)
    if tier is jail.Tier.T1:
        jail.enter_namespaces()
        _become_first_process(control)
    stack = STACKS[boot.stack]
    _load(stack, boot.own_path)
    sink, seed = _array_tools(stack)
    _warm(stack, sink, seed)
    sys.path[:] = [p for p in sys.path if p not in boot.own_path]
    _assert_one_thread()
    narrow = jail.close_zygote(tier, jail.View(boot.view))
    gc.collect()
    gc.freeze()
    return Kit(stack, sink, seed, _query_loader(stack), narrow)


class _Only:
    """Finder that hides what else lies beside: scikit-learn would load rich, which no jail can read."""

    def __init__(self, modules: frozenset[str], beside: tuple[str, ...]) -> None:
        self._known = modules | {"warmstart"}
        self._beside = beside

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if path is None and name not in self._known and PathFinder.find_spec(name, self._beside):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _load(stack: Stack, own_path: tuple[str, ...]) -> None:
    only = _Only(stack.modules, own_path)
    sys.meta_path.insert(0, only)
    for name in stack.imports:
        importlib.import_module(name)
    sys.meta_path.remove(only)


def _become_first_process(control: socket.socket) -> None:
    """Fork into the new pid namespace; this process only waits, and ends with its child."""
    child = os.fork()
    if child == 0:
        jail.die_with_parent()
        return
    control.close()
    _, status = os.waitpid(child, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _array_tools(stack: Stack) -> tuple[worker.SinkMaker, worker.Seeder]:
    if "numpy" not in stack.imports:
        return worker.PlainSink, lambda seed: None
    arrays = importlib.import_module("warmstart.judge.arrays")
    numpy = importlib.import_module("numpy")
    return arrays.BufferWriter, numpy.random.seed


def _query_loader(stack: Stack) -> worker.QueryLoader | None:
    sql = sys.modules.get("warmstart.judge.sql") if "sqlite3" in stack.imports else None
    return None if sql is None else sql.load


def _warm(stack: Stack, sink: worker.SinkMaker, seed: worker.Seeder) -> None:
    """A whole job against a pair of sockets nobody else sees, twice: one that works, one that raises."""
    near, far = socket.socketpair()
    near.setblocking(False)
    inputs = tuple(pickle.dumps(x) for x in (([3, 1, 2], 5), ([3], "x", 1)))
    for source in (stack.snippet, "def broken(:"):
        worker.work(far.fileno(), worker.Job(source, "main", inputs), sink, seed)
    near.close()
    far.close()


def _assert_one_thread() -> None:
    """A second thread at fork time can hold a lock for ever in the child (libgomp does)."""
    with open("/proc/self/status") as status:
        threads = next(line for line in status if line.startswith("Threads:")).split()[1]
    if threads != "1":
        raise RuntimeError(f"the zygote has {threads} threads, want 1")


def _serve(control: socket.socket, kit: Kit) -> None:
    living: set[int] = set()
    while True:
        message = control.recv(64)
        if not message:
            _end(living)
        word, _, argument = message.partition(b" ")
        if word == b"spawn":
            living.add(_spawn(control, kit))
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


def _spawn(control: socket.socket, kit: Kit) -> int:
    """Fork a worker and hand its job socket, its output and its pidfd to the parent."""
    near, far = socket.socketpair()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _become_worker(far.fileno(), writing, kit)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [str(pid).encode()], [near.fileno(), reading, pidfd])
    for descriptor in (reading, writing, pidfd):
        os.close(descriptor)
    near.close()
    far.close()
    return pid


def _become_worker(channel: int, output: int, kit: Kit) -> None:
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        channel = os.dup2(channel, 3)
        os.closerange(4, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        sys.stderr = sys.stdout
        kit.narrow()
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
