"""Workers that are started one by one instead of forked (T4, macOS), behind a nursery's interface."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from warmstart.judge import jail
from warmstart.judge.footprint import Footprint, footprint
from warmstart.judge.nursery import (
    ENVIRONMENT,
    INTERPRETER,
    SECONDS_TO_BOOT,
    Nursery,
    ZygoteFailed,
    check_installed,
    own_path,
    view_of,
)
from warmstart.judge.oneshot import Shot
from warmstart.judge.process import WorkerGone, WorkerProcess
from warmstart.judge.rusage import usage_of

START = """
import json, sys
shot = json.loads(sys.argv[1])
sys.path[:0] = shot["own_path"]
from warmstart.judge import oneshot
shot["own_path"] = tuple(shot["own_path"])
oneshot.main(oneshot.Shot(**shot))
"""

SECONDS_BETWEEN_LOOKS = 0.01
MIB = 2**20


class OneShot(WorkerProcess):
    """Our own child, first of a process group. Not reaped before it is closed, so its pid stays its own.

    guarded: stop it where its memory passes the budget, because the system does not limit it. Stopped, it
    runs out of time, and is told to hold too much.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], channel: socket.socket, output: int, *, guarded: bool
    ) -> None:
        super().__init__(process.pid, None, channel, output, -1)
        self._process = process
        self._guarded = guarded
        self._closed = threading.Event()
        self._signals = threading.Lock()

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def address_space(self, mib: int) -> int:
        if not self._guarded:
            return super().address_space(mib)
        threading.Thread(target=self._guard, args=(mib,), name="judge-guard", daemon=True).start()
        return 0

    def _guard(self, mib: int) -> None:
        while not self._closed.wait(SECONDS_BETWEEN_LOOKS):
            if (self.peak_mib() or 0.0) > mib:
                self._signal(signal.SIGSTOP)
                return

    def _signal(self, number: int) -> None:
        """To all of the group that are still there."""
        with self._signals:
            if not self._closed.is_set():
                with suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a zombie
                    os.killpg(self.pid, number)

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def close(self) -> None:
        """Wait for it, too: it is dead, or about to be."""
        if self._closed.is_set():
            return
        super().close()
        with self._signals:
            self._process.wait()
            self._closed.set()


class MacOneShot(OneShot):
    """With the meters of macOS. Peak memory: the most it ever held, if that came with the job."""

    def __init__(self, process: subprocess.Popen[bytes], channel: socket.socket, output: int) -> None:
        super().__init__(process, channel, output, guarded=True)
        self._idle, self._most_before = 0, 0

    def reset_memory(self) -> None:
        usage = usage_of(self.pid)
        if usage is None:
            raise WorkerGone("a worker's memory cannot be read")
        self._idle, self._most_before = usage.footprint, usage.most

    def cpu_seconds(self) -> float:
        usage = usage_of(self.pid)
        return 0.0 if usage is None else usage.cpu

    def peak_mib(self) -> float | None:
        usage = usage_of(self.pid)
        if usage is None:
            return None
        peak = usage.most if usage.most > self._most_before else usage.footprint
        return max(0, peak - self._idle) / MIB


class OneShotNursery(Nursery):
    """Spares are interpreters that have their stack loaded, or are loading it.

    sealed: in the sandbox of macOS. False, which nothing but tests may ask for: no sandbox at all.
    """

    def __init__(
        self, stack: str, spares: int, clock: Callable[[], float] = time.monotonic, *, sealed: bool = True
    ) -> None:
        super().__init__(stack, jail.Tier.T4, spares, clock)
        self._profile = jail.profile(jail.View(view_of(stack))) if sealed else None
        self._up = False

    def _awake(self) -> bool:
        return self._up

    def _alive(self) -> bool:
        """There is nothing that could die and take its workers along."""
        return True

    def _take(self) -> WorkerProcess:
        """A spare that ended while it waited is nobody's fault."""
        while True:
            worker = super()._take()
            if not isinstance(worker, OneShot) or worker.lives:
                return worker
            worker.close()

    def _fork(self) -> WorkerProcess:
        check_installed(self._stack)
        self._up = True
        ours, theirs = socket.socketpair()
        reading, writing = os.pipe()
        shot = Shot(self._stack, theirs.fileno(), self._profile, own_path())
        try:
            process = subprocess.Popen(  # noqa: S603
                [*INTERPRETER, START, json.dumps(asdict(shot))],
                env=ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=writing,
                stderr=writing,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        except OSError as error:
            ours.close()
            os.close(reading)
            raise ZygoteFailed(f"no interpreter starts: {error}") from error
        finally:
            theirs.close()
            os.close(writing)
        os.set_blocking(reading, False)
        if sys.platform == "darwin":
            return MacOneShot(process, ours, reading)
        return OneShot(process, ours, reading, guarded=False)

    def _warmed(self, worker: WorkerProcess) -> WorkerProcess:
        try:
            worker.await_ready(SECONDS_TO_BOOT)
        except WorkerGone as error:
            said = _last_line(worker.output)
            worker.close()
            raise ZygoteFailed(
                f"the {self._stack} judge process does not start in tier T4: {said}"
            ) from error
        return worker

    def _keep(self, spare: WorkerProcess) -> None:
        with self._lock:
            if self._up:
                self._spares.append(spare)
            else:
                spare.close()

    def _stop(self) -> None:
        super()._stop()
        self._up = False

    def footprint(self) -> Footprint | None:
        """Of the spares: what runs is on its way out."""
        held = [_held(spare.pid) for spare in list(self._spares)]
        meter = held[0].meter if held else ""
        return Footprint(sum(one.mib for one in held), len(held), meter) if self._up else None


def _last_line(output: int) -> str:
    """What a worker that did not get ready had to say."""
    try:
        lines = os.read(output, 1 << 16).decode("utf-8", "replace").strip().splitlines()
    except BlockingIOError:
        lines = []
    return lines[-1] if lines else "it ended without a word"


def _held(pid: int) -> Footprint:
    usage = usage_of(pid)
    return footprint(pid) if usage is None else Footprint(usage.footprint / MIB, 1, "footprint")
