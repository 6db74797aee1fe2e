"""What honest submissions do, as data: a snippet and the repr of its `result`."""

HONEST = {
    "threads": (
        """
import threading
xs = []
ts = [threading.Thread(target=xs.append, args=(n,)) for n in range(4)]
[t.start() for t in ts]
[t.join(5) for t in ts]
result = sorted(xs)
""",
        "[0, 1, 2, 3]",
    ),
    "thread pool": (
        """
from concurrent.futures import ThreadPoolExecutor as P
with P(3) as pool: result = list(pool.map(abs, [-1, -2]))
""",
        "[1, 2]",
    ),
    "asyncio": (
        """
import asyncio
async def f(n):
    await asyncio.sleep(0.001); return n
async def g(): return await asyncio.gather(f(1), f(2))
result = asyncio.run(g())
""",
        "[1, 2]",
    ),
    "asyncio with threads and streams": (
        """
import asyncio, socket
async def g():
    a, b = socket.socketpair()
    r, w = await asyncio.open_connection(sock=a)
    w.write(b'x\\n'); b.send(b'y\\n')
    await w.drain()
    got = await r.readline(); w.close()
    return got, b.recv(9), await asyncio.to_thread(abs, -3)
result = asyncio.run(g())
""",
        "(b'y\\n', b'x\\n', 3)",
    ),
    "numpy": (
        """
import numpy as np
a = np.arange(250000.).reshape(500, 500)
result = float((a @ np.eye(500))[3, 4]), int(np.linalg.matrix_rank(np.eye(90)))
""",
        "(1504.0, 90)",
    ),
    "numpy's random": (
        """
import numpy as np
result = np.random.default_rng(1).integers(9, size=2).shape
""",
        "(2,)",
    ),
    "decimal, re, json": (
        """
import decimal, re, json
result = decimal.Decimal(1) / 8, re.findall('a+', 'caat'), json.loads('[1e3]')
""",
        "(Decimal('0.125'), ['aa'], [1000.0])",
    ),
    "random": (
        """
import random, secrets
result = 0 <= random.random() < 1, len(secrets.token_bytes(4))
""",
        "(True, 4)",
    ),
    "time": (
        """
import datetime, time
time.sleep(0.001)
time.perf_counter(), time.process_time(), time.thread_time()
result = datetime.datetime.now().year > 2000, time.localtime().tm_year > 2000
""",
        "(True, True)",
    ),
    "time zones": (
        """
import zoneinfo, os, datetime as d
known = os.path.exists('/usr/share/zoneinfo/Europe/Berlin')
summer = d.datetime(2024, 7, 1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin')) if known else None
result = summer is None or str(summer.utcoffset()) == '2:00:00'
""",
        "True",
    ),
    "late imports": (
        """
import sqlite3, ssl, lzma, bz2, zlib, ctypes, hashlib, unittest, statistics, fractions, graphlib
result = hashlib.sha256(b'').hexdigest()[:6], sqlite3.connect(':memory:').execute('select 6*7').fetchone()
""",
        "('e3b0c4', (42,))",
    ),
    "processors": (
        """
import os
result = os.cpu_count() >= 1, len(os.sched_getaffinity(0)) >= 1
""",
        "(True, True)",
    ),
    "alarm": (
        """
import signal, time
def ring(*_): raise TimeoutError
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.005)
try: time.sleep(5)
except TimeoutError: result = 'rang'
""",
        "'rang'",
    ),
    "signal to oneself": (
        """
import signal, os
got = []
signal.signal(signal.SIGUSR1, lambda *a: got.append(1))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
result = got
""",
        "[1, 1]",
    ),
    "print": (
        """
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()) as s: print(1)
result = s.getvalue()
""",
        "'1\\n'",
    ),
    "own limits": (
        """
import resource
result = resource.getrlimit(resource.RLIMIT_FSIZE)
""",
        "(0, 0)",
    ),
    "shared anonymous memory": (
        """
import mmap
m = mmap.mmap(-1, 9000)
m[:2] = b'ab'
result = m[:2]
""",
        "b'ab'",
    ),
    "traceback": (
        """
import traceback
try: 1 / 0
except ZeroDivisionError: result = traceback.format_exc().count('line')
""",
        "1",
    ),
    "a lower address space": (
        """
limit_address_space(2**33)
bytearray(2**20)
try: bytearray(2**34)
except MemoryError: result = 'capped'
""",
        "'capped'",
    ),
}
