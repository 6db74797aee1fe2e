"""Values as text that reads like Python, and back: what pages show and learners type.

`parse(show(value))` is `value`, but for a NumPy scalar, which reads as a plain number.
The text is read by `ast`, never run.
"""

import ast
import math
from collections.abc import Iterable, Iterator

import numpy as np

from warmstart import WarmstartError
from warmstart.judge.arrays import KINDS, InlineArrays
from warmstart.judge.structures import Chain, Graph, Raises, Tree
from warmstart.judge.value import MalformedValue, UnencodableValue, decode, encode

MOST_TEXT = 200_000
_NAMES = {"nan": math.nan, "inf": math.inf, "None": None, "True": True, "False": False}
_STRUCTURES = {"Chain": Chain, "Tree": Tree, "Graph": Graph, "Raises": Raises}


class LiteralError(WarmstartError):
    """The text is no value; the message says what was wanted and where."""


def show(value: object, most: int | None = None) -> str:
    """`value` as Python would write it; arrays as `array([...], dtype=float32)`.

    most: stop after about so many characters, with `...`; a large array is then not walked.
    """
    if most is None:
        return "".join(_pieces(value))
    parts, length = [], 0
    for piece in _pieces(value):
        parts.append(piece)
        length += len(piece)
        if length > most:
            return "".join(parts)[:most] + "..."
    return "".join(parts)


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, np.ndarray | np.generic):
        yield from _array_pieces(np.asarray(value))
    elif type(value) is float and not math.isfinite(value):
        yield "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    elif isinstance(value, list):
        yield from _between("[", map(_pieces, value), "]")
    elif isinstance(value, tuple):
        yield from _between("(", map(_pieces, value), ",)" if len(value) == 1 else ")")
    elif isinstance(value, dict):
        yield from _between("{", (_pair_pieces(pair) for pair in value.items()), "}")
    elif isinstance(value, set | frozenset):
        yield "{" + ", ".join(sorted(map(show, value))) + "}" if value else "set()"
    elif isinstance(value, Chain | Tree | Graph | Raises):
        fields = (_field_pieces(name, getattr(value, name)) for name in type(value).__slots__)
        yield from _between(f"{type(value).__name__}(", fields, ")")
    else:
        yield repr(value)


def _between(opening: str, parts: Iterable[Iterable[str]], closing: str) -> Iterator[str]:
    yield opening
    for number, part in enumerate(parts):
        if number:
            yield ", "
        yield from part
    yield closing


def _pair_pieces(pair: tuple[object, object]) -> Iterator[str]:
    yield from _pieces(pair[0])
    yield ": "
    yield from _pieces(pair[1])


def _field_pieces(name: str, value: object) -> Iterator[str]:
    yield f"{name}="
    yield from _pieces(value)


def _array_pieces(array: np.ndarray) -> Iterator[str]:
    if array.size == 0 and array.ndim > 1:
        yield f"zeros({show(array.shape)}, dtype={array.dtype.name})"
        return
    if array.ndim == 0:
        yield _show_entry(array)
        return
    default = array.dtype in (np.dtype(float), np.dtype(np.int64), np.dtype(bool)) and array.size
    yield "array("
    yield from _entry_pieces(array)
    yield ")" if default else f", dtype={array.dtype.name})"


def _entry_pieces(array: np.ndarray) -> Iterator[str]:
    if array.ndim == 0:
        yield _show_entry(array)
    else:
        yield from _between("[", map(_entry_pieces, array), "]")


def _show_entry(entry: np.ndarray) -> str:
    """One entry in the fewest digits that read back to it in its own dtype."""
    if entry.dtype.kind == "f" and np.isfinite(entry):
        return repr(float(str(entry[()])))
    return show(entry.item())


