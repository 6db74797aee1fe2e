"""The floor: an interpreter that forks, calls a function in the child and reads its results from a pipe.

    python -I -S bare_fork.py [--numpy SITE] < orders

No sandbox, no limits, no compile. An order is a line of JSON {"source", "inputs", "times"}; the answer is
a line of JSON {"seconds": [...], "outputs": [...]}, from before each fork until its results are read.
"""

import importlib
import json
import marshal
import os
import sys
import time
from collections.abc import Callable


def fork_and_call(function: Callable[..., object], inputs: list[list[object]]) -> tuple[float, list[object]]:
    reading, writing = os.pipe()
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.write(writing, marshal.dumps([function(*given) for given in inputs]))
        os._exit(0)
    outputs = marshal.loads(os.read(reading, 1 << 16))  # noqa: S302  our own child wrote it
    seconds = time.perf_counter() - started
    os.waitpid(pid, 0)
    os.close(reading)
    os.close(writing)
    return seconds, outputs


def main() -> None:
    if sys.argv[1:2] == ["--numpy"]:
        sys.path.append(sys.argv[2])
        importlib.import_module("numpy")
    for line in sys.stdin:
        order = json.loads(line)
        namespace: dict[str, Callable[..., object]] = {}
        exec(order["source"], namespace)  # noqa: S102  the benchmark's own text
        runs = [fork_and_call(namespace["pair"], order["inputs"]) for _ in range(order["times"])]
        print(json.dumps({"seconds": [s for s, _ in runs], "outputs": [o for _, o in runs]}), flush=True)


main()
