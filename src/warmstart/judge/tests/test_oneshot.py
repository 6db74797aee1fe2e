"""Workers that are started one by one: T4's way of working, for real on this system.

What this system lacks is left out: the sandbox and macOS's meters, whose text and layout are looked at.
"""

import os
import select
import struct
import sys
from collections.abc import Iterator

import pytest

from warmstart.judge import jail
from warmstart.judge.nursery import Nursery, ZygoteFailed
from warmstart.judge.oneshot_nursery import OneShot, OneShotNursery
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem, Growth, Limits, Sources
from warmstart.judge.process import WorkerProcess
from warmstart.judge.replies import Returned
from warmstart.judge.run import Metered, RunCase, prepare_inputs, run_job
from warmstart.judge.rusage import read_usage
from warmstart.judge.selftest import PROBLEM
from warmstart.judge.tests.hostile.problem import HONEST_SOURCES, PROBLEMS
from warmstart.judge.verdict import Outcome, Verdict
from warmstart.judge.worker import Job


class Guarded(OneShotNursery):
    """Watches memory itself, as on macOS, instead of leaving it to a limit of the kernel."""

    def _fork(self) -> WorkerProcess:
        worker = super()._fork()
        assert isinstance(worker, OneShot)
        worker._guarded = True
        return worker


class BareJudge(Judge):
    """Judges with one-shot workers outside any sandbox: only its own, harmless code."""

    def __init__(self, kind: type[OneShotNursery] = OneShotNursery) -> None:
        self._kind = kind
        super().__init__(tier=jail.Tier.T4, spares=1)

    def _new_nursery(self, stack: str) -> Nursery:
        return self._kind(stack, 1, sealed=False)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with BareJudge() as judge:
        yield judge


def verdict(judge: Judge, body: str) -> Verdict:
    return judge.judge(PROBLEM, f"import os\ndef double(x):\n    {body}\n    return 2 * x\n")


@pytest.mark.parametrize("name", PROBLEMS)
def test_right_code_is_accepted_in_every_kind_of_problem(judge: Judge, name: str) -> None:
    for _ in range(2):
        assert judge.judge(PROBLEMS[name], HONEST_SOURCES[name]).outcome is Outcome.AC


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("x += 1", Outcome.WA),
        ("while True: pass", Outcome.TLE),
        ("bytearray(2**30)", Outcome.MLE),
        ("print('x' * 10**6)", Outcome.OLE),
        ("os._exit(0)", Outcome.RE),
        ("os.kill(os.getpid(), 9)", Outcome.RE),
    ],
)
def test_every_verdict_is_reached(judge: Judge, body: str, outcome: Outcome) -> None:
    found = verdict(judge, body)
    assert found.outcome is outcome, found.message
    assert verdict(judge, "").outcome is Outcome.AC


def test_memory_is_watched_where_the_kernel_does_not_limit_it() -> None:
    with BareJudge(Guarded) as judge:
        grows = "x = [bytearray(2**20) for _ in range(500)] and x\n    while True: pass"
        found = judge.judge(PROBLEM, f"def double(x):\n    {grows}\n", limits=Limits(seconds=1.0, mib=64))
        assert found.outcome is Outcome.MLE, found.message
        assert found.memory_mb < 400


def test_what_a_submission_started_ends_with_it() -> None:
    forks = "import os, time\ndef f(x):\n    child = os.fork()\n    return child or time.sleep(600)\n"
    children: list[int] = []

    def see(index: int, case: RunCase) -> bool:
        assert isinstance(case.result, Returned)
        children.append(os.pidfd_open(int(str(case.result.value))))
        return False

    nursery = OneShotNursery("pure", 0, sealed=False)
    try:
        run_job(nursery, Job(forks, "f", prepare_inputs([(1,)])), Limits(), on_case=see)
        nursery.refill()
        ended, _, _ = select.select(children, [], [], 10)
        assert ended == children
    finally:
        nursery.close()
        for child in children:
            os.close(child)


def test_a_worker_has_the_limits_and_no_descriptor_but_its_own(judge: Judge) -> None:
    source = (
        "import os, resource\n"
        "def double(x):\n"
        "    held = []\n"
        "    for fd in range(300):\n"
        "        try: os.fstat(fd); held.append(fd)\n"
        "        except OSError: pass\n"
        "    return held, [resource.getrlimit(k) for k in x], os.getcwd(), dict(os.environ).get('HOME')\n"
    )
    kinds = [kind for kind, _ in jail.LIMITS]
    (case,) = judge.results(PROBLEM, source, [(kinds,)]).cases
    descriptors, limits, place, home = case.result.value  # type: ignore[union-attr,misc]
    assert descriptors == [0, 1, 2, 3]
    assert all(soft == hard <= value for (soft, hard), (_, value) in zip(limits, jail.LIMITS, strict=True))
    assert (place, home) == ("/", None)


def test_growth_is_metered(judge: Judge) -> None:
    big = "def big(n):\n    return (list(range(n)),)\n"
    problem = FrozenProblem(
        "g", 1, "code", "f", (), "", "", (), source=Sources(big=big), growth=Growth("n", 1.0, 0.3, ())
    )
    limits = Limits(seconds=1.0, mib=256)
    found = judge.measure_at(
        problem, "def f(a):\n    return sorted(a)\n", 1000, meter="counts", limits=limits
    )
    assert isinstance(found, Metered)
    assert found.count >= 999


def test_a_spare_that_ended_while_it_waited_is_replaced() -> None:
    nursery = OneShotNursery("pure", 1, sealed=False)
    try:
        nursery.give_back(nursery.take())
        nursery.refill()
        (spare,) = nursery._spares
        os.kill(spare.pid, 9)
        os.waitid(os.P_PID, spare.pid, os.WEXITED | os.WNOWAIT)
        worker = nursery.take()
        assert worker.pid != spare.pid
        nursery.give_back(worker)
    finally:
        nursery.close()


def test_asleep_it_holds_nothing() -> None:
    time = 0.0
    nursery = OneShotNursery("pure", 1, lambda: time, sealed=False)
    try:
        nursery.give_back(nursery.take())
        nursery.refill()
        held = nursery.footprint()
        assert held is not None
        assert held.mib > 1
        time = 1000.0
        assert nursery.sleep(900)
        assert nursery.footprint() is None
        assert not nursery._spares
    finally:
        nursery.close()


@pytest.mark.skipif(sys.platform == "darwin", reason="there it is what is wanted")
def test_without_its_sandbox_nothing_starts() -> None:
    with Judge(tier=jail.Tier.T4) as judge, pytest.raises(ZygoteFailed, match="sandbox_init needs macOS"):
        judge.judge(PROBLEM, "")


@pytest.mark.skipif(sys.platform == "darwin", reason="there it is what is wanted")
def test_another_system_is_never_given_this_tier() -> None:
    assert jail.Tier.T4 not in jail.TIERS
    assert jail.missing(jail.Tier.T4) == f"needs macOS, not {sys.platform}"


def test_a_process_report_of_macos_is_read_at_its_places() -> None:
    words = [0] * 40
    words[2], words[3], words[9], words[30] = 24_000_000, 48_000_000, 7_000, 9_000
    usage = read_usage(struct.pack("=40Q", *words), 125 / 3 / 1e9)
    assert usage.cpu == pytest.approx(3.0)
    assert (usage.footprint, usage.most) == (7_000, 9_000)
