"""One worker as the trusted parent sees it: its pipes, its clock, its memory, its end.

All three meters are read from outside, so there is nothing in them for a submission to forge.
"""

import os
import re
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

_KIB = re.compile(rb"^(VmHWM|VmRSS|VmSize):\s+(\d+) kB", re.MULTILINE)
_PID = re.compile(rb"^Pid:\s+(\d+)", re.MULTILINE)


class WorkerGone(Exception):
    """The worker died before it had a job: the zygote's trouble, not a submission's."""


class WorkerProcess:
    """Owns a worker's job socket, output pipe and pidfd. `name`: what its `zygote` calls it.

    zygote None, pidfd -1: it is our own child, whose pid is its name (T4).
    """

    def __init__(
        self, name: int, zygote: socket.socket | None, channel: socket.socket, output: int, pidfd: int
    ) -> None:
        self.name = name
        self.zygote = zygote
        self.channel = channel
        # else urgent bytes vanish or stay, by the moment at which they are read
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE, 1)
        self.output = output
        self.pidfd = pidfd
        self.pid = name if pidfd < 0 else _pid_of(pidfd)
        self._clock = (~self.pid << 3) | 2
        self._status = -1
        self._idle_rss = 0
        self._idle_size = 0

    def await_ready(self, seconds: float) -> None:
        """Wait until it is warm, then start the memory meter from here. WorkerGone: it never was."""
        self.channel.settimeout(seconds)
        try:
            if not self.channel.recv(1):
                raise WorkerGone("a worker ended before it was ready")
        except OSError as error:
            raise WorkerGone(f"a worker did not get ready: {error}") from error
        self.reset_memory()

    def reset_memory(self) -> None:
        """Writing 5 sets the high-water mark back to what is resident now (proc(5), clear_refs)."""
        try:
            if self._status < 0:  # kept: to open it again would cost as much as to read it
                self._status = os.open(f"/proc/{self.pid}/status", os.O_RDONLY)
            Path(f"/proc/{self.pid}/clear_refs").write_bytes(b"5")
            sizes = self._sizes()
            self._idle_rss, self._idle_size = sizes[b"VmRSS"], sizes[b"VmSize"]
        except (OSError, KeyError) as error:
            raise WorkerGone(f"a worker's memory cannot be read: {error}") from error

    def _sizes(self) -> dict[bytes, int]:
        """VmHWM, VmRSS and VmSize in bytes."""
        status = os.pread(self._status, 1 << 14, 0)
        return {name: int(kib) * 1024 for name, kib in _KIB.findall(status)}

    def address_space(self, mib: int) -> int:
        """Bytes that it may map if it is to have `mib` more than it has mapped now."""
        return self._idle_size + mib * 2**20

    def cpu_seconds(self) -> float:
        """CPU time of all its threads so far, by the kernel's clock of that process; 0 once it is reaped."""
        try:
            return time.clock_gettime(self._clock)
        except OSError:
            return 0.0

    def peak_mib(self) -> float | None:
        """Peak memory over what it held when it got ready; None: it is dead, nobody can know."""
        try:
            return max(0, self._sizes()[b"VmHWM"] - self._idle_rss) / 2**20
        except (OSError, KeyError):
            return None

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        self.channel.close()
        os.close(self.output)
        if self.pidfd >= 0:
            os.close(self.pidfd)
        if self._status >= 0:
            os.close(self._status)
            self._status = -1


def _pid_of(pidfd: int) -> int:
    """The pid in our namespace; the zygote only knows it in its own."""
    match = _PID.search(Path(f"/proc/self/fdinfo/{pidfd}").read_bytes())
    if match is None:
        raise WorkerGone("a pidfd without a pid")
    return int(match[1])
