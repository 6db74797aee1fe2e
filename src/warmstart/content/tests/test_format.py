"""Parsing what was formatted gives the same problem."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.content.format import format_problem
from warmstart.content.problem import Complexity, LimitsGiven, Problem, read_problem_folder
from warmstart.content.schema import DIFFICULTIES, STATUSES

TEXT = st.text(max_size=30).filter(str.strip)
NAME = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
# no heading, no fence, no NUL: those have a meaning of their own in problem.md
LINE = st.text(st.characters(exclude_characters="#`~\r\n\0\ufeff", exclude_categories=["Cs"]), max_size=30)
SOLID = LINE.map(str.strip).filter(bool)
PROSE = st.builds(
    lambda first, middle, last: "\n".join([first, *middle, last]).strip("\n").rstrip(),
    SOLID,
    st.lists(LINE, max_size=3),
    SOLID,
)
HINT = st.lists(SOLID, min_size=1, max_size=3).map("\n".join)
NUMBER = st.floats(0, 100) | st.integers(0, 100)
COMPLEXITY = st.builds(Complexity, TEXT, NUMBER, NUMBER, st.none() | NUMBER)
LIMITS = st.builds(
    LimitsGiven,
    st.none() | st.floats(0.1, 90),
    st.none() | st.integers(1, 900),
    st.none() | st.integers(1, 900),
)
PROBLEM = st.builds(
    Problem,
    path=st.just(Path()),
    slug=st.just("made-up"),
    id=st.uuids(version=4).map(str),
    version=st.integers(1, 9),
    status=st.sampled_from(STATUSES),
    title=TEXT,
    kind=st.just("code"),
    difficulty=st.sampled_from(DIFFICULTIES),
    minutes=st.integers(1, 99),
    skills=st.lists(TEXT, min_size=1, max_size=3, unique=True).map(tuple),
    entry=NAME,
    imports=st.sampled_from([(), ("numpy",), ("heapq", "numpy")]),
    sample=st.lists(TEXT, min_size=1, max_size=3, unique=True).map(tuple),
    complexity=st.none() | COMPLEXITY,
    limits=LIMITS,
    sources=st.lists(TEXT, max_size=3).map(tuple),
    statement=PROSE,
    hints=st.lists(HINT, min_size=1, max_size=3).map(tuple),
    explanation=PROSE,
)


OWN = st.one_of(
    st.just({"kind": "code"}),
    st.fixed_dictionaries(
        {"kind": st.just("debug"), "faults": st.lists(TEXT, min_size=1, unique=True).map(tuple)}
    ),
    st.fixed_dictionaries({"kind": st.just("sql"), "schema": TEXT, "ordered": st.booleans()}),
)
"""The keys that belong to one kind."""


@settings(deadline=None)
@given(problem=st.builds(lambda problem, own: replace(problem, **own), PROBLEM, OWN))
def test_parse_after_format_is_the_identity(
    problem: Problem, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / uuid.uuid4().hex / problem.slug
    folder.mkdir(parents=True)
    (folder / "problem.md").write_text(format_problem(problem), encoding="utf-8", newline="")
    assert read_problem_folder(folder) == (problem, [])
