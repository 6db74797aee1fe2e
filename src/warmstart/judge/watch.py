"""Watch one worker do one job: caps and clocks on one poll loop, replies as they come."""

import pickle
import select
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from os import read

from warmstart.judge.frame import (
    LEARNER_TEXT,
    FrameReader,
    FrameTooLong,
    MalformedFrame,
    TextCaps,
    open_frame,
)
from warmstart.judge.output import PrintReader, PrintTooLong
from warmstart.judge.problem import Limits
from warmstart.judge.process import WorkerProcess
from warmstart.judge.worker import Job

CHUNK = 1 << 18
SECONDS_TO_SEND = 10.0
STOP_CHECK = 0.05
PROMPT = 0.002
"""Seconds in which a small case replies. Until then print is not waited for: what a case printed is
read with its reply, and every waking of this thread costs more than a small case takes."""


class End(Enum):
    """Why a job is over."""

    COMPLETE = "every input was answered"
    CPU = "the CPU time was used up"
    WALL = "the time was used up"
    OUTPUT = "it printed too much"
    RESULT = "its results were too large"
    GONE = "the process ended before it answered"
    MALFORMED = "it wrote something that is no result"
    STOPPED = "it was cancelled"


@dataclass(frozen=True, slots=True)
class Reply:
    """One frame with what the meters read when it came: seconds since the last one, text printed since.

    Of frames that came together each is given the same share of the seconds.
    """

    header: dict[str, object]
    buffers: list[memoryview]
    cpu: float
    wall: float
    printed: bytes


class Watch:
    """One job on one worker. Iterate `replies`; afterwards `end`, `cpu`, `peak_mib` and `printed` hold."""

    def __init__(
        self,
        worker: WorkerProcess,
        limits: Limits,
        stop: threading.Event | None = None,
        caps: TextCaps = LEARNER_TEXT,
    ) -> None:
        self._worker = worker
        self._limits = limits
        self._stop = stop
        self._reader = FrameReader(caps)
        self._print = PrintReader(limits.output_kib * 1024)
        self._cpu_at_start = self._cpu_at_reply = worker.cpu_seconds()
        self._wall_at_start = self._wall_at_reply = time.monotonic()
        self._trouble: FrameTooLong | PrintTooLong | None = None
        self.end = End.GONE
        self.error = ""

    @property
    def cpu(self) -> float:
        """CPU seconds of the job so far."""
        return self._worker.cpu_seconds() - self._cpu_at_start

    @property
    def printed(self) -> bytes:
        """What was printed since the last reply."""
        return self._print.rest

    def replies(self, job: Job, wanted: int) -> Iterator[Reply]:
        """Frames as they come, at most `wanted`; the end is in `end`."""
        self._print.expect(job.mark, len(job.inputs) + 1)
        try:
            self._send(job)
            yield from self._until_end(wanted)
        except OSError:
            self.end = End.GONE
        except FrameTooLong as error:
            self.end, self.error = End.RESULT, str(error)
        except MalformedFrame as error:
            self.end, self.error = End.MALFORMED, str(error)
        except PrintTooLong:
            self.end = End.OUTPUT

    def release(self) -> None:
        """Let a metered worker, which waits, go on; its CPU counts from here."""
        self._cpu_at_reply = self._worker.cpu_seconds()
        self._worker.channel.send(b"!")

    def _send(self, job: Job) -> None:
        data = pickle.dumps(job, protocol=5)
        self._worker.channel.settimeout(SECONDS_TO_SEND)
        self._worker.channel.sendall(struct.pack("!I", len(data)) + data)
        self._worker.channel.setblocking(False)

    def _until_end(self, wanted: int) -> Iterator[Reply]:
        channel, output = self._worker.channel.fileno(), self._worker.output
        prompt, poller = select.poll(), select.poll()
        prompt.register(channel, select.POLLIN)
        poller.register(channel, select.POLLIN)
        poller.register(output, select.POLLIN)
        while True:
            events = prompt.poll(PROMPT * 1000) or poller.poll(self._patience() * 1000)
            ready = {descriptor for descriptor, _ in events}
            if output in ready and not self._take_output():
                poller.unregister(output)
            data = self._receive() if channel in ready or self._trouble else None
            bodies = self._cut(data or b"")[:wanted]
            share = self._share(len(bodies))
            if self._is_over():  # threads burn two seconds in one
                return
            for body in bodies:
                yield Reply(*open_frame(body), *share, self._print.next_part())
            wanted -= len(bodies)
            if self._trouble is not None:
                raise self._trouble
            if wanted == 0 or data == b"":
                self.end = End.GONE if wanted else End.COMPLETE
                return

    def _receive(self) -> bytes | None:
        """b"": the worker closed its end. None: it says nothing now."""
        try:
            return self._worker.channel.recv(CHUNK)
        except BlockingIOError:
            return None
        except (TimeoutError, ConnectionError):
            return b""

    def _cut(self, data: bytes) -> list[memoryview]:
        """The frames that `data` completes; what is wrong after them waits until they are read."""
        bodies = []
        try:
            for body in self._reader.feed(data):
                bodies.append(body)  # noqa: PERF402  those before the error count
        except FrameTooLong as error:
            self._trouble = error
        return bodies

    def _take_output(self) -> bool:
        """Whether there may be more later."""
        try:
            data = read(self._worker.output, CHUNK)
            self._print.feed(data)
        except BlockingIOError:
            return True
        except PrintTooLong as error:
            self._trouble = error
            return False
        return bool(data)

    def _share(self, count: int) -> tuple[float, float]:
        """Seconds of CPU and by the clock since the last reply, for each of `count`."""
        if not count:
            return 0.0, 0.0
        self._take_output()
        cpu, wall = self._worker.cpu_seconds(), time.monotonic()
        share = (cpu - self._cpu_at_reply) / count, (wall - self._wall_at_reply) / count
        self._cpu_at_reply, self._wall_at_reply = cpu, wall
        return share

    def _patience(self) -> float:
        """Seconds until a limit can be reached; CPU cannot run faster than the clock on one thread."""
        cpu_left = self._limits.seconds - self.cpu
        wall_left = self._wall_at_start + wall_limit(self._limits) - time.monotonic()
        patience = max(0.001, min(cpu_left, wall_left))
        return min(patience, STOP_CHECK) if self._stop is not None else patience

    def _is_over(self) -> bool:
        if self.cpu >= self._limits.seconds:
            self.end = End.CPU
        elif time.monotonic() - self._wall_at_start >= wall_limit(self._limits):
            self.end = End.WALL
        elif self._stop is not None and self._stop.is_set():
            self.end = End.STOPPED
        else:
            return False
        return True


def wall_limit(limits: Limits) -> float:
    """Seconds by the clock on the wall: a sleeper burns no CPU, and a busy machine is nobody's fault."""
    return 3 * limits.seconds + 2
