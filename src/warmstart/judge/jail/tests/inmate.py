"""A small zygote for tests, run as a program: it jails itself, then forks a worker for each snippet.

stdin: a JSON line with `source` a job. stdout: a JSON line an answer. A snippet finds `SIBLING` (a
worker that waits beside it) and `ZYGOTE` (pids), `syscall(number, ...)`, and leaves `result`.
"""

import ctypes
import json
import os
import signal
import struct
import sys
import time
from importlib import import_module
from typing import Any

from warmstart.judge.jail import (
    Jailed,
    Tier,
    close_zygote,
    die_with_parent,
    enter_namespaces,
    limit_address_space,
    standard_view,
)
from warmstart.judge.jail.kernel import invoke

_LIBC = ctypes.CDLL(None, use_errno=True)


def main(settings: dict[str, Any]) -> None:
    tier = Tier(settings["tier"])
    if settings["container"]:
        _lose_what_containers_withhold()
    if tier is Tier.T1:
        enter_namespaces()
        _fork_first()
    for name in settings["imports"]:
        import_module(name)
    sys.path[:] = [path for path in sys.path if path not in settings["forget"]]
    view = standard_view(settings["extra"])
    start = time.perf_counter()
    jailed = close_zygote(tier, view)
    closing = time.perf_counter() - start
    sibling = _fork_sibling(jailed)
    _say(tier=jailed.tier, root=jailed.root, landlock=jailed.landlock, notes=jailed.notes, closing=closing)
    for line in sys.stdin:
        if json.loads(line)["source"] == "leave":
            break
        _serve(jailed, sibling, json.loads(line)["source"])


def _say(**answer: object) -> None:
    os.write(1, json.dumps(answer).encode() + b"\n")


def _lose_what_containers_withhold() -> None:
    """CAP_SYS_ADMIN, CAP_SYS_RESOURCE and CAP_SYS_PTRACE, as Docker does; the rest stays."""
    kept = ~(1 << 21 | 1 << 24 | 1 << 19) & int(_status("CapPrm"), 16)
    low, high = kept & 0xFFFFFFFF, kept >> 32
    invoke(
        "lose", "capset", struct.pack("=Ii", 0x20080522, 0), struct.pack("=6I", low, low, 0, high, high, 0)
    )


def _status(name: str) -> str:
    with open("/proc/self/status") as status:
        return next(line.split()[1] for line in status if line.startswith(name))


def _fork_first() -> None:
    child = os.fork()
    if child == 0:
        die_with_parent()
        return
    os.close(0)
    os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF)


def _fork_sibling(jailed: Jailed) -> int:
    pid = os.fork()
    if pid == 0:
        jailed()
        signal.pause()
    return pid


def _serve(jailed: Jailed, sibling: int, source: str) -> None:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _work(jailed, sibling, source, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    sibling_lives = os.waitpid(sibling, os.WNOHANG)[0] == 0
    _say(status=status, said=said.decode(), sibling_lives=sibling_lives)


def _work(jailed: Jailed, sibling: int, source: str, writing: int) -> None:
    start = time.perf_counter()
    jailed()
    names = {
        "SIBLING": sibling,
        "ZYGOTE": jailed.pid,
        "NARROWING": time.perf_counter() - start,
        "syscall": _syscall,
        "limit_address_space": limit_address_space,
        "result": None,
    }
    try:
        exec(source, names)
        said = ["value", repr(names["result"]), None]
    except BaseException as error:
        said = [type(error).__name__, str(error), getattr(error, "errno", None)]
    os.write(writing, json.dumps(said).encode())
    os._exit(0)


def _syscall(number: int, *arguments: int) -> int:
    result: int = _LIBC.syscall(ctypes.c_long(number), *[ctypes.c_long(a) for a in arguments])
    if result == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
