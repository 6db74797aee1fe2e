"""Values as JSON trees: the one encoding of cases, of jobs and of what a worker sends back.

The worker runs this too, so nothing here imports NumPy: arrays are the business of an `Arrays`
(`arrays.py`), and a stack without NumPy passes `NoArrays`.
Source of the format: docs/pack-format.md, "Values".
"""

import base64
import binascii
import json
import math
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from warmstart.judge.structures import Chain, Graph, Raises, Tree

DEEPEST = 120
"""Levels of nesting that are encoded or decoded; more is refused on both sides."""

MOST_OF_ONE_HASH = 64


class UnencodableValue(Exception):
    """A value of a type that a case cannot hold; the message names the type."""


class MalformedValue(Exception):
    """A tree that no encoder of ours writes; the message says what is wrong with it."""


class Arrays(Protocol):
    """How arrays and NumPy scalars become leaves of a tree, and back."""

    def encode(self, value: object) -> object | None:
        """The `$nd` payload of an array or NumPy scalar; None: not one."""

    def decode(self, payload: object) -> object:
        """The array that `payload` stands for. MalformedValue: it stands for none."""


class NoArrays:
    """For stacks without NumPy: nothing is an array, and none is accepted."""

    def encode(self, value: object) -> None:
        return None

    def decode(self, payload: object) -> object:
        raise MalformedValue("an array where none can be")


_SPECIAL_FLOATS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def float_name(value: float) -> str:
    """'nan', 'inf' or '-inf' for a float that JSON cannot hold."""
    return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"


def encode(value: object, arrays: Arrays, depth: int = 0) -> object:
    """`value` as a JSON tree. UnencodableValue: a type outside the format, or nested too deep.

    Subclasses of the plain containers and numbers are written as what they extend, so an
    overridden `__eq__` never leaves the worker.
    """
    kind = type(value)
    if value is None or kind is bool or kind is int or kind is str:
        return value
    if kind is float:
        return value if math.isfinite(value) else {"$f": float_name(value)}  # type: ignore[arg-type]
    if depth > DEEPEST:
        raise UnencodableValue(f"nested deeper than {DEEPEST} levels")
    writer = _WRITERS.get(kind)
    if writer is not None:
        return writer(value, arrays, depth + 1)
    return _encode_by_extension(value, arrays, depth)


def _encode_by_extension(value: object, arrays: Arrays, depth: int) -> object:
    payload = arrays.encode(value)
    if payload is not None:
        return {"$nd": payload}
    for plain in (str, int, float):
        if isinstance(value, plain):
            return encode(plain(value), arrays, depth)
    for kind, writer in _WRITERS.items():
        if isinstance(value, kind):
            return writer(value, arrays, depth + 1)
    raise UnencodableValue(f"a value of type {type(value).__name__}")


def _write_list(value: list[object], arrays: Arrays, depth: int) -> object:
    return [encode(x, arrays, depth) for x in list.__iter__(value)]


def _write_tuple(value: tuple[object, ...], arrays: Arrays, depth: int) -> object:
    return {"$tuple": [encode(x, arrays, depth) for x in tuple.__iter__(value)]}


def _write_set(value: set[object] | frozenset[object], arrays: Arrays, depth: int) -> object:
    return {"$set": sorted((encode(x, arrays, depth) for x in value), key=canonical)}


def _write_dict(value: dict[object, object], arrays: Arrays, depth: int) -> object:
    items = list(dict.items(value))
    if all(type(k) is str and not k.startswith("$") for k, _ in items):
        return {k: encode(v, arrays, depth) for k, v in items}
    return {"$dict": [[encode(k, arrays, depth), encode(v, arrays, depth)] for k, v in items]}


def _write_bytes(value: bytes | bytearray, arrays: Arrays, depth: int) -> object:
    return {"$bytes": base64.b64encode(bytes(value)).decode("ascii")}