def parse(text: str) -> object:
    """The value that `text` writes down. LiteralError: it writes down none."""
    if len(text) > MOST_TEXT:
        raise LiteralError(f"the text has {len(text):,} characters, at most {MOST_TEXT:,} are read")
    try:
        tree = ast.parse(text.strip(), mode="eval")
        return _value(tree.body)
    except SyntaxError as error:
        raise LiteralError(f"line {error.lineno}: {error.msg}") from error
    except (ValueError, OverflowError, TypeError, RecursionError, MemoryError) as error:
        raise LiteralError(str(error) or "nested too deep") from error


def _value(node: ast.expr) -> object:
    match node:
        case ast.Constant(value=value) if not isinstance(value, type(...)):
            return value
        case ast.Name(id=name) if name in _NAMES:
            return _NAMES[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _negative(_value(operand))
        case ast.List(elts=parts):
            return [_value(part) for part in parts]
        case ast.Tuple(elts=parts):
            return tuple(_value(part) for part in parts)
        case ast.Set(elts=parts):
            return {_value(part) for part in parts}
        case ast.Dict(keys=keys, values=values):
            return {_value(_present(k)): _value(v) for k, v in zip(keys, values, strict=True)}
        case ast.Call(func=ast.Name(id=name)):
            return _call(name, node)
    raise LiteralError(
        f"line {node.lineno}: want a plain value (numbers, text, lists, array([...])), not code"
    )


def _present(key: ast.expr | None) -> ast.expr:
    if key is None:
        raise LiteralError("a dict with ** in it is code, not a value")
    return key


def _negative(value: object) -> object:
    if type(value) not in (int, float, complex):
        raise LiteralError("a minus sign goes before a number")
    return -value  # type: ignore[operator]


def _call(name: str, node: ast.Call) -> object:
    positional = [_value(part) for part in node.args]
    named = {k.arg: _dtype(k.value) if k.arg == "dtype" else _value(k.value) for k in node.keywords}
    if name == "array" and len(positional) == 1 and set(named) <= {"dtype"}:
        return _array(positional[0], named.get("dtype"))
    if name == "zeros" and len(positional) == 1 and set(named) <= {"dtype"}:
        return _zeros(positional[0], named.get("dtype"))
    if name == "set" and not positional and not named:
        return set()
    if name in _STRUCTURES and not positional and None not in named:
        return _sound(_STRUCTURES[name](**named))  # type: ignore[arg-type]
    raise LiteralError(f"line {node.lineno}: {name}(...) is not a value that a case can hold")


def _dtype(node: ast.expr) -> str:
    name = node.id if isinstance(node, ast.Name) else node.value if isinstance(node, ast.Constant) else None
    if not isinstance(name, str):
        raise LiteralError(f"line {node.lineno}: a dtype is a name such as float32")
    return name


def _array(data: object, dtype: object) -> np.ndarray:
    array = np.array(data, dtype=_numeric(dtype))
    if array.dtype.kind not in KINDS:
        raise LiteralError("an array holds numbers or booleans, every row as long as the others")
    return array


def _zeros(shape: object, dtype: object) -> np.ndarray:
    if not isinstance(shape, tuple) or 0 not in shape:
        raise LiteralError("zeros((...)) writes down an array without entries")
    return np.zeros(shape, dtype=_numeric(dtype or "float64"))


def _numeric(name: object) -> np.dtype | None:
    """Looked at before anything is made: `U400000000` would take a gigabyte."""
    dtype = None if name is None else np.dtype(str(name))
    if dtype is not None and (dtype.kind not in KINDS or dtype.itemsize > 16):
        raise LiteralError(f"an array of {name} cannot be written down: want a dtype such as float32")
    return dtype


def _sound(structure: object) -> object:
    """LiteralError: no encoder writes this, a tree whose rows are no rows for example."""
    try:
        return decode(encode(structure, _ARRAYS), _ARRAYS)
    except (MalformedValue, UnencodableValue, TypeError, ValueError) as error:
        raise LiteralError(f"not a {type(structure).__name__}: {error}") from error


_ARRAYS = InlineArrays()
