import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from warmstart.judge.arrays import BufferReader, BufferWriter, InlineArrays
from warmstart.judge.compare import Tolerance, compare
from warmstart.judge.structures import Chain, Graph, Raises, Tree
from warmstart.judge.value import (
    DEEPEST,
    MalformedValue,
    NoArrays,
    UnencodableValue,
    canonical,
    decode,
    encode,
    strict_loads,
)

EXACT = Tolerance(0, 0)
numbers = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary())
hashables = st.one_of(st.integers(), st.text(), st.booleans(), st.none())
dtypes = st.sampled_from(["?", "i1", "u1", "<i2", "<u4", "<i8", "<f2", "<f4", "<f8", "<c8", "<c16"])
arrays = dtypes.flatmap(
    lambda name: hnp.arrays(np.dtype(name), hnp.array_shapes(min_dims=1, min_side=0, max_side=4))
)
values = st.recursive(
    numbers | arrays,
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.dictionaries(st.text() | st.integers(), inner),
        st.sets(hashables).filter(lambda s: len({repr(x) for x in s}) == len(s)),
    ),
    max_leaves=12,
)


def through_text(value: object) -> object:
    return decode(strict_loads(canonical(encode(value, InlineArrays()))), InlineArrays())


def through_buffers(value: object) -> object:
    writer = BufferWriter()
    tree = strict_loads(json.dumps(encode(value, writer)))
    return decode(tree, BufferReader([memoryview(b) for b in writer.buffers]))


@given(values)
def test_what_is_written_to_a_case_reads_back_the_same(value: object) -> None:
    assert compare(value, through_text(value), EXACT) is None


@given(values)
def test_what_a_worker_sends_reads_back_the_same(value: object) -> None:
    assert compare(value, through_buffers(value), EXACT) is None


@given(values)
def test_the_same_value_has_one_text(value: object) -> None:
    assert canonical(encode(value, InlineArrays())) == canonical(encode(through_text(value), InlineArrays()))


@pytest.mark.parametrize(
    "value",
    [
        Chain((1, 2, 3), 1, (None, 0, 2)),
        Tree(((1, 1, -1), (2, -1, -1))),
        Graph(3, True, ((0, 1, 2.5), (2, 0, None))),
        Raises("ValueError"),
    ],
)
def test_structures_read_back_the_same(value: object) -> None:
    assert through_text(value) == value


def test_a_chain_of_a_hundred_thousand_rows_does_not_recurse() -> None:
    rows = tuple((i, i + 1 if i < 99_999 else -1, -1) for i in range(100_000))
    assert through_text(Tree(rows)) == Tree(rows)


class Liar(list[int]):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


class LyingInt(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


def test_a_subclass_that_equals_everything_is_written_as_what_it_extends() -> None:
    assert encode(Liar([1, 2]), NoArrays()) == [1, 2]
    assert type(encode(LyingInt(3), NoArrays())) is int


def test_a_numpy_scalar_travels_as_its_kind() -> None:
    assert compare(1.5, through_buffers(np.float64(1.5)), EXACT) is None
    assert compare(1, through_buffers(np.int32(1)), EXACT) is None
    assert compare(1, through_buffers(np.float64(1)), EXACT) is not None
    assert compare(True, through_buffers(np.int64(1)), EXACT) is not None


@pytest.mark.parametrize("value", [object(), iter([]), len, np.array(["a"]), np.array([object()]), 3 + 4j])
def test_a_type_outside_the_format_is_refused_by_name(value: object) -> None:
    with pytest.raises(UnencodableValue):
        encode(value, InlineArrays())


def test_a_list_inside_itself_is_refused() -> None:
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(UnencodableValue, match=str(DEEPEST)):
        encode(ring, NoArrays())


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        "NaN",
        "Infinity",
        "1e400",
        "-1e999",
        "1" * 5000,
        "[" * 100_000,
        '{"a":',
        "",
        b"\xff\xfe",
        '"\x00"',
    ],
)
def test_text_that_is_not_strict_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(MalformedValue):
        strict_loads(text)


@pytest.mark.parametrize(
    "tree",
    [
        {"$nd": ["O", [1], [1]]},
        {"$nd": ["<f8", [2, 2], [1, 2, 3]]},
        {"$nd": ["<f8", [-1], []]},
        {"$nd": ["<f8", [2**40, 2**40], []]},
        {"$nd": ["<f8", [2**62, 0], []]},
        {"$nd": ["<f8", [True], [1]]},
        {"$nd": ["<i8", [1], [1.5]]},
        {"$nd": ["u1", [1], [300]]},
        {"$nd": ["<f8", [1], ["NaN"]]},
        {"$nd": ["V8", [1], [0]]},
        {"$nd": "x"},
        {"$f": "minus"},
        {"$f": []},
        {"$set": [1, 1]},
        {"$set": [[1]]},
        {"$dict": [[1, 2], [1, 3]]},
        {"$dict": [[[1], 2]]},
        {"$dict": [1]},
        {"$dict": [[i * (2**61 - 1), 0] for i in range(100)]},
        {"$set": [{"$tuple": [i * (2**61 - 1)]} for i in range(100)]},
        {"$bytes": "***"},
        {"$tuple": 3},
        {"$tree": [[1, 0, -1]]},
        {"$tree": [[1, 1, 1], [2, -1, -1]]},
        {"$graph": {"n": 1, "directed": False, "edges": [[0, 1, 1]]}},
        {"$chain": {"values": [], "cycle": 0, "other": None}},
        {"$raises": "not a name"},
        {"$unknown": 1},
        {"$f": "nan", "more": 1},
        {"a": {"$f": "x"}},
    ],
)
def test_a_tree_that_no_encoder_writes_is_refused(tree: object) -> None:
    with pytest.raises(MalformedValue):
        decode(tree, InlineArrays())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "$nd",
                        "$f",
                        "$set",
                        "$dict",
                        "$tuple",
                        "$bytes",
                        "$tree",
                        "$graph",
                        "$chain",
                        "$raises",
                        "a",
                    ]
                ),
                x,
            )
        ),
    )
)
def test_any_tree_decodes_or_is_refused(tree: object) -> None:
    for arrays_ in (InlineArrays(), BufferReader([memoryview(b"12345678")]), NoArrays()):
        try:
            decode(tree, arrays_)
        except MalformedValue:
            continue
