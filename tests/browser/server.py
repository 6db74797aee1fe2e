"""A real `warmstart up` in a process of its own, on its own data folder; it can be killed and come back."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

PATIENCE = 60.0
CLOCKED = Path(__file__).parent / "clocked.py"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One data folder and one port; `start` again after `kill` is the same server come back."""

    def __init__(self, data: Path, *packs: Path) -> None:
        """packs: installed beside those that Warmstart ships."""
        self.data = data
        self.environment = {**os.environ, "WARMSTART_PACKS": os.pathsep.join(map(str, packs))}
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.clock: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        return self.data.with_suffix(".log")

    def start(self) -> None:
        program = ["-m", "warmstart.cli.main"] if self.clock is None else [str(CLOCKED), str(self.clock)]
        command = [sys.executable, *program, "up", "--no-browser"]
        options = ["--port", str(self.port), "--data-dir", str(self.data)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *options], stdout=log, stderr=log, env=self.environment
            )
        self._await_answer(self._process)

    def set_clock(self, at: datetime) -> None:
        """What the server takes for now, from here on; before the first `start` it makes the clock."""
        self.clock = self.clock or self.data.with_suffix(".clock")
        self.clock.write_text(str((at - datetime.now(UTC)).total_seconds()))

    def kill(self) -> None:
        """As a power cut would: no handler runs."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(timeout=PATIENCE)
        self._process = None

    def _await_answer(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)  # no signal tells when a port opens
            else:
                return
        raise AssertionError(f"no answer from {self.url}; its log:\n{self.log.read_text()}")
