"""Stacks that nobody uses give their memory back, and nobody's submission is lost by it."""

import os
import select
import threading
from collections.abc import Iterator

import pytest

from warmstart.judge import pool
from warmstart.judge.pool import Judge
from warmstart.judge.tests.test_judging import RIGHT, THREE
from warmstart.judge.verdict import CaseResult, Outcome


class Clock:
    """Stands still until it is set forward."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def judge(clock: Clock) -> Iterator[Judge]:
    with Judge(spares=1, idle=900, clock=clock) as judge:
        judge.warm("pure")
        yield judge


def test_a_stack_unused_for_its_time_sleeps_and_the_next_submission_wakes_it(
    judge: Judge, clock: Clock
) -> None:
    first = judge.zygote_pids()["pure"]
    clock.now += 899
    judge._put_to_sleep()
    assert judge.zygote_pids() == {"pure": first}
    clock.now += 1
    judge._put_to_sleep()
    assert judge.zygote_pids() == {}
    assert not os.path.exists(f"/proc/{first}")
    assert judge.judge(THREE, RIGHT).outcome is Outcome.AC
    assert judge.zygote_pids()["pure"] != first


def test_every_submission_counts_as_use(judge: Judge, clock: Clock) -> None:
    clock.now += 600
    assert judge.judge(THREE, RIGHT).outcome is Outcome.AC
    clock.now += 600
    judge._put_to_sleep()
    assert "pure" in judge.zygote_pids()


def test_a_stack_does_not_sleep_under_a_submission(judge: Judge, clock: Clock) -> None:
    def hours_later(result: CaseResult) -> None:
        clock.now += 3600
        judge._put_to_sleep()

    first = judge.zygote_pids()
    assert judge.judge(THREE, RIGHT, on_case=hours_later).outcome is Outcome.AC
    assert judge.zygote_pids() == first


def test_submissions_that_come_while_it_falls_asleep_are_all_judged(judge: Judge, clock: Clock) -> None:
    done = threading.Event()

    def keep_ageing() -> None:
        while not done.is_set():
            clock.now += 3600
            judge._put_to_sleep()

    thread = threading.Thread(target=keep_ageing)
    thread.start()
    try:
        outcomes = [judge.judge(THREE, RIGHT).outcome for _ in range(8)]
    finally:
        done.set()
        thread.join()
    assert outcomes == [Outcome.AC] * 8


def test_the_judge_looks_for_idle_stacks_by_itself(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr(pool, "SECONDS_BETWEEN_LOOKS", 0.01)
    with Judge(spares=1, idle=900, clock=clock) as judge:
        judge.warm("pure")
        end = select.poll()
        pidfd = os.pidfd_open(judge.zygote_pids()["pure"])
        end.register(pidfd, select.POLLIN)
        clock.now += 900
        ended = end.poll(20_000)
        os.close(pidfd)
    assert ended
