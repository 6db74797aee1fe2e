"""Bad source texts and wrong signatures: each gets its verdict and one clear sentence."""

from collections.abc import Iterator

import pytest

from warmstart.judge.pool import Judge
from warmstart.judge.tests.hostile.problem import HONEST_SOURCES, PROBLEMS
from warmstart.judge.verdict import Outcome, Verdict

HONEST = HONEST_SOURCES["pairs"]


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def judged(judge: Judge, source: bytes | str, problem: str = "pairs") -> Verdict:
    return judge.judge(PROBLEMS[problem], source)


def sentence(verdict: Verdict) -> str:
    """What the learner reads: the first line, below which their own traceback may stand."""
    return verdict.message.removeprefix(f"{verdict.cases[0].name}: ").partition("\n")[0]


@pytest.mark.parametrize(
    ("source", "outcome", "said"),
    [
        (b"", Outcome.RE, "`pair` is not defined"),
        (b"\n \n\t\n", Outcome.RE, "`pair` is not defined"),
        (b"# nothing yet", Outcome.RE, "`pair` is not defined"),
        (HONEST + b"#" * 2**20, Outcome.CE, "the source has 1,0"),
        (bytes(range(1, 256)), Outcome.CE, "the source is not UTF-8: byte 127 is 0x80"),
        (HONEST + b"\0", Outcome.CE, "the source holds a NUL character (line "),
        (HONEST + b"\xff", Outcome.CE, "the source is not UTF-8: byte "),
        (HONEST + b"# \xed\xa0\x80", Outcome.CE, "the source is not UTF-8: byte "),
        (HONEST.decode() + "# \ud800", Outcome.CE, "the source is not UTF-8: byte "),
        (b"def pair(xs, target):\nreturn 1", Outcome.CE, "IndentationError: expected an indented block"),
        (b"def pair(xs target): pass", Outcome.CE, "SyntaxError: invalid syntax"),
        (b"def pair(xs, target):\n\treturn 1\n        return 2", Outcome.CE, "TabError: "),
        (b"return [0, 1]", Outcome.CE, "SyntaxError: 'return' outside function (line 1)"),
        (b"pair = 3", Outcome.RE, "`pair` is of type int, not something to call"),
        (b"pair = None", Outcome.RE, "`pair` is not defined"),
        (b"def Pair(xs, target): pass", Outcome.RE, "`pair` is not defined"),
        (b"import nothing_of_the_kind", Outcome.RE, "ModuleNotFoundError: No module named"),
        (b"1 / 0", Outcome.RE, "ZeroDivisionError: division by zero"),
    ],
)
def test_a_source_that_cannot_be_called_says_why(
    judge: Judge, source: bytes | str, outcome: Outcome, said: str
) -> None:
    verdict = judged(judge, source)
    assert verdict.outcome is outcome
    assert said in sentence(verdict)
    assert all(case.verdict is None for case in verdict.cases)


@pytest.mark.parametrize(
    ("source", "outcome", "said"),
    [
        (b"def pair(): return [0, 1]", Outcome.RE, "TypeError: pair() takes 0 positional arguments but 2"),
        (b"def pair(xs): return [0, 1]", Outcome.RE, "TypeError: pair() takes 1 positional argument but 2"),
        (b"def pair(xs, t, u): return 1", Outcome.RE, "TypeError: pair() missing 1 required positional"),
        (b"def pair(xs, *, t): return 1", Outcome.RE, "TypeError: pair() takes 1 positional argument but 2"),
        (b"def pair(xs, target): pass", Outcome.WA, "want a list, got None"),
        (b"def pair(xs, target): return (0, 1)", Outcome.WA, "want a list, got a tuple"),
        (b"def pair(xs, target): return {0: 1}", Outcome.WA, "want a list, got a dict"),
        (b"def pair(xs, target): return '01'", Outcome.WA, "want a list, got a str"),
        (b"def pair(xs, target): return [0, 1.0]", Outcome.WA, "want an int, got a float"),
        (b"def pair(xs, target): return [0]", Outcome.WA, "want 2 entries, got 1"),
        (b"def pair(xs, target): yield 0", Outcome.RE, "the result holds a value of type generator"),
        (b"async def pair(xs, target): return [0, 1]", Outcome.RE, "a value of type coroutine"),
        (b"class pair:\n    def __init__(self, a, b): pass", Outcome.RE, "a value of type pair"),
    ],
)
def test_a_wrong_signature_or_result_says_what_was_wanted(
    judge: Judge, source: bytes, outcome: Outcome, said: str
) -> None:
    verdict = judged(judge, source)
    assert verdict.outcome is outcome
    assert said in sentence(verdict)
    assert verdict.cases[0].verdict is outcome


@pytest.mark.parametrize(
    "source",
    [
        HONEST.replace(b"\n", b"\r\n"),
        HONEST.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + HONEST,
        b"# -*- coding: latin-1 -*-\n# \xc3\xa9\n" + HONEST,
        HONEST + b"# no line end",
        HONEST.decode(),
        "\ufeff" + HONEST.decode(),
    ],
)
def test_a_good_source_is_read_however_it_is_written_down(judge: Judge, source: bytes | str) -> None:
    assert judged(judge, source).outcome is Outcome.AC


def test_an_error_names_the_line_of_the_learner(judge: Judge) -> None:
    verdict = judged(judge, b"def pair(xs, target):\r\n    here = xs[10**6]\r\n    return here\r\n")
    assert verdict.outcome is Outcome.RE
    assert sentence(verdict) == "IndexError: list index out of range"
    assert verdict.cases[0].trace == "line 2, in pair: here = xs[10**6]"
