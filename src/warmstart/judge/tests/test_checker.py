"""A checker gets whatever a submission returns: it may reject it, never crash the judge or accept it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from warmstart.judge.pool import Judge
from warmstart.judge.problem import Limits, Sources
from warmstart.judge.tests.hostile.problem import HONEST_SOURCES, PROBLEMS
from warmstart.judge.verdict import Outcome

CHECKED = replace(PROBLEMS["checked"], limits=Limits(seconds=2, mib=128))
CARELESS = replace(
    CHECKED,
    source=Sources(
        check="def check(inp, out, expected):\n"
        "    out.sort()\n"
        "    i, j = out\n"
        "    return None if inp[0][i] + inp[0][j] == inp[1] and i >= 0 and i != j else f'{out!r}: no'\n"
    ),
)
"""As an author in a hurry writes it: it raises on what it did not think of."""

HONEST = HONEST_SOURCES["checked"]
REJECTED = {Outcome.WA, Outcome.RE, Outcome.OLE, Outcome.MLE}

STRANGE = [
    "None", "True", "...", "NotImplemented", "0", "-1", "10**4000", "-0.0", "1e308", "float('nan')",
    "float('inf')", "1j", "''", "'x' * 10**5", "'\\ud800'", "'\\0'", "b''", "bytes(10**5)", "bytearray(9)",
    "memoryview(b'x')", "[]", "[0]", "[0, 0]", "[1, 0]", "[0, 0, 0]", "[-1, -2]", "[0, 10**9]",
    "[0, -10**4000]", "[False, True]", "[0.0, 1.0]", "['0', '1']", "[None, None]", "[[0], [1]]",
    "[float('nan')] * 2", "()", "(0, 0)", "{}", "{0: 0, 1: 1}", "{'0': 1}", "{(0, 1): None}", "{1.5: 2}",
    "{None: None}", "set()", "{0, 1}", "frozenset({0})", "range(2)", "iter([0, 0])", "zip()", "object()",
    "type", "len", "pair", "lambda: 0", "__builtins__", "Exception('x')", "[0] * 50000",
    "list(range(50000))", "{i: i for i in range(9999)}", "[[[[[[[[[[]]]]]]]]]]",
    "eval('[' * 90 + ']' * 90)", "Nest(100)", "Nest(121)", "Nest(10**5)", "S.Chain((1, 2), 0)", "S.Chain(())",
    "S.Tree(())", "S.Tree(((0, -1, -1),))", "S.Graph(2**31 - 1, True, ())", "S.Graph(1, False, ((0, 0, 1),))",
    "S.Raises('ValueError')", "Liar(0)", "[Liar(0), Liar(0)]", "Text('01')", "Twins([0, 0])", "Bag(a=1)",
]  # fmt: skip

_WITH = """
import sys
S = sys.modules["warmstart.judge.structures"]
class Liar(int):
    __eq__ = __lt__ = __gt__ = lambda self, other: True
    __hash__ = int.__hash__
class Text(str):
    __eq__ = lambda self, other: True
    __hash__ = str.__hash__
class Twins(list):
    __eq__ = lambda self, other: True
class Bag(dict):
    __getitem__ = get = lambda self, *key: 0
def Nest(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value
def pair(xs, target):
    return %s
"""


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge
        assert judge.judge(CHECKED, HONEST).outcome is Outcome.AC


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize("problem", [CHECKED, CARELESS], ids=["careful", "careless"])
def test_a_strange_result_is_rejected(judge: Judge, problem: object, value: str) -> None:
    assert isinstance(problem, type(CHECKED))
    verdict = judge.judge(problem, _WITH % value)
    assert verdict.outcome in REJECTED
    assert verdict.message


def test_a_right_result_passes_both(judge: Judge) -> None:
    assert judge.judge(CHECKED, HONEST).outcome is Outcome.AC
    assert judge.judge(CARELESS, HONEST).outcome is Outcome.AC


def test_what_a_checker_did_not_foresee_is_told(judge: Judge) -> None:
    verdict = judge.judge(CARELESS, _WITH % "None")
    assert verdict.outcome is Outcome.WA
    assert "the result is of a form that cannot be checked (AttributeError" in verdict.message


def test_a_checker_that_dies_on_a_result_accepts_nothing(judge: Judge) -> None:
    dies = replace(
        CHECKED, source=Sources(check="import os\ndef check(inp, out, expected):\n    os._exit(0)\n")
    )
    verdict = judge.judge(dies, HONEST)
    assert verdict.outcome is Outcome.WA
    assert all(case.verdict is Outcome.WA for case in verdict.cases)


@pytest.mark.parametrize("said", ["True", "0", "''", "[]", "expected", "{}"])
def test_a_checker_accepts_by_none_alone(judge: Judge, said: str) -> None:
    source = Sources(check=f"def check(inp, out, expected):\n    return {said}\n")
    assert judge.judge(replace(CHECKED, source=source), HONEST).outcome is Outcome.WA
