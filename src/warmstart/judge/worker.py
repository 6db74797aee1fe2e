"""Inside the sandbox: one job, one reply a case. Trusted with nothing; the parent checks all of it.

A job is a module text, the name to call in it, perhaps a driver (`run`), and pickled inputs; or the
text of a query and the schema it is meant for. The same loop serves a learner's submission, the
reference, a checker and a generator.
"""

import builtins
import linecache
import os
import pickle
import random
import struct
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import CodeType, ModuleType
from typing import Protocol

from warmstart.judge.counting import Counter, watched
from warmstart.judge.frame import write_all, write_frame
from warmstart.judge.value import Arrays, NoArrays, UnencodableValue, encode

FILENAME = "solution.py"
MOST_MESSAGE = 2000


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is asked. `inputs`: one pickle a case.

    meter: None; "cpu", for the parent to read the clock; "lines" run in the submission; "counts",
    which adds operations on the input's integers. generator: source of `big`, for metered jobs
    whose inputs are sizes.

    address_space: bytes that the worker may map, set once its parent knows which worker it is.
    schema: not None where `source` is a query, and each input the rows of its tables.
    mark: bytes printed after each case, by which the parent tells the cases' output apart: frames
    and print come through two pipes, which keep no order between them.
    """

    source: str
    entry: str
    inputs: tuple[bytes, ...]
    run: str | None = None
    seed: int = 0
    meter: str | None = None
    generator: str | None = None
    address_space: int = 0
    schema: str | None = None
    mark: bytes = b""


class Sink(Arrays, Protocol):
    """Where the arrays of one reply gather."""

    buffers: list[bytes]


class PlainSink(NoArrays):
    """For a stack without NumPy: no reply has arrays."""

    def __init__(self) -> None:
        self.buffers: list[bytes] = []


SinkMaker = Callable[[], Sink]
Seeder = Callable[[int], None]
QueryLoader = Callable[[str, str], Callable[[object], object]]
"""(query, schema) -> what answers an input. SyntaxError: it is no query."""


def send_job(channel: int, job: Job) -> None:
    """What `read_job` reads; for a job that fits into the socket's buffer."""
    data = pickle.dumps(job, protocol=5)
    write_all(channel, struct.pack("!I", len(data)) + data)


def read_job(channel: int) -> Job:
    """The job that the parent sent; this direction is trusted."""
    (length,) = struct.unpack("!I", _read_exactly(channel, 4))
    job = pickle.loads(_read_exactly(channel, length))  # noqa: S301  the parent wrote it
    assert isinstance(job, Job)
    return job


def _read_exactly(channel: int, count: int) -> bytes:
    parts = []
    while count:
        part = os.read(channel, min(count, 1 << 20))
        if not part:
            os._exit(0)  # the parent is gone, so is the need
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def work(
    channel: int, job: Job, sink: SinkMaker, seed: Seeder, load_query: QueryLoader | None = None
) -> None:
    """Load the module or query, answer every input in order. load_query: of a stack that has queries."""
    random.seed(job.seed)
    seed(job.seed)
    try:
        call = _load(job) if job.schema is None else _query(job.source, job.schema, load_query)
    except BaseException as error:  # SystemExit at import is a result too
        _end_print(job)
        write_frame(channel, {"failed": _report(error, compiling=isinstance(error, _CompileFailure))})
        return
    _end_print(job)
    write_frame(channel, {"loaded": True})
    answer = _metered if job.meter else _answer
    for index, pickled in enumerate(job.inputs):
        answer(channel, job, call, index, pickled, sink)


class _CompileFailure(Exception):
    """The text is no Python; `__cause__` says why."""


class _MissingEntry(Exception):
    """The module does not define what the job calls."""


def _load(job: Job) -> Callable[[object], object]:
    driver = None if job.run is None else _module("driver", _compiled(job.run, "driver.py")).run
    code = _compiled(job.source, FILENAME, counting=job.meter == "counts")
    linecache.cache[FILENAME] = (len(job.source), None, job.source.splitlines(keepends=True), FILENAME)
    solution = _module("solution", code)
    entry = getattr(solution, job.entry, None)
    if not callable(entry):
        what = (
            "is not defined" if entry is None else f"is of type {type(entry).__name__}, not something to call"
        )
        raise _MissingEntry(f"`{job.entry}` {what}")
    if driver is None:
        return lambda arguments: entry(*arguments)  # type: ignore[misc]
    return lambda arguments: driver(solution, arguments)


def _query(text: str, schema: str, load: QueryLoader | None) -> Callable[[object], object]:
    assert load is not None
    try:
        return load(text, schema)
    except SyntaxError as error:
        raise _CompileFailure from error


