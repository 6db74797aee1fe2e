"""The real judge, from a submission to its verdict: outcomes, evidence, recovery, jobs at once."""

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from warmstart.judge import jail
from warmstart.judge.pool import JailUnavailable, Judge, JudgingStopped
from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits, Sources
from warmstart.judge.replies import Raised, Returned
from warmstart.judge.structures import Raises
from warmstart.judge.verdict import CaseResult, Outcome


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def case(number: int, given: tuple[object, ...], expected: object, *, visible: bool = False) -> FrozenCase:
    return FrozenCase(f"c{number}", f"case {number}", "why", given, expected, visible, "hand")


def doubling(*numbers: int, **rest: object) -> FrozenProblem:
    """Double each number; the first case is visible, the others are hidden."""
    cases = tuple(case(i, (n,), 2 * n, visible=i == 0) for i, n in enumerate(numbers))
    defaults = {"limits": Limits(seconds=0.5, mib=64, output_kib=16), "imports": (), "entry": "double"}
    return FrozenProblem(
        id="doubling", version=1, kind="code", starter="", reference="", cases=cases,
        **{**defaults, **rest},  # type: ignore[arg-type]
    )  # fmt: skip


THREE = doubling(1, 2, 3)
RIGHT = "def double(x):\n    return 2 * x\n"


@pytest.mark.parametrize(
    ("outcome", "body", "said"),
    [
        (Outcome.AC, "return 2 * x", ""),
        (Outcome.WA, "return 2 * x + (x == 1)", "case 0: want 2, got 3"),
        (Outcome.TLE, "while x == 2: pass\n    return 2 * x", "case 1: over 0.5 s of CPU time"),
        (Outcome.MLE, "return len(bytearray(x << 30))", "case 0: MemoryError: the memory limit was reached"),
        (Outcome.OLE, "print('x' * 20000); return 2 * x", "case 0: it printed over 16 KiB"),
        (Outcome.OLE, "return 'x' * (2 << 20)", "case 0: a result of over "),
        (Outcome.RE, "return 2 * x if x < 3 else x // 0", "case 2: ZeroDivisionError"),
        (Outcome.RE, "raise KeyError(x)", "case 0: KeyError: 1"),
        (Outcome.RE, "__import__('os')._exit(0)", "case 0: the process ended before it answered"),
        (Outcome.CE, "return 2 *", "SyntaxError: invalid syntax (line 2)"),
    ],
)
def test_what_happened_decides_the_verdict(judge: Judge, outcome: Outcome, body: str, said: str) -> None:
    verdict = judge.judge(THREE, f"def double(x):\n    {body}\n")
    assert verdict.outcome is outcome
    assert verdict.message.startswith(said)
    assert verdict.tier == str(judge.tier)


def test_the_first_case_that_is_not_right_decides(judge: Judge) -> None:
    verdict = judge.judge(THREE, "def double(x):\n    return [2, 5, 1 // 0][x - 1] if x < 3 else 1 // 0")
    assert [c.verdict for c in verdict.cases] == [Outcome.RE] * 3
    verdict = judge.judge(THREE, "def double(x):\n    return 2 if x == 1 else 5 if x == 2 else 1 // 0")
    assert [c.verdict for c in verdict.cases] == [Outcome.AC, Outcome.WA, Outcome.RE]
    assert verdict.outcome is Outcome.WA


@pytest.mark.parametrize(
    ("outcome", "trouble"),
    [
        (Outcome.OLE, "print('x' * 20000)"),
        (Outcome.OLE, "return 'x' * (2 << 20)"),
        (Outcome.RE, "__import__('os')._exit(0)"),
        (Outcome.RE, "__import__('os').write(3, bytes([0, 0, 0, 5, 0, 0, 0, 1, 123]))"),
    ],
)
def test_trouble_is_blamed_on_its_case_however_its_bytes_arrive(
    judge: Judge, outcome: Outcome, trouble: str
) -> None:
    many = doubling(*range(1, 30))
    for at in (2, 15, 29):  # quick cases are read several at a time, and the trouble with them
        source = f"def double(x):\n    if x == {at}:\n        {trouble}\n    return 2 * x\n"
        verdicts = [c.verdict for c in judge.judge(many, source).cases]
        assert verdicts[: at - 1] == [Outcome.AC] * (at - 1)
        assert verdicts[at - 1] is outcome


