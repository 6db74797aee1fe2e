"""NumPy arrays inside values: as flat lists in `cases.json`, as raw buffers between processes."""

import math
from collections.abc import Sequence

import numpy as np

from warmstart.judge.value import MalformedValue, UnencodableValue, float_name

KINDS = "biufc"
"""dtype kinds that a value may have: bool, int, unsigned, float, complex."""

MOST_BYTES = 64 * 2**20
_SPECIAL = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def _plain(value: object) -> np.ndarray | None:
    if isinstance(value, np.ma.MaskedArray):
        raise UnencodableValue("a masked array")
    if not isinstance(value, np.ndarray | np.generic):
        return None
    array = np.asarray(value)
    if array.dtype.kind not in KINDS or array.dtype.itemsize > 16:
        raise UnencodableValue(f"an array of dtype {array.dtype}")
    return array.astype(array.dtype.newbyteorder("<"), order="C", copy=False)


def _dtype_name(array: np.ndarray) -> str:
    return array.dtype.str.replace("=", "<").replace("|", "")


def _read_dtype(name: object) -> np.dtype:
    if not isinstance(name, str) or name not in _DTYPES:
        raise MalformedValue(f"dtype {str(name)[:20]!r}, want one of {' '.join(_DTYPES)}")
    return _DTYPES[name]


_DTYPES = {
    name: np.dtype(name)
    for name in (
        "b1",
        "i1",
        "u1",
        "<i2",
        "<u2",
        "<i4",
        "<u4",
        "<i8",
        "<u8",
        "<f2",
        "<f4",
        "<f8",
        "<c8",
        "<c16",
    )
}


def _read_shape(shape: object) -> tuple[int, ...]:
    if not isinstance(shape, list) or len(shape) > 32 or any(type(n) is not int or n < 0 for n in shape):
        raise MalformedValue("a shape: want a list of at most 32 lengths >= 0")
    return tuple(shape)


def _count(shape: tuple[int, ...], dtype: np.dtype) -> int:
    """Entries of an array of this shape, by exact integers, before anything is allocated."""
    if any(n > MOST_BYTES for n in shape) or math.prod(n or 1 for n in shape) * dtype.itemsize > MOST_BYTES:
        raise MalformedValue(f"an array of over {MOST_BYTES} bytes")
    return math.prod(shape)


class InlineArrays:
    """`[dtype, shape, flat list]`, for text that people and diffs read."""

    def encode(self, value: object) -> object | None:
        array = _plain(value)
        if array is None:
            return None
        return [_dtype_name(array), list(array.shape), _flat(array)]

    def decode(self, payload: object) -> object:
        if not isinstance(payload, list) or len(payload) != 3:
            raise MalformedValue("an array: want [dtype, shape, data]")
        dtype, shape, data = _read_dtype(payload[0]), _read_shape(payload[1]), payload[2]
        if not isinstance(data, list) or len(data) != _count(shape, dtype):
            raise MalformedValue("an array whose data do not fill its shape")
        return _fill(data, dtype).reshape(shape)


def _flat(array: np.ndarray) -> list[object]:
    if array.dtype.kind == "c":
        return [[_number(x.real), _number(x.imag)] for x in array.ravel().tolist()]
    if array.dtype.kind == "f":
        return [_number(x) for x in _shortest(array)]
    return list(array.ravel().tolist())


def _shortest(array: np.ndarray) -> list[float]:
    """Floats whose repr is the shortest that reads back to the same entry of this dtype."""
    if array.dtype == np.float64:
        return list(array.ravel().tolist())
    return [float(np.format_float_scientific(x)) if np.isfinite(x) else float(x) for x in array.ravel()]


def _number(x: float) -> object:
    return x if math.isfinite(x) else float_name(x)


def _fill(data: Sequence[object], dtype: np.dtype) -> np.ndarray:
    if dtype.kind == "c":
        return np.array([_complex(x) for x in data], dtype=dtype)
    if dtype.kind == "f":
        return np.array([_real(x) for x in data], dtype=dtype)
    wanted = bool if dtype.kind == "b" else int
    if any(type(x) is not wanted for x in data):
        raise MalformedValue(f"an array of {dtype} with an entry that is no {wanted.__name__}")
    try:
        return np.array(data, dtype=dtype)
    except OverflowError as error:
        raise MalformedValue(f"an entry outside {dtype}") from error


def _real(x: object) -> float:
    if isinstance(x, str) and x in _SPECIAL:
        return _SPECIAL[x]
    if type(x) in (int, float):
        return float(x)  # type: ignore[arg-type]
    raise MalformedValue("an array of floats with an entry that is no number")


def _complex(x: object) -> complex:
    if not isinstance(x, list) or len(x) != 2:
        raise MalformedValue("a complex entry: want [re, im]")
    return complex(_real(x[0]), _real(x[1]))


class BufferWriter:
    """`[dtype, shape, index of buffer]`; the bytes themselves gather in `buffers`."""

    def __init__(self) -> None:
        self.buffers: list[bytes] = []

    def encode(self, value: object) -> object | None:
        array = _plain(value)
        if array is None:
            return None
        self.buffers.append(array.tobytes())
        return [_dtype_name(array), list(array.shape), len(self.buffers) - 1]

    def decode(self, payload: object) -> object:
        raise MalformedValue("this side only writes")


class BufferReader:
    """Reads what a `BufferWriter` wrote; every buffer once, its length exactly the shape's."""

    def __init__(self, buffers: Sequence[memoryview]) -> None:
        self._buffers: list[memoryview | None] = list(buffers)

    def encode(self, value: object) -> object | None:
        raise UnencodableValue("this side only reads")

    def decode(self, payload: object) -> object:
        if not isinstance(payload, list) or len(payload) != 3:
            raise MalformedValue("an array: want [dtype, shape, buffer]")
        dtype, shape = _read_dtype(payload[0]), _read_shape(payload[1])
        buffer = self._take(payload[2])
        if len(buffer) != _count(shape, dtype) * dtype.itemsize:
            raise MalformedValue("a buffer whose length is not its shape's")
        if dtype.kind == "b" and np.frombuffer(buffer, np.uint8).max(initial=0) > 1:
            raise MalformedValue("a bool that is neither 0 nor 1")
        return np.frombuffer(buffer, dtype=dtype).reshape(shape)

    def _take(self, index: object) -> memoryview:
        if type(index) is not int or not 0 <= index < len(self._buffers):
            raise MalformedValue("an array without its buffer")
        buffer, self._buffers[index] = self._buffers[index], None
        if buffer is None:
            raise MalformedValue("a buffer used twice")
        return buffer
