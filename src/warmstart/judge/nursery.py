"""One zygote and its spares: workers forked ahead of need, one submission each."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import numpy

from warmstart import WarmstartError
from warmstart.judge import jail
from warmstart.judge.footprint import Footprint, footprint
from warmstart.judge.process import WorkerGone, WorkerProcess
from warmstart.judge.stacks import STACKS
from warmstart.judge.zygote import Boot

_START = """
import json, sys
boot = json.loads(sys.argv[1])
sys.path[:0] = boot["own_path"]
from warmstart.judge import zygote
boot["view"], boot["own_path"] = tuple(boot["view"]), tuple(boot["own_path"])
zygote.main(zygote.Boot(**boot))
"""

ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    # a second OpenMP thread before the fork hangs the child; 64 MiB arenas eat the address space
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "JOBLIB_MULTIPROCESSING": "0",  # n_jobs=2 then means threads: no process can be started in the jail
}

INTERPRETER = (sys.executable, "-P", "-s", "-S", "-B", "-c")

SECONDS_TO_BOOT = 60.0
SECONDS_TO_FORK = 20.0


class ZygoteFailed(WarmstartError):
    """A zygote did not start; the message says which step failed."""


class StackNotInstalled(ZygoteFailed):
    """The stack's libraries are not there; the message says how to get them."""