def test_cases_after_the_end_of_a_run_are_not_judged(judge: Judge) -> None:
    verdict = judge.judge(THREE, "def double(x):\n    while x == 2: pass\n    return 2 * x")
    assert [c.verdict for c in verdict.cases] == [Outcome.AC, Outcome.TLE, None]


def test_the_first_failure_can_be_enough(judge: Judge) -> None:
    source = "def double(x):\n    return 0"
    verdict = judge.judge(THREE, source, first_failure_only=True)
    assert [c.verdict for c in verdict.cases] == [Outcome.WA, None, None]
    assert verdict.outcome is Outcome.WA


def test_a_problem_may_want_an_exception(judge: Judge) -> None:
    wants = doubling(1).with_cases((case(0, (0,), Raises("ValueError")),))
    assert judge.judge(wants, "def double(x):\n    raise ValueError").outcome is Outcome.AC
    assert judge.judge(wants, "def double(x):\n    raise KeyError").outcome is Outcome.RE
    assert judge.judge(wants, "def double(x):\n    return 0").outcome is Outcome.WA


def test_one_submission_is_one_process_from_case_to_case(judge: Judge) -> None:
    """The second case sees what the first one left; the next submission does not."""
    source = "seen = []\ndef double(x):\n    seen.append(x)\n    return 2 * x if len(seen) == x else -1"
    assert judge.judge(THREE, source).outcome is Outcome.AC
    assert judge.judge(THREE, source).outcome is Outcome.AC


def test_a_learner_cannot_change_the_inputs_that_answers_are_told_by(judge: Judge) -> None:
    shared = doubling(1).with_cases(tuple(case(n, ([1, 2],), [1, 2]) for n in range(3)))
    source = "def double(xs):\n    answer = list(xs)\n    xs.append(3)\n    return answer"
    assert judge.judge(shared, source).outcome is Outcome.AC
    assert shared.cases[0].input == ([1, 2],)


def test_print_belongs_to_its_case(judge: Judge) -> None:
    problem = doubling(1, 2, 3)
    problem = problem.with_cases(tuple(replace(c, visible=True) for c in problem.cases))
    source = (
        "import sys\ndef double(x):\n    print('case', x)\n    print('!', file=sys.stderr)\n    return 2 * x"
    )
    verdict = judge.judge(problem, source)
    assert [c.stdout for c in verdict.cases] == [f"case {x}\n!\n" for x in (1, 2, 3)]


def test_print_within_the_limit_is_kept_whole(judge: Judge) -> None:
    verdict = judge.judge(doubling(1), "def double(x):\n    print('x' * (16 * 1024 - 1))\n    return 2 * x")
    assert verdict.outcome is Outcome.AC
    assert len(verdict.cases[0].stdout) == 16 * 1024


def test_hidden_cases_keep_their_print_result_and_answer_to_themselves(judge: Judge) -> None:
    verdict = judge.judge(THREE, "def double(x):\n    print(x)\n    return 1000 + x")
    assert [c.got for c in verdict.cases] == ["1001", None, None]
    assert [c.stdout for c in verdict.cases] == ["1\n", "", ""]
    assert verdict.cases[1].message == "the result is not the expected one"


def test_on_case_hears_each_case_as_it_comes(judge: Judge) -> None:
    heard: list[CaseResult] = []
    verdict = judge.judge(THREE, RIGHT, on_case=heard.append)
    assert tuple(heard) == verdict.cases


def test_stop_cancels(judge: Judge) -> None:
    stop = threading.Event()
    source = "def double(x):\n    while x == 2: pass\n    return 2 * x"
    with pytest.raises(JudgingStopped):
        judge.judge(THREE, source, stop=stop, limits=Limits(seconds=60), on_case=lambda result: stop.set())
    assert judge.judge(THREE, RIGHT).outcome is Outcome.AC


