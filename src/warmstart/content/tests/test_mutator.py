"""Every automatic mutant parses, differs, is one change in one place, and has a label of its own."""

import ast
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.content.mutate.mutator import AutoMutant, mutate

ATOM = st.sampled_from(
    ["a", "b", "xs[0]", "f(a, key=b)", "1", "0.5", "'text'", "True", "xs[1:n]", "min(a, b)", "-a"]
)
ARITHMETIC = st.sampled_from(["+", "-", "*", "//", "%", "**", "@", "&", "|", "^", "<<", ">>"])
EXPRESSION = st.recursive(
    ATOM,
    lambda inner: st.one_of(
        st.builds(
            "({} {} {})".format,
            inner,
            ARITHMETIC,
            inner,
        ),
        st.builds(
            "({} {} {})".format, inner, st.sampled_from(["<", "<=", "==", "in", "is not", "and", "or"]), inner
        ),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("[{} for a in xs if {}]".format, inner, inner),
        st.builds("(not {})".format, inner),
    ),
    max_leaves=6,
)
STATEMENT = st.one_of(
    st.builds("a = {}".format, EXPRESSION),
    st.builds("a += {}".format, EXPRESSION),
    st.builds("if {}:\n    return {}".format, EXPRESSION, EXPRESSION),
    st.builds("while {}:\n    break".format, EXPRESSION),
    st.builds("xs.append({})".format, EXPRESSION),
)


def program(statements: list[str]) -> str:
    body = textwrap.indent("\n".join(statements), "    ")
    return f'def solve(xs, n=3):\n    """Caption 1 + 1."""\n{body}\n    return xs\n'


def place(before: ast.AST, after: ast.AST) -> ast.AST:
    """The smallest node of `before` outside which the two trees are the same."""
    if type(before) is type(after):
        pairs = list(zip(ast.iter_fields(before), ast.iter_fields(after), strict=True))
        if all(not isinstance(a, list) or len(a) == len(b) for (_, a), (_, b) in pairs):
            flat = [
                (x, y)
                for (_, a), (_, b) in pairs
                for x, y in (zip(a, b, strict=True) if isinstance(a, list) else [(a, b)])
            ]
            apart = [(x, y) for x, y in flat if dump(x) != dump(y)]
            if len(apart) == 1 and all(isinstance(side, ast.expr | ast.stmt) for side in apart[0]):
                return place(*apart[0])
    return before


def dump(value: object) -> str:
    return ast.dump(value) if isinstance(value, ast.AST) else repr(value)


@settings(deadline=None)
@given(st.lists(STATEMENT, min_size=1, max_size=4).map(program))
def test_every_mutant_parses_differs_and_changes_one_place(source: str) -> None:
    before = ast.parse(source)
    mutants = mutate(source)
    assert mutants
    for mutant in mutants:
        after = ast.parse(mutant.source)
        assert dump(after) != dump(before)
        where = place(before, after)
        assert where.lineno == mutant.line  # type: ignore[attr-defined]
        assert mutant.old_line == source.split("\n")[mutant.line - 1].strip()


@settings(deadline=None)
@given(st.lists(STATEMENT, min_size=1, max_size=4).map(program))
def test_labels_name_one_mutant_each_and_the_order_is_fixed(source: str) -> None:
    mutants = mutate(source)
    assert len({mutant.label for mutant in mutants}) == len(mutants)
    assert len({mutant.source for mutant in mutants}) == len(mutants)
    assert mutate(source) == mutants
    assert [mutant.line for mutant in mutants] == sorted(mutant.line for mutant in mutants)


def labels(body: str) -> list[str]:
    return [mutant.label.partition(" ")[2] for mutant in mutate(body)]


KINDS = [
    ("a < b", {"<-><="}),
    ("a == b", {"==->!="}),
    ("a not in b", {"not in->in"}),
    ("a is None", {"is->is not"}),
    ("a + b", {"+->-", "a + b->a"}),
    ("a // b", {"//->/", "a // b->a"}),
    ("a & b", {"&->|", "a & b->a"}),
    ("a and b", {"and->or", "and a->nothing", "and b->nothing"}),
    ("not a", {"not->nothing"}),
    ("-a", {"-->nothing"}),
    ("0", {"0->1", "0->-1"}),
    ("0.5", {"0.5->1.5", "0.5->-0.5"}),
    ("True", {"True->False"}),
    ("'a'", {"'a'->''"}),
    ("f(a, k=b)", {"k=b->nothing"}),
    ("min(a)", {"min->max"}),
    ("any(a)", {"any->all"}),
    ("np.argmax(a)", {"argmax->argmin"}),
    ("a[b:c]", {"b:c->:c", "b:c->b:"}),
    ("a if b else c", {"b->True", "b->False"}),
    ("[a for a in b if c]", {"c->True", "c->False"}),
]


@pytest.mark.parametrize(("expression", "expected"), KINDS, ids=[kind for kind, _ in KINDS])
def test_each_kind_of_expression_has_its_slips(expression: str, expected: set[str]) -> None:
    deleted = f"x = {expression}->pass"
    assert set(labels(f"x = {expression}")) == {*expected, deleted}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("a -= b", {"-=->+=", "a -= b->pass"}),
        ("f()", {"f()->pass"}),
        ("raise E('message 1')", {"raise E('message 1')->pass"}),
        ("if a:\n    pass", {"a->True", "a->False"}),
        ("while a:\n    break", {"a->False", "break->continue"}),
        ("def f():\n    return a", {"return a->return None"}),
        ("def f():\n    return None", set()),
        ("def f(a=1, *, b: int = 2) -> 3:\n    'text'", set()),
        ("class A:\n    'text'\n    x: int = 0\n    __slots__ = ('a',)", set()),
        ("import a as b", set()),
        ("x: int = a", set()),
        ("f'{a + 1}'", {"f'{a + 1}'->pass"}),
    ],
)
def test_statements_have_theirs_and_what_is_no_behaviour_is_left_alone(
    statement: str, expected: set[str]
) -> None:
    assert set(labels(statement)) == expected


def test_only_the_lines_asked_for_are_mutated() -> None:
    source = "a = 1\nb = 2\nc = 3\n"
    assert {mutant.line for mutant in mutate(source, range(2, 3))} == {2}


def test_places_are_counted_in_characters_also_beyond_ascii() -> None:
    (deleted, *others) = mutate("größe = 'ß' + breite\n")
    assert isinstance(deleted, AutoMutant)
    assert {mutant.source for mutant in others} == {
        "größe = ('ß' - breite)\n",
        "größe = 'ß'\n",
        "größe = '' + breite\n",
    }


def test_the_second_of_two_equal_changes_on_a_line_is_numbered() -> None:
    assert [label for label in labels("f(0, 0)") if "->1" in label] == ["0->1", "0->1 #2"]