def _write_chain(value: Chain, arrays: Arrays, depth: int) -> object:
    other = None if value.other is None else list(value.other)
    return {
        "$chain": {
            "values": [encode(x, arrays, depth) for x in value.values],
            "cycle": value.cycle,
            "other": other,
        }
    }


def _write_tree(value: Tree, arrays: Arrays, depth: int) -> object:
    return {"$tree": [[encode(x, arrays, depth), left, right] for x, left, right in value.rows]}


def _write_graph(value: Graph, arrays: Arrays, depth: int) -> object:
    edges = [[u, v, encode(w, arrays, depth)] for u, v, w in value.edges]
    return {"$graph": {"n": value.n, "directed": value.directed, "edges": edges}}


def _write_raises(value: Raises, arrays: Arrays, depth: int) -> object:
    return {"$raises": value.name}


_Writer = Callable[..., object]
_WRITERS: dict[type, _Writer] = {
    list: _write_list,
    tuple: _write_tuple,
    dict: _write_dict,
    set: _write_set,
    frozenset: _write_set,
    bytes: _write_bytes,
    bytearray: _write_bytes,
    Chain: _write_chain,
    Tree: _write_tree,
    Graph: _write_graph,
    Raises: _write_raises,
}


def decode(tree: object, arrays: Arrays, depth: int = 0) -> object:
    """The value that a JSON tree stands for. MalformedValue: it stands for none."""
    kind = type(tree)
    if tree is None or kind is bool or kind is int or kind is str:
        return tree
    if kind is float:
        if not math.isfinite(tree):  # type: ignore[arg-type]
            raise MalformedValue("a bare non-finite number")
        return tree
    if depth > DEEPEST:
        raise MalformedValue(f"nested deeper than {DEEPEST} levels")
    if isinstance(tree, list):
        return [decode(x, arrays, depth + 1) for x in tree]
    if isinstance(tree, dict):
        return _decode_object(tree, arrays, depth + 1)
    raise MalformedValue(f"a {kind.__name__} in a value")


def _decode_object(tree: dict[str, object], arrays: Arrays, depth: int) -> object:
    tag = next((k for k in tree if k.startswith("$")), None)
    if tag is None:
        return {k: decode(v, arrays, depth) for k, v in tree.items()}
    if len(tree) != 1 or tag not in _READERS:
        raise MalformedValue(f"unknown tag {tag[:40]!r}")
    try:
        return _READERS[tag](tree[tag], arrays, depth)
    except (TypeError, ValueError, KeyError, binascii.Error) as error:
        raise MalformedValue(f"a bad {tag}: {error}") from error


def _want(condition: bool, what: str) -> None:
    if not condition:
        raise MalformedValue(what)


def _list(payload: object) -> list[object]:
    if not isinstance(payload, list):
        raise MalformedValue("a list was wanted")
    return payload


def _index(value: object, low: int, high: int) -> int:
    if type(value) is not int or not low <= value < high:
        raise MalformedValue(f"an index outside {low}..{high - 1}")
    return value


def _read_float(payload: object, arrays: Arrays, depth: int) -> object:
    _want(isinstance(payload, str), "a name of a float was wanted")
    return _SPECIAL_FLOATS[str(payload)]


def _read_tuple(payload: object, arrays: Arrays, depth: int) -> object:
    return tuple(decode(x, arrays, depth) for x in _list(payload))


def _read_set(payload: object, arrays: Arrays, depth: int) -> object:
    items = [decode(x, arrays, depth) for x in _list(payload)]
    _refuse_collisions(items)
    result = set(items)
    _want(len(result) == len(items), "a set with an entry twice")
    return result


def _read_dict(payload: object, arrays: Arrays, depth: int) -> object:
    pairs = [_list(pair) for pair in _list(payload)]
    keys = [decode(key, arrays, depth) for key, _ in pairs]
    _refuse_collisions(keys)
    result = {key: decode(value, arrays, depth) for key, (_, value) in zip(keys, pairs, strict=True)}
    _want(len(result) == len(keys), "a dict with a key twice")
    return result


