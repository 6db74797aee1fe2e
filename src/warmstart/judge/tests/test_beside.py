"""An honest submission judged beside a hostile one, on the same judge at the same time."""

import threading
from collections.abc import Iterator

import pytest

from warmstart.judge.pool import Judge
from warmstart.judge.problem import Limits
from warmstart.judge.tests.hostile.catalogue import ENTRIES, Entry
from warmstart.judge.tests.hostile.problem import HONEST_SOURCES, PROBLEMS
from warmstart.judge.verdict import Outcome

ROOMY = Limits(seconds=5, mib=64)
NASTY = [
    "time/swallows-everything", "outliving/busy-thread", "memory/swallows-memory-error", "memory/in-pipes",
    "crash/c-recursion", "output/stdout-flood", "output/flood-of-marks", "exit/stops-itself",
    "exit/main-thread-ends", "signals/find-siblings", "processes/thread-bomb", "writing/descriptors",
    "protocol/flood-of-frames", "protocol/colliding-keys", "protocol/many-small-lists", "protocol/all-passed",
]  # fmt: skip


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        judge.judge(PROBLEMS["pairs"], HONEST_SOURCES["pairs"])
        yield judge


def _judge_honest_until(judge: Judge, done: threading.Event, outcomes: list[Outcome]) -> None:
    while not (done.is_set() and outcomes):
        verdict = judge.judge(PROBLEMS["pairs"], HONEST_SOURCES["pairs"], limits=ROOMY)
        outcomes.append(verdict.outcome)


@pytest.mark.slow
@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.id in NASTY], ids=lambda entry: entry.id)
def test_honest_code_is_accepted_beside_hostile_code(judge: Judge, entry: Entry) -> None:
    zygotes, done = judge.zygote_pids(), threading.Event()
    outcomes: list[Outcome] = []
    honest = threading.Thread(target=_judge_honest_until, args=(judge, done, outcomes))
    honest.start()
    try:
        verdict = judge.judge(PROBLEMS["pairs"], entry.source())
    finally:
        done.set()
        honest.join()
    assert verdict.outcome in entry.verdicts
    assert set(outcomes) == {Outcome.AC}
    assert judge.zygote_pids() == zygotes


def test_every_nasty_one_is_in_the_catalogue() -> None:
    assert set(NASTY) <= {entry.id for entry in ENTRIES}