def _compiled(text: str, name: str, *, counting: bool = False) -> CodeType:
    try:
        return compile(watched(text, name) if counting else text, name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise _CompileFailure from error


def _module(name: str, code: CodeType) -> ModuleType:
    module = ModuleType(name)
    sys.modules[name] = module  # dataclasses and pickle look a class's module up here
    module.__dict__["__builtins__"] = builtins
    exec(code, module.__dict__)  # noqa: S102  what this process is for
    return module


def _answer(
    channel: int, job: Job, call: Callable[[object], object], index: int, pickled: bytes, sink: SinkMaker
) -> None:
    header, buffers = _reply(call, index, pickled, sink())
    _end_print(job)  # before the reply: what the case printed is read with it
    try:
        write_frame(channel, header, buffers)
    except (ValueError, RecursionError, MemoryError) as error:  # a number of 5,000 digits is no JSON
        write_frame(channel, {"case": index, "raised": _report(error)})


def _reply(
    call: Callable[[object], object], index: int, pickled: bytes, sink: Sink
) -> tuple[dict[str, object], Sequence[bytes]]:
    try:
        value = encode(call(pickle.loads(pickled)), sink)  # noqa: S301  the parent wrote it
    except BaseException as error:  # whatever it is, it is this case's result
        return {"case": index, "raised": _report(error)}, ()
    return {"case": index, "value": value}, sink.buffers


def _metered(
    channel: int, job: Job, call: Callable[[object], object], index: int, pickled: bytes, sink: SinkMaker
) -> None:
    """One input between two waits, so that the parent reads its clock at both ends of the call alone."""
    try:
        arguments = _made(job, pickled)
    except BaseException as error:
        write_frame(channel, {"case": index, "raised": _report(error)})
        return
    write_frame(channel, {"ready": index})
    _read_exactly(channel, 1)
    counter = Counter(FILENAME)
    try:
        if job.meter == "cpu":
            call(arguments)
        else:
            counter.run(call, arguments, numbers=job.meter == "counts")
    except BaseException as error:
        write_frame(channel, {"case": index, "raised": _report(error)})
        return
    write_frame(channel, {"case": index, "value": counter.total})


def _made(job: Job, pickled: bytes) -> object:
    """The input, or what the generator makes of it: large ones are made here rather than sent."""
    given = pickle.loads(pickled)  # noqa: S301  the parent wrote it
    if job.generator is None:
        return given
    return _module("generator", _compiled(job.generator, "generator.py")).big(*given)


def _end_print(job: Job) -> None:
    """What was printed so far belongs to what was run so far."""
    try:
        sys.stdout.flush()
        if sys.stderr is not sys.stdout:
            sys.stderr.flush()
    except BaseException:  # learners close and replace these
        _flush_each()
    with suppress(OSError):
        write_all(1, job.mark)


def _flush_each() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(BaseException):
            stream.flush()


def _report(error: BaseException, *, compiling: bool = False) -> dict[str, object]:
    """What is told of an exception: class, text, the learner's own lines."""
    if compiling:
        return {**_syntax(error.__cause__), "compiling": True}
    return {
        "type": _kind(error),
        "message": _text(error),
        "memory": isinstance(error, MemoryError),
        "trace": _trace(error),
    }


def _kind(error: BaseException) -> str:
    if isinstance(error, _MissingEntry):
        return "NameError"
    return "TypeError" if isinstance(error, UnencodableValue) else type(error).__name__[:100]


def _text(error: BaseException) -> str:
    if isinstance(error, UnencodableValue):
        return f"the result holds {error}, which cannot be judged"
    try:  # a learner's __str__, or a str of his own making that it returns
        return str(error)[:MOST_MESSAGE].encode("utf-8", "backslashreplace").decode("utf-8")
    except BaseException:
        return ""


def _syntax(cause: BaseException | None) -> dict[str, object]:
    line = getattr(cause, "lineno", None)
    where = f" (line {line})" if isinstance(line, int) else ""
    text = getattr(cause, "msg", None) or str(cause) or "too large or too deep to compile"
    return {
        "type": type(cause).__name__,
        "message": f"{text}{where}"[:MOST_MESSAGE],
        "memory": False,
        "trace": "",
    }


def _trace(error: BaseException) -> str:
    try:
        entries: Sequence[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__, limit=-40)
        own = [e for e in entries if e.filename == FILENAME][-8:]
        lines = [f"line {e.lineno}, in {e.name}: {e.line}" for e in own]
        return "\n".join(lines)[:MOST_MESSAGE].encode("utf-8", "backslashreplace").decode("utf-8")
    except BaseException:  # no memory, no stack: the message has to do
        return ""
