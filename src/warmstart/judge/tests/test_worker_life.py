"""What learner's code meets in a worker: threads, seeds, descriptors; and what the meters read of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Limits
from warmstart.judge.replies import Returned
from warmstart.judge.tests.hostile.problem import PROBLEMS
from warmstart.judge.verdict import Outcome

PURE = PROBLEMS["pairs"]
NUMPY = PROBLEMS["arrays"]
SKLEARN = replace(NUMPY, imports=("numpy", "sklearn"))
every_stack = pytest.mark.parametrize("problem", [PURE, NUMPY, SKLEARN], ids=lambda problem: problem.stack)
ROOMY = Limits(seconds=5, mib=512)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def value(judge: Judge, problem: FrozenProblem, source: str) -> object:
    """What `f` of `source` returns, called once."""
    (answer,) = judge.call(problem.stack, source, "f", [()], limits=ROOMY)
    assert isinstance(answer, Returned), answer
    return answer.value


def test_a_worker_has_its_standard_streams_and_the_jobs_socket(judge: Judge) -> None:
    source = """
import os
def f():
    found = []
    for fd in range(4096):
        try:
            os.fstat(fd)
        except OSError:
            continue
        found.append(fd)
    return found
"""
    for problem in (PURE, NUMPY):
        assert value(judge, problem, source) == [0, 1, 2, 3]


THREADED = {
    "threads": """
import threading
def f():
    out = []
    threads = [threading.Thread(target=out.append, args=(i,)) for i in range(4)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return sorted(out)
""",
    "executor": """
from concurrent.futures import ThreadPoolExecutor
def f():
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(int, range(4)))
""",
    "queue": """
import queue, threading
def f():
    q = queue.Queue()
    threading.Thread(target=lambda: [q.put(i) for i in range(4)]).start()
    return [q.get(timeout=5) for _ in range(4)]
""",
    "asyncio": """
import asyncio
async def one(i):
    await asyncio.sleep(0.001)
    return i
async def every():
    return await asyncio.gather(*map(one, range(4)))
def f():
    return list(asyncio.run(every()))
""",
    "to-thread": """
import asyncio
async def every():
    return await asyncio.gather(*(asyncio.to_thread(int, i) for i in range(4)))
def f():
    return list(asyncio.run(every()))
""",
}


@pytest.mark.parametrize("source", THREADED.values(), ids=THREADED)
def test_threads_and_asyncio_work(judge: Judge, source: str) -> None:
    assert value(judge, PURE, source) == [0, 1, 2, 3]


def test_the_standard_library_loads_late(judge: Judge) -> None:
    source = (
        "def f():\n    import decimal, fractions, statistics, datetime, zoneinfo, hashlib, json\n"
        "    return [str(decimal.Decimal(1) / 3)[:5], str(zoneinfo.ZoneInfo('UTC')), hashlib.md5(b'').name]"
    )
    assert value(judge, PURE, source) == ["0.333", "UTC", "md5"]


def test_random_numbers_are_the_same_in_every_submission(judge: Judge) -> None:
    source = "import random\ndef f():\n    return [random.random() for _ in range(3)]"
    assert value(judge, PURE, source) == value(judge, PURE, source)
    source = "import numpy as np\ndef f():\n    return np.random.rand(3).tolist()"
    assert value(judge, NUMPY, source) == value(judge, NUMPY, source)


def test_two_problems_have_different_random_numbers(judge: Judge) -> None:
    source = "import random\ndef pair(*a):\n    return random.random()"
    other = FrozenProblem(**{**{n: getattr(PURE, n) for n in FrozenProblem.__slots__}, "id": "other"})
    runs = [judge.results(problem, source, [()]) for problem in (PURE, other)]
    assert runs[0].cases[0].result != runs[1].cases[0].result


def test_text_is_hashed_the_same_in_every_worker(judge: Judge) -> None:
    source = "def f():\n    return hash('warmstart')"
    assert value(judge, PURE, source) == value(judge, PURE, source)


@every_stack
@pytest.mark.parametrize("mib", [0, 50, 200])
def test_memory_is_what_the_submission_added(judge: Judge, problem: FrozenProblem, mib: int) -> None:
    source = f"def {problem.entry}(*a):\n    block = bytearray(b'x') * ({mib} << 20)\n    return len(block)"
    verdict = judge.judge(problem, source, limits=ROOMY, first_failure_only=True)
    # Below: Linux counts resident pages per CPU, in batches that make a reading inexact by 0.1 MiB a CPU.
    assert mib - 0.5 <= verdict.memory_mb <= mib + 1 + 0.02 * mib


@pytest.mark.parametrize("mib", [0, 50, 200])
def test_memory_is_what_the_query_added(judge: Judge, mib: int) -> None:
    query = f"SELECT length(randomblob({mib} << 20))"
    (case,) = judge.results(replace(PURE, kind="sql"), query, [{}], limits=ROOMY).cases
    assert case.result == Returned([(max(1, mib << 20),)])
    assert mib - 0.5 <= case.peak_mib <= mib + 1 + 0.02 * mib


@pytest.mark.serial
@every_stack
@pytest.mark.parametrize("seconds", [0.02, 0.2])
def test_cpu_time_is_what_the_submission_burnt(judge: Judge, problem: FrozenProblem, seconds: float) -> None:
    """Over the whole run: a busy parent may see that the module is loaded when the burn has begun."""
    source = f"""