class Nursery:
    """Thread-safe. Starts its zygote on first use and again whenever it is found dead or asleep.

    clock: seconds that only grow; by it the nursery knows when it was last used.
    """

    def __init__(
        self, stack: str, tier: jail.Tier, spares: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stack = stack
        self._tier = tier
        self._wanted = spares
        self._spares: deque[WorkerProcess] = deque()
        self._ended: deque[WorkerProcess] = deque()
        self._lock = threading.RLock()
        self._zygote: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._closed = False
        self._clock = clock
        self._use = threading.Lock()
        self._out = 0
        self._used = clock()

    @property
    def zygote_pid(self) -> int | None:
        """pid of the running zygote's launcher; None: not started."""
        return None if self._zygote is None else self._zygote.pid

    def footprint(self) -> Footprint | None:
        """Of the zygote and all below it; None: not started."""
        pid = self.zygote_pid
        return None if pid is None else footprint(pid)

    def take(self) -> WorkerProcess:
        """A warm worker, from the spares where there is one. ZygoteFailed: none can be had."""
        self._count(1)
        try:
            return self._take()
        except BaseException:
            self._count(-1)
            raise

    def _take(self) -> WorkerProcess:
        with suppress(IndexError):  # without the lock, which a refill may hold for milliseconds
            while True:
                spare = self._spares.popleft()
                if self._alive():
                    return spare
                spare.close()
        try:
            return self._warmed(self._forked())
        except WorkerGone:  # it died getting ready, as it does when its zygote is killed: once more
            return self._warmed_or_failed(self._forked())

    def give_back(self, worker: WorkerProcess, *, finished: bool = False) -> None:
        """Kill a worker, whatever it is doing; `refill` clears it away.

        finished: it has answered everything, so it may live until `refill`, and the verdict need not
        wait for its death.
        """
        if not finished:
            worker.kill()
        self._ended.append(worker)
        self._count(-1)

    def _count(self, change: int) -> None:
        with self._use:
            self._out += change
            self._used = self._clock()

    def sleep(self, seconds: float) -> bool:
        """End the zygote if no worker was out for `seconds`; the next `take` starts it again.

        Whoever takes a worker is counted first and then looks for a spare: he either keeps the
        zygote awake or finds no spare and waits for the lock.
        """
        if self._clock() - self._used < seconds:  # without the lock, as nearly always
            return False
        with self._lock:
            with self._use:
                if not self._awake() or self._out or self._clock() - self._used < seconds:
                    return False
                spares = list(self._spares)
                self._spares.clear()
            self._ended.extend(spares)
            self._stop()
            return True

    def refill(self) -> None:
        """Clear ended workers away and fork spares; called after a verdict is out, not before.

        Waking the zygote costs a millisecond, which the verdict need not wait for.
        """
        with self._lock:
            while self._ended:
                self._clear(self._ended.popleft())
            missing = self._wanted - len(self._spares) if self._awake() and not self._closed else 0
            coming = [self._fork() for _ in range(missing)]
        for worker in coming:
            with suppress(WorkerGone):
                self._keep(self._warmed(worker))

    def _forked(self) -> WorkerProcess:
        with self._lock:
            return self._fork()

    def _warmed(self, worker: WorkerProcess) -> WorkerProcess:
        """Without the lock: while this one touches its pages, others may be forked. WorkerGone: it died."""
        try:
            worker.await_ready(SECONDS_TO_FORK)
        except WorkerGone:
            with self._lock:
                self._clear(worker)
            raise
        return worker

    def _warmed_or_failed(self, worker: WorkerProcess) -> WorkerProcess:
        try:
            return self._warmed(worker)
        except WorkerGone as error:
            raise ZygoteFailed(f"the {self._stack} judge process forks no worker that lives") from error

    def _keep(self, spare: WorkerProcess) -> None:
        """Unless the zygote was put to sleep or ended while this one got ready."""
        with self._lock:
            if spare.zygote is self._control:
                self._spares.append(spare)
            else:
                self._clear(spare)

    def _clear(self, worker: WorkerProcess) -> None:
        worker.close()
        if worker.zygote is self._control and self._control is not None:
            with suppress(OSError):
                self._control.send(b"reap %d" % worker.name)

    def died(self) -> bool:
        """Whether the zygote that forked the last worker is gone (then the worker's end is no verdict)."""
        with self._lock:
            return not self._alive()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._stop()

    def _awake(self) -> bool:
        return self._zygote is not None

    def _alive(self) -> bool:
        zygote = self._zygote
        return zygote is not None and zygote.poll() is None

    def _fork(self) -> WorkerProcess:
        for attempt in (1, 2):
            if not self._alive():
                self._stop()
                self._start()
            try:
                return self._ask()
            except (OSError, ValueError, WorkerGone) as error:
                if attempt == 2:
                    raise ZygoteFailed(
                        f"the {self._stack} judge process cannot fork a worker: {error}"
                    ) from error
                self._stop()
        raise AssertionError("unreachable")

    def _ask(self) -> WorkerProcess:
        assert self._control is not None
        self._control.send(b"spawn")
        name, descriptors, _, _ = socket.recv_fds(self._control, 64, 3)
        if not name or len(descriptors) != 3:
            raise WorkerGone("the zygote closed its control socket")
        channel, output, pidfd = descriptors
        os.set_blocking(output, False)
        return WorkerProcess(int(name), self._control, socket.socket(fileno=channel), output, pidfd)

    def _start(self) -> None:
        check_installed(self._stack)
        view = view_of(self._stack)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        ours.settimeout(SECONDS_TO_BOOT)
        with theirs:
            boot = Boot(self._stack, str(self._tier), theirs.fileno(), view, own_path())
            self._zygote = subprocess.Popen(  # noqa: S603
                [*INTERPRETER, _START, json.dumps(asdict(boot))],
                env=ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        answer = ours.recv(4096)
        if answer != b"ready":
            self._stop()
            reason = answer.decode("utf-8", "replace").removeprefix("failed ") or "it ended without a word"
            raise ZygoteFailed(
                f"the {self._stack} judge process does not start in tier {self._tier}: {reason}"
            )
        ours.settimeout(SECONDS_TO_FORK)

    def _stop(self) -> None:
        for workers in (self._spares, self._ended):
            while workers:
                workers.popleft().close()
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._zygote is not None:
            self._zygote.kill()
            self._zygote.wait()
            self._zygote = None


def own_path() -> tuple[str, ...]:
    """Where the zygote finds this package and NumPy; it forgets both before it is jailed."""
    package = str(Path(__file__).resolve().parents[2])
    return tuple(dict.fromkeys((package, str(_site()))))


def _site() -> Path:
    return Path(numpy.__file__).resolve().parents[1]


def check_installed(name: str) -> None:
    """StackNotInstalled: a package of the stack is not there."""
    stack = STACKS[name]
    if missing := stack.missing(_site()):
        raise StackNotInstalled(
            f"the stack {name} is not installed here ({', '.join(missing)} is missing): "
            f'pip install "warmstart[{stack.extra}]"'
        )


def view_of(stack: str) -> tuple[str, ...]:
    """What it may read. Never the whole of site-packages: it may hold packs, and with them the answers."""
    packages = [str(_site() / name) for name in STACKS[stack].packages]
    return jail.standard_view([p for p in packages if Path(p).exists()]).readable