def _refuse_collisions(keys: list[object]) -> None:
    """Numbers and tuples can be chosen to have one hash; n of them cost a dict n^2 comparisons.

    Counting hashes does not: equal hashes are equal numbers.
    """
    if len(keys) > MOST_OF_ONE_HASH:
        _want(max(Counter(map(hash, keys)).values()) <= MOST_OF_ONE_HASH, "keys that are made to collide")


def _read_bytes(payload: object, arrays: Arrays, depth: int) -> object:
    _want(isinstance(payload, str), "base64 text was wanted")
    return base64.b64decode(str(payload), validate=True)


def _read_chain(payload: object, arrays: Arrays, depth: int) -> object:
    _want(
        isinstance(payload, dict) and set(payload) == {"values", "cycle", "other"},
        "a chain's three keys were wanted",
    )
    assert isinstance(payload, dict)
    values = tuple(decode(x, arrays, depth) for x in _list(payload["values"]))
    cycle = None if payload["cycle"] is None else _index(payload["cycle"], 0, len(values))
    if payload["other"] is None:
        return Chain(values, cycle)
    other = tuple(None if x is None else _index(x, 0, len(values)) for x in _list(payload["other"]))
    _want(len(other) == len(values), "as many other pointers as values were wanted")
    return Chain(values, cycle, other)


def _read_tree(payload: object, arrays: Arrays, depth: int) -> object:
    rows = [_list(row) for row in _list(payload)]
    size = len(rows)
    read = tuple(
        (decode(v, arrays, depth), _index(left, -1, size), _index(right, -1, size)) for v, left, right in rows
    )
    children = [child for _, *both in read for child in both if child != -1]
    _want(len(set(children)) == len(children) and 0 not in children, "a tree in which a row has two parents")
    return Tree(read)


def _read_graph(payload: object, arrays: Arrays, depth: int) -> object:
    _want(
        isinstance(payload, dict) and set(payload) == {"n", "directed", "edges"},
        "a graph's three keys were wanted",
    )
    assert isinstance(payload, dict)
    n = _index(payload["n"], 0, 2**31)
    _want(type(payload["directed"]) is bool, "directed: true or false was wanted")
    edges = [_list(edge) for edge in _list(payload["edges"])]
    return Graph(
        n,
        payload["directed"],
        tuple((_index(u, 0, n), _index(v, 0, n), decode(w, arrays, depth)) for u, v, w in edges),
    )


def _read_raises(payload: object, arrays: Arrays, depth: int) -> object:
    _want(isinstance(payload, str) and str(payload).isidentifier(), "a class name was wanted")
    return Raises(str(payload))


_READERS: dict[str, Callable[[object, Arrays, int], object]] = {
    "$f": _read_float,
    "$nd": lambda payload, arrays, depth: arrays.decode(payload),
    "$tuple": _read_tuple,
    "$set": _read_set,
    "$dict": _read_dict,
    "$bytes": _read_bytes,
    "$chain": _read_chain,
    "$tree": _read_tree,
    "$graph": _read_graph,
    "$raises": _read_raises,
}


def canonical(tree: object) -> str:
    """A tree as the one text that stands for it: sorted keys, no spaces, shortest floats."""
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def strict_loads(text: str | bytes) -> object:
    """JSON as the standard has it.

    MalformedValue: a key twice, NaN, 1e400, endless digits, nested too deep, not UTF-8.
    """
    try:
        return _STRICT.decode(text if isinstance(text, str) else text.decode("utf-8"))
    except (ValueError, RecursionError, MemoryError) as error:
        raise MalformedValue(f"not JSON: {str(error)[:200] or type(error).__name__}") from error


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key twice in one object")
    return result


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def _finite_float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text[:40]} is beyond the largest float")
    return value


# made once: json.loads builds a decoder at every call that has a hook
_STRICT = json.JSONDecoder(
    object_pairs_hook=_unique_keys, parse_constant=_refuse_constant, parse_float=_finite_float
)