import time
def {problem.entry}(*a):
    end = time.process_time() + {{}}
    while time.process_time() < end:
        pass
"""
    idle, burnt = (
        judge.results(problem, source.format(s), [problem.cases[0].input], limits=ROOMY).cpu
        for s in (0, seconds)
    )
    assert (burnt - idle) * 1000 == pytest.approx(seconds * 1000, abs=2 + 0.05 * seconds * 1000)


@pytest.mark.serial
@every_stack
def test_cpu_time_of_every_thread_counts(judge: Judge, problem: FrozenProblem) -> None:
    source = f"""
import threading, time
def burn():
    end = time.thread_time() + 0.1
    while time.thread_time() < end:
        pass
def {problem.entry}(*a):
    threads = [threading.Thread(target=burn) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
"""
    run = judge.results(problem, source, [problem.cases[0].input], limits=ROOMY)
    assert run.cpu * 1000 == pytest.approx(200, abs=2 + 0.05 * 200)


def test_sleep_costs_no_cpu(judge: Judge) -> None:
    source = "import time\ndef pair(*a):\n    time.sleep(0.2)\n"
    verdict = judge.judge(PURE, source, limits=ROOMY, first_failure_only=True)
    assert verdict.cpu_ms < 50
    assert verdict.cases[0].wall_ms > 150  # the sleep may begin before the clock of the first case does


def test_lines_are_counted_exactly(judge: Judge) -> None:
    """Two lines a turn, the loop's last look, and the three around it."""
    source = "def pair(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n"
    assert judge.measure(PURE, source, [(n,) for n in (0, 1, 10, 1000)], meter="lines") == (3, 5, 23, 2003)


def test_lines_of_the_library_do_not_count(judge: Judge) -> None:
    source = "import statistics\ndef pair(n):\n    return statistics.mean(range(1, n))\n"
    assert judge.measure(PURE, source, [(10,), (1000,)], meter="lines") == (1, 1)


def test_cpu_is_measured_for_the_call_alone(judge: Judge) -> None:
    source = (
        "import time\nend = time.process_time() + 0.2\nwhile time.process_time() < end: pass\n"
        "def pair(s):\n    end = time.process_time() + s\n    while time.process_time() < end: pass\n"
    )
    short, long = judge.measure(PURE, source, [(0.0,), (0.1,)], meter="cpu")
    assert short is not None
    assert long is not None
    assert short < 0.05
    assert 0.1 <= long < 0.15


def test_what_cannot_be_measured_is_none(judge: Judge) -> None:
    source = "def pair(n):\n    return 1 // n\n"
    cost, nothing = judge.measure(PURE, source, [(1,), (0,)], meter="lines")
    assert (cost, nothing) == (1, None)
    assert judge.measure(PURE, "def pair(", [(1,)], meter="cpu") == (None,)


def test_numpy_works_with_its_linear_algebra(judge: Judge) -> None:
    source = (
        "def scale(xs):\n    import numpy as np\n    np.linalg.svd(np.outer(xs, xs))\n    return xs + xs\n"
    )
    assert judge.judge(NUMPY, source, limits=ROOMY).outcome is Outcome.AC
