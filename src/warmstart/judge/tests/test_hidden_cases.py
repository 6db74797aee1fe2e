"""What a verdict tells of a hidden case: why it failed, never what its data are."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits, Sources
from warmstart.judge.structures import Raises
from warmstart.judge.verdict import Outcome, Verdict

SECRET = 987654
PROBLEM = FrozenProblem(
    id="secret",
    version=1,
    kind="code",
    entry="f",
    imports=(),
    starter="",
    reference="",
    cases=(FrozenCase("1", "large", "", (SECRET,), SECRET + 1, False, "hand"),),
    limits=Limits(seconds=2, mib=64),
)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(spares=0) as judge:
        yield judge


def told(verdict: Verdict) -> str:
    (case,) = verdict.cases
    assert str(SECRET) not in repr(verdict)
    assert verdict.message == f"large: {case.message}"
    return case.message


def gives(body: str) -> str:
    return f"def f(x):\n    {body}\n"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("raise ValueError(x)", "ValueError"),
        ("raise KeyError(f'no {x}: none')", "KeyError"),
        ("return x", "the result is not the expected one"),
        ("print(x); return str(x)", "want an int, got a str"),
    ],
)
def test_an_exceptions_text_and_a_result_stay_hidden(judge: Judge, body: str, message: str) -> None:
    assert told(judge.judge(PROBLEM, gives(body))) == message


def test_the_visible_case_tells_all(judge: Judge) -> None:
    seen = PROBLEM.with_cases((replace(PROBLEM.cases[0], visible=True),))
    verdict = judge.judge(seen, gives("raise ValueError(x)"))
    assert verdict.cases[0].message == f"ValueError: {SECRET}"


def test_of_a_wrong_exception_its_class_is_told(judge: Judge) -> None:
    raising = PROBLEM.with_cases((replace(PROBLEM.cases[0], expected=Raises("ValueError")),))
    assert told(judge.judge(raising, gives("raise KeyError(x)"))) == "want ValueError raised, got KeyError"
    assert judge.judge(raising, gives("raise ValueError(x)")).outcome is Outcome.AC


@pytest.mark.parametrize(
    ("remark", "message"),
    [
        ("'the argument was changed by the call'", "the argument was changed by the call"),
        ("f'got {out}, wanted {expected}'", "the result is not the expected one"),
        ("repr('abc') + ' is missing'", "the result is not the expected one"),
        ("out / 0", "the result is not the expected one"),
    ],
)
def test_a_checkers_remark_shows_only_in_plain_words(judge: Judge, remark: str, message: str) -> None:
    check = f"def check(inp, out, expected):\n    return {remark}\n"
    checked = replace(PROBLEM, source=Sources(check=check))
    assert told(judge.judge(checked, gives("return x"))) == message


NONSENSE = """
import os


def f(x):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, str(x).encode() * 50)
        except OSError:
            pass
"""


def test_a_worker_that_writes_nonsense_tells_nothing_by_it(judge: Judge) -> None:
    verdict = judge.judge(PROBLEM, NONSENSE)
    assert verdict.outcome is not Outcome.AC
    assert str(SECRET) not in repr(verdict)
