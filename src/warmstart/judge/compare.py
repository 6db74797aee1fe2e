"""Whether a result is the expected one: on plain data, in the trusted parent, with strict types.

A bool is no int and a list is no tuple. An int may stand where a float is expected, never the
other way round; a NumPy scalar counts as the Python number of its kind. Floats agree within
`atol + rtol * |expected|`; NaN equals NaN. Arrays agree in dtype, shape and entries.
"""

import math
from dataclasses import dataclass

import numpy as np

from warmstart.judge.structures import Chain, Graph, Raises, Tree


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Floats agree when |got - expected| <= atol + rtol * |expected|."""

    rtol: float = 1e-9
    atol: float = 1e-9


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where two values part. `telling`: the sentence gives no expected value away."""

    where: str
    what: str
    telling: bool = False

    @property
    def sentence(self) -> str:
        return f"at {self.where}: {self.what}" if self.where else self.what


def compare(expected: object, got: object, tolerance: Tolerance, where: str = "") -> Mismatch | None:
    """None: equal. Otherwise the first place where they part."""
    if isinstance(expected, np.ndarray) and expected.ndim > 0:
        return _arrays(expected, got, tolerance, where)
    expected, got = _scalar(expected), _scalar(got)
    if isinstance(expected, float):
        return _floats(expected, got, tolerance, where)
    if type(expected) is not type(got):
        return Mismatch(where, f"want {_a(expected)}, got {_a(got)}", telling=True)
    if isinstance(expected, list | tuple):
        assert isinstance(got, list | tuple)
        return _sequences(expected, got, tolerance, where)
    if isinstance(expected, dict):
        assert isinstance(got, dict)
        return _dicts(expected, got, tolerance, where)
    if isinstance(expected, Chain | Tree | Graph):
        return _structures(expected, got, tolerance, where)
    if expected != got:
        return Mismatch(where, f"want {_brief(expected)}, got {_brief(got)}")
    return None


def _scalar(value: object) -> object:
    """A 0-d array (how NumPy scalars travel) as the Python number of its kind."""
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _a(value: object) -> str:
    kind = "None" if value is None else "array" if isinstance(value, np.ndarray) else type(value).__name__
    return kind if kind == "None" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _floats(expected: float, got: object, tolerance: Tolerance, where: str) -> Mismatch | None:
    if type(got) not in (int, float):
        return Mismatch(where, f"want a float, got {_a(got)}", telling=True)
    assert isinstance(got, int | float)
    if _close(expected, got, tolerance):
        return None
    return Mismatch(where, f"want {expected!r}, got {_brief(got)}")


def _close(expected: float, got: float, tolerance: Tolerance) -> bool:
    if math.isnan(expected) or (isinstance(got, float) and math.isnan(got)):
        return math.isnan(expected) and isinstance(got, float) and math.isnan(got)
    if math.isinf(expected) or (isinstance(got, float) and math.isinf(got)):
        return expected == got
    try:
        return abs(got - expected) <= tolerance.atol + tolerance.rtol * abs(expected)
    except OverflowError:  # an int beyond every float
        return False


def _sequences(
    expected: list[object] | tuple[object, ...],
    got: list[object] | tuple[object, ...],
    tolerance: Tolerance,
    where: str,
) -> Mismatch | None:
    if len(expected) != len(got):
        return Mismatch(where, f"want {len(expected)} entries, got {len(got)}")
    for index, (want, have) in enumerate(zip(expected, got, strict=True)):
        if want is have:
            continue
        mismatch = compare(want, have, tolerance, f"{where}[{index}]")
        if mismatch is not None:
            return mismatch
    return None


def _dicts(
    expected: dict[object, object], got: dict[object, object], tolerance: Tolerance, where: str
) -> Mismatch | None:
    for key in expected:
        if key not in got:
            return Mismatch(where, f"the key {_brief(key)} is missing")
    for key in got:
        if key not in expected:
            return Mismatch(where, f"the key {_brief(key)} is too much")
    for key, want in expected.items():
        mismatch = compare(want, got[key], tolerance, f"{where}[{_brief(key)}]")
        if mismatch is not None:
            return mismatch
    return None


def _structures(expected: object, got: object, tolerance: Tolerance, where: str) -> Mismatch | None:
    for name in type(expected).__slots__:  # type: ignore[attr-defined]
        mismatch = compare(getattr(expected, name), getattr(got, name), tolerance, f"{where}.{name}")
        if mismatch is not None:
            return mismatch
    return None


def _arrays(expected: np.ndarray, got: object, tolerance: Tolerance, where: str) -> Mismatch | None:
    if not isinstance(got, np.ndarray):
        return Mismatch(where, f"want an array, got {_a(got)}", telling=True)
    if got.dtype != expected.dtype:
        return Mismatch(where, f"want an array of {expected.dtype}, got one of {got.dtype}", telling=True)
    if got.shape != expected.shape:
        return Mismatch(where, f"want the shape {expected.shape}, got {got.shape}", telling=True)
    wrong = _apart(expected, got, tolerance)
    if not wrong.any():
        return None
    first = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = f"{where}[{', '.join(map(str, first))}]"
    many = f" ({int(wrong.sum())} of {wrong.size} entries differ)" if wrong.size > 1 else ""
    return Mismatch(place, f"want {expected[first]!s}, got {got[first]!s}{many}")


def _apart(expected: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    if expected.dtype.kind not in "fc":
        return np.asarray(expected != got)
    # in double, so that float16 tolerances neither overflow nor round away
    wide = np.complex128 if expected.dtype.kind == "c" else np.float64
    a, b = expected.astype(wide), got.astype(wide)
    with np.errstate(all="ignore"):
        close = np.abs(b - a) <= tolerance.atol + tolerance.rtol * np.abs(a)
    finite = np.isfinite(a) & np.isfinite(b)
    same = (a == b) | (np.isnan(a) & np.isnan(b))
    return np.asarray(~np.where(finite, close, same))


def raises(expected: Raises, raised: str) -> Mismatch | None:
    """None: the class that should be raised was raised."""
    if expected.name == raised:
        return None
    return Mismatch("", f"want {expected.name} raised, got {raised}", telling=True)