@pytest.mark.parametrize("spares", [0, 2])
def test_a_job_whose_zygote_dies_is_run_once_more(spares: int) -> None:
    source = "import time\ndef double(x):\n    time.sleep(0.2 if x == 2 else 0)\n    return 2 * x"
    with Judge(spares=spares) as judge:
        judge.warm("pure")
        killed: list[int] = []

        def kill_once(result: CaseResult) -> None:
            pid = judge.zygote_pids()["pure"]
            if not killed and pid is not None:
                killed.append(pid)
                os.kill(pid, signal.SIGKILL)

        verdict = judge.judge(THREE, source, on_case=kill_once)
        assert verdict.outcome is Outcome.AC
        assert [c.verdict for c in verdict.cases] == [Outcome.AC] * 3
        assert judge.zygote_pids()["pure"] not in killed


def test_a_zygote_that_died_while_idle_is_started_again() -> None:
    with Judge() as judge:
        judge.warm("pure")
        pid = judge.zygote_pids()["pure"]
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert judge.judge(THREE, RIGHT).outcome is Outcome.AC
        assert judge.zygote_pids()["pure"] != pid


def test_threads_judge_at_once_and_get_their_own_verdicts(judge: Judge) -> None:
    wanted = [Outcome.AC, Outcome.WA, Outcome.TLE, Outcome.RE] * 4
    bodies = ["return 2 * x", "return 0", "while True: pass", "raise KeyError"] * 4
    got: dict[int, Outcome] = {}

    def one(number: int) -> None:
        limits = Limits(seconds=0.1)
        got[number] = judge.judge(THREE, f"def double(x):\n    {bodies[number]}", limits=limits).outcome

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(bodies))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [got[number] for number in range(len(bodies))] == wanted


_CHECK = """
import builtins
def check(inp, out, expected):
    if hasattr(builtins, "poison") or "double" in dir(__import__("solution")):
        return "the checker met the learner"
    return None if out == expected else f"want {expected}"
"""


def test_a_checker_decides_in_a_worker_that_saw_no_learner_code(judge: Judge) -> None:
    checked = doubling(1, 2, source=Sources(check=_CHECK))
    poisoned = "import builtins\nbuiltins.poison = 1\ndef double(x):\n    return 2 * x"
    assert judge.judge(checked, poisoned).outcome is Outcome.AC
    verdict = judge.judge(checked, "def double(x):\n    return 2 * x + 1")
    assert (verdict.outcome, verdict.message) == (Outcome.WA, "case 0: want 2")


_DRIVER = "def run(sol, inp):\n    return [sol.double(x) for x in inp]\n"


def test_a_driver_calls_the_learners_module(judge: Judge) -> None:
    driven = doubling(1, source=Sources(run=_DRIVER)).with_cases((case(0, (1, 2, 3), [2, 4, 6]),))
    assert judge.judge(driven, RIGHT).outcome is Outcome.AC
    assert judge.judge(driven, "def double(x):\n    return x").outcome is Outcome.WA


def test_call_answers_in_order_and_tells_what_was_raised(judge: Judge) -> None:
    source = "def half(x):\n    assert x % 2 == 0, f'{x} is odd'\n    return x // 2"
    first, second, third = judge.call("pure", source, "half", [(4,), (3,), (2,)])
    assert (first, third) == (Returned(2), Returned(1))
    assert isinstance(second, Raised)
    assert second.sentence == "AssertionError: 3 is odd"


def test_call_tells_of_a_worker_that_ended(judge: Judge) -> None:
    source = "import os\ndef end(x):\n    return x if x else os._exit(0)"
    first, second = judge.call("pure", source, "end", [(1,), (0,)])
    assert first == Returned(1)
    assert isinstance(second, Raised)
    assert "ended before it answered" in second.message


def test_results_are_given_without_a_comparison(judge: Judge) -> None:
    run = judge.results(THREE, RIGHT, [(10,), ("ab",)])
    assert [c.result for c in run.cases] == [Returned(20), Returned("abab")]


def test_no_jail_is_no_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail, "best_tier", lambda: jail.Tier.T0)
    with pytest.raises(JailUnavailable, match="cannot be judged safely"):
        Judge()
