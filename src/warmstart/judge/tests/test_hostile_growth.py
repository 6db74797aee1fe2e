"""Growth of code that lies about its cost: whatever it sends, the answer is a report, soon."""

import time
from collections.abc import Iterator

import pytest

from warmstart.judge.growth import GrowthReport, measure_growth
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Growth, Sources

PROBLEM = FrozenProblem(
    id="growth", version=1, kind="code", entry="f", imports=(), starter="", reference="", cases=(),
    source=Sources(big="def big(n):\n    return (list(range(n)),)\n"),
    growth=Growth("n", 1.0, 0.35, ()),
)  # fmt: skip

FRAMES = """
import json, os, struct, time
def body(header):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("!I", len(text) + 4) + struct.pack("!I", len(text)) + text
def send(*headers):
    os.write(3, b"".join(map(body, headers)))
LOADED, READY = {"loaded": True}, {"ready": 0}
def f(xs):
    return len(xs)
"""

LIARS = {
    "count-beyond-floats": "send(LOADED, READY, b'{\"case\":0,\"value\":1' + b'0' * 4000 + b'}')",
    "count-below-zero": "send(LOADED, READY, {'case': 0, 'value': -5})",
    "count-is-no-number": "send(LOADED, READY, {'case': 0, 'value': [1]})",
    "count-is-true": "send(LOADED, READY, {'case': 0, 'value': True})",
    "count-is-a-float": "send(LOADED, READY, {'case': 0, 'value': 1e300})",
    "ready-then-gone": "send(LOADED, READY); os._exit(0)",
    "loaded-then-gone": "send(LOADED); os._exit(0)",
    "gone-with-everything-said": "send(LOADED, READY, {'case': 0, 'value': 1}); os._exit(0)",
    "closes-the-socket": "send(LOADED, READY); os.close(3)",
    "ready-then-a-loop": "send(LOADED, READY)\nwhile True: pass",
    "ready-then-sleep": "send(LOADED, READY); time.sleep(3600)",
    "ready-is-nothing": "send(LOADED, {})",
    "ready-raised": "send(LOADED, {'ready': 0, 'raised': 7})",
    "out-of-order": "send({'case': 0, 'value': 1}, READY, LOADED)",
    "garbage": "os.write(3, bytes(1000))",
    "dies-in-the-call": "def f(xs): os._exit(0)",
    "dies-at-a-size": "def f(xs):\n    if len(xs) > 100: os._exit(0)",
    "exits-in-the-call": "def f(xs): raise SystemExit",
    "switches-counting-off": "import sys\ndef f(xs):\n    sys.settrace(None)\n    return sum(1 for x in xs)",
    "counts-by-itself": "import sys\ndef f(xs):\n    sys._getframe(1).f_locals['self'].lines = -10**9",
    "numbers-that-lie": "def f(xs):\n    type(xs[-1]).__lt__ = None\n    return sorted(xs)",
    "prints": "def f(xs):\n    print('x' * len(xs) * 1000)",
    "no-function": "del f",
    "no-python": "def f(",
    "memory": "kept = []\ndef f(xs):\n    kept.append(bytearray(len(xs) << 20))",
}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(spares=1) as judge:
        yield judge


@pytest.mark.parametrize("lie", LIARS.values(), ids=LIARS)
def test_a_liar_gets_a_report_like_all_others(judge: Judge, lie: str) -> None:
    started = time.monotonic()
    report = measure_growth(judge, PROBLEM, FRAMES + lie)
    assert isinstance(report, GrowthReport)
    assert report.time.sentence
    assert report.space.sentence
    assert time.monotonic() - started < 20


def test_the_judge_measures_on(judge: Judge) -> None:
    for lie in LIARS.values():
        measure_growth(judge, PROBLEM, FRAMES + lie)
        break
    assert measure_growth(judge, PROBLEM, "def f(xs):\n    return sorted(xs)").points
