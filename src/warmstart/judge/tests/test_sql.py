"""Queries on the real judge: what comes back, what is refused, what never ends."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from warmstart.judge import jail
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits, read_problem, write_problem
from warmstart.judge.replies import Raised, Returned
from warmstart.judge.verdict import Outcome

STAFF = {
    "staff": [("Ann", "x", 5), ("Bob", "x", 5), ("Cy", "y", None), ("Di", None, 2)],
    "team": [("x", 1.5), ("y", 0.5), ("z", 0.0)],
}
NOBODY: dict[str, list[tuple[object, ...]]] = {"staff": [], "team": []}
PROBLEM = FrozenProblem(
    id="best-paid",
    version=1,
    kind="sql",
    entry="query",
    imports=(),
    starter="",
    reference="",
    schema="CREATE TABLE staff (name TEXT, team TEXT, pay INTEGER); CREATE TABLE team (id TEXT, share REAL);",
    cases=(
        FrozenCase("1", "ties", "", STAFF, [("Ann", 7.5), ("Bob", 7.5), ("Cy", None)], True, "hand"),
        FrozenCase("2", "nobody", "", NOBODY, [], False, "hand"),
    ),
    limits=Limits(seconds=5, mib=64),
)
RIGHT = "SELECT name, pay * share AS due FROM staff JOIN team ON team.id = staff.team -- a comment\n;\n"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(spares=1) as judge:
        yield judge


def result(judge: Judge, query: str) -> Returned | Raised:
    """What `query` gives on STAFF, or why it was not taken."""
    run = judge.results(PROBLEM, query, [STAFF])
    return run.failure or run.cases[0].result


@pytest.mark.parametrize("tier", [jail.Tier.T1, jail.Tier.T2])
def test_a_right_query_is_accepted(tier: jail.Tier) -> None:
    with Judge(tier=tier, spares=0) as judge:
        verdict = judge.judge(PROBLEM, RIGHT)
    assert (verdict.outcome, verdict.message) == (Outcome.AC, "")


def test_a_wrong_query_is_told_of_a_row_that_is_missing(judge: Judge) -> None:
    verdict = judge.judge(PROBLEM, RIGHT.replace("pay * share", "pay + share"))
    assert verdict.outcome is Outcome.WA
    assert verdict.message == "ties: the row ('Ann', 7.5) is missing"


def test_order_counts_where_it_is_asked_for(judge: Judge) -> None:
    backwards = "SELECT * FROM (" + RIGHT.partition("--")[0] + ") ORDER BY name DESC"
    assert judge.judge(PROBLEM, backwards).outcome is Outcome.AC
    verdict = judge.judge(replace(PROBLEM, ordered=True), backwards)
    assert verdict.message == "ties: the rows are right, their order is not"
    assert judge.judge(replace(PROBLEM, ordered=True), RIGHT).outcome is Outcome.AC


def test_every_kind_of_value_comes_back(judge: Judge) -> None:
    row = (None, -(2**63), 2**63 - 1, 0.1, "é", b"\0\xff", 1)
    query = "SELECT NULL, -9223372036854775808, 9223372036854775807, 0.1, 'é', x'00ff', 1 = 1"
    assert result(judge, query) == Returned([row])


def test_functions_that_return_tables_can_be_read(judge: Judge) -> None:
    assert result(judge, "SELECT value FROM json_each('[1, 2]')") == Returned([(1,), (2,)])
    assert result(judge, "SELECT CAST(x'ff' AS TEXT) IS NULL") == Returned([(0,)])


def test_each_case_has_a_database_of_its_own(judge: Judge) -> None:
    run = judge.results(PROBLEM, "SELECT COUNT(*) FROM staff", [STAFF, NOBODY, STAFF])
    assert [case.result for case in run.cases] == [Returned([(n,)]) for n in (4, 0, 4)]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC 1", 'near "SELEC": syntax error'),
        ("SELECT nme FROM staff", "no such column: nme"),
        ("SELECT * FROM nowhere", "no such table: nowhere"),
        ("", "incomplete input"),
        ("-- nothing but a comment", "incomplete input"),
        ("/* open", "incomplete input"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("SELECT 1; DROP TABLE staff", "one statement at a time"),
        ("SELECT ?", "binding"),
        ("SELECT 'it", "unrecognized token"),
        ("EXPLAIN SELECT 1", 'near "EXPLAIN": syntax error'),
        ("SELECT " + "(" * 5000 + "1" + ")" * 5000, "parser stack overflow"),
    ],
)
def test_what_sqlite_cannot_read_does_not_compile(judge: Judge, query: str, said: str) -> None:
    verdict = judge.judge(PROBLEM, query)
    assert verdict.outcome is Outcome.CE
    assert said in verdict.message


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("ATTACH '/etc/passwd' AS other", "ATTACH"),
        ("ATTACH ':memory:' AS other", "ATTACH"),
        ("VACUUM INTO '/tmp/stolen'", "ATTACH"),
        ("PRAGMA writable_schema = 1", "PRAGMA"),
        ("SELECT * FROM pragma_database_list", "UPDATE"),
        ("INSERT INTO staff VALUES ('Eve', 'x', 9)", "INSERT"),
        ("WITH new AS (SELECT 'Eve' AS name) INSERT INTO staff SELECT name, 'x', 9 FROM new", "INSERT"),
        ("WITH old AS (SELECT 'Ann' AS name) DELETE FROM staff WHERE name IN old", "DELETE"),
        ("UPDATE staff SET pay = 9 RETURNING name", "UPDATE"),
        ("CREATE TEMP TABLE mine (x)", "INSERT"),
        ("CREATE VIRTUAL TABLE mine USING fts5(x)", "INSERT"),
        ("DROP TABLE staff", "DELETE"),
        ("BEGIN", "TRANSACTION"),
        ("SAVEPOINT here", "SAVEPOINT"),
        ("SELECT load_extension('libc.so.6')", "load_extension"),
        ("SELECT Load_Extension('libc.so.6', 'abort')", "load_extension"),
        ("SELECT fts3_tokenizer('simple')", "fts3_tokenizer"),
    ],
)
def test_a_query_can_only_read(judge: Judge, query: str, refused: str) -> None:
    verdict = judge.judge(PROBLEM, query)
    assert verdict.outcome is Outcome.RE
    assert f"PermissionError: {refused} is not allowed: the query can only read" in verdict.message
    assert judge.judge(PROBLEM, RIGHT).outcome is Outcome.AC


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


@pytest.mark.parametrize(
    ("query", "outcome", "said"),
    [
        (f"{ENDLESS} SELECT COUNT(*) FROM n", Outcome.TLE, "over 20,000,000 steps of SQLite"),
        (f"{ENDLESS} SELECT i, i FROM n WHERE i < 0", Outcome.TLE, "over 20,000,000 steps of SQLite"),
        (f"{ENDLESS} SELECT i, randomblob(9999) FROM n", Outcome.MLE, "the memory limit was reached"),
        ("SELECT length(CAST(zeroblob(900000000) AS TEXT))", Outcome.MLE, "the memory limit was reached"),
        ("SELECT randomblob(900000000)", Outcome.MLE, "the memory limit was reached"),
        ("SELECT randomblob(2147483648)", Outcome.RE, "string or blob too big"),
        ("SELECT printf('%*d', 5000000, 1)", Outcome.OLE, "a result of over"),
        ("SELECT abs(-9223372036854775808)", Outcome.RE, "integer overflow"),
        ("SELECT CAST(x'ff' AS TEXT), 1", Outcome.RE, "Could not decode to UTF-8"),
        ("SELECT 1, 9e999", Outcome.WA, "want 3 rows, got 1"),
        ("SELECT 1", Outcome.WA, "want rows of 2 columns, got 1"),
    ],
)
def test_what_takes_too_much_is_ended(judge: Judge, query: str, outcome: Outcome, said: str) -> None:
    verdict = judge.judge(PROBLEM, query)
    assert (verdict.outcome, said in verdict.message) == (outcome, True), verdict.message
    assert judge.judge(PROBLEM, RIGHT).outcome is Outcome.AC


def test_a_slow_query_meets_the_clock_before_the_steps(judge: Judge) -> None:
    limits = Limits(seconds=0.1, mib=64)
    verdict = judge.judge(PROBLEM, f"{ENDLESS} SELECT COUNT(*) FROM n", limits=limits)
    assert verdict.message == "ties: over 0.1 s of CPU time"


def test_author_code_of_a_query_problem_is_python(judge: Judge) -> None:
    checker = "def check(inp, out, expected):\n    return None if len(inp['staff']) else 'empty'\n"
    assert judge.call(PROBLEM.stack, checker, "check", [(NOBODY, [], [])]) == (Returned("empty"),)


def test_schema_and_order_are_written_where_there_is_something_to_say() -> None:
    text = write_problem(replace(PROBLEM, ordered=True))
    assert (read_problem(text).schema, read_problem(text).ordered) == (PROBLEM.schema, True)
    plain = write_problem(replace(PROBLEM, schema=""))
    assert '"schema"' not in plain
    assert '"ordered"' not in plain
    assert (read_problem(plain).schema, read_problem(plain).ordered) == ("", False)
