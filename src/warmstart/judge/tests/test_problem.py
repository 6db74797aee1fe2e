import numpy as np
import pytest

from warmstart.judge.compare import Tolerance, compare
from warmstart.judge.problem import (
    FrozenCase,
    FrozenProblem,
    Growth,
    Limits,
    MalformedProblem,
    Sources,
    WrongSolution,
    read_problem,
    write_problem,
)

PROBLEM = FrozenProblem(
    id="0b7f1f0e-2f0c-4a57-9a55-7f6f0e6d0c11",
    version=2,
    kind="code",
    entry="scale",
    imports=("numpy",),
    starter="def scale(x): ...\n",
    reference="def scale(x):\n    return x * 2\n",
    cases=(
        FrozenCase(
            "1",
            "one",
            "é",
            (np.array([[1.5, np.nan]], dtype=np.float32),),
            {2: (1, {3})},
            True,
            "hand",
            4,
            ("w",),
        ),
        FrozenCase("2", "two", "", ([],), -0.0, False, "generated"),
    ),
    source=Sources(check="def check(i, o, e): ..."),
    rtol=1e-6,
    limits=Limits(4.0, 64, 32),
    growth=Growth("n", 1.0, 0.35, (1000, 2000)),
    wrong=(WrongSolution("w", "why"),),
    oracle="numpy",
    score={"raw": 0.9, "reviewed": 1.0},
)


def test_what_is_written_reads_back_the_same() -> None:
    read = read_problem(write_problem(PROBLEM))
    assert write_problem(read) == write_problem(PROBLEM)
    assert compare(PROBLEM.cases[0].input, read.cases[0].input, Tolerance(0, 0)) is None
    assert (read.growth, read.limits, read.source, read.wrong) == (
        PROBLEM.growth,
        PROBLEM.limits,
        PROBLEM.source,
        PROBLEM.wrong,
    )


def test_each_case_has_a_line_of_its_own() -> None:
    assert sum(line.startswith('{"cost"') for line in write_problem(PROBLEM).splitlines()) == 2


def test_the_imports_choose_the_stack() -> None:
    assert PROBLEM.stack == "numpy"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', b"\xff", '{"format": 1, "cases": 3}']
)
def test_a_file_of_another_kind_is_refused_with_the_way_to_mend_it(text: str | bytes) -> None:
    with pytest.raises(MalformedProblem, match="pack prove"):
        read_problem(text)
