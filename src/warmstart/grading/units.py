"""Units that people type behind numbers: what family each is of, and how large it is."""

import re
from dataclasses import dataclass
from itertools import product

_SIGNS = {"": 1.0, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18} | {
    f"{sign}i": 1024.0**power for power, sign in enumerate("KMGTP", 1)
}
_PREFIXES = {
    "": 1.0, "kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15, "kibi": 1024.0,
    "mebi": 1024.0**2, "gibi": 1024.0**3, "tebi": 1024.0**4,
}  # fmt: skip
_TIMES = {
    "s sec secs second seconds": 1.0, "ms msec millisecond milliseconds": 1e-3,
    "us µs μs microsecond microseconds": 1e-6, "ns nanosecond nanoseconds": 1e-9,
    "min mins minute minutes": 60.0, "h hr hrs hour hours": 3600.0, "d day days": 86400.0,
    "week weeks": 604800.0,
}  # fmt: skip
_LENGTHS = {
    "m metre metres meter meters": 1.0, "km kilometre kilometres kilometer kilometers": 1e3,
    "cm centimetre centimetres": 1e-2, "mm millimetre millimetres": 1e-3,
}  # fmt: skip
_SHARES = {"% percent per-cent pct": 1e-2, "‰ permille": 1e-3, "ppm": 1e-6}
_COUNTS = {
    "hundred": 1e2, "thousand": 1e3, "million millions mio mn": 1e6, "billion billions bn": 1e9,
    "trillion trillions tn": 1e12,
}  # fmt: skip
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12}
"""What one letter behind a count multiplies it by; it may be the name of the thing counted instead."""
LN2 = 0.6931471805599453


@dataclass(frozen=True, slots=True)
class Unit:
    """`size` in the base of its `family`: 0.01 for "%", which is a number as "million" is."""

    family: str
    size: float


NUMBER = Unit("number", 1.0)


def _spread(family: str, names: dict[str, float]) -> dict[str, Unit]:
    return {name: Unit(family, size) for several, size in names.items() for name in several.split()}


def _prefixed(family: str, short: str, long: str, size: float = 1.0) -> dict[str, Unit]:
    found = {
        f"{sign}{name}": Unit(family, by * size)
        for (sign, by), name in product(_SIGNS.items(), short.split())
    }
    words = {
        f"{sign}{name}": Unit(family, by * size)
        for (sign, by), name in product(_PREFIXES.items(), long.split())
    }
    return found | words


FAMILIES = {
    "number": _spread("number", _SHARES) | _spread("number", _COUNTS),
    "bytes": _prefixed("bytes", "B", "byte bytes") | _prefixed("bytes", "b bit bits", "bit bits", 1 / 8),
    "operations": _prefixed("operations", "FLOP FLOPs FLOPS", "flop flops"),
    "frequency": _prefixed("frequency", "Hz", "hertz"),
    "time": _spread("time", _TIMES),
    "length": _spread("length", _LENGTHS),
    "information": _spread("information", {"nat nats": 1.0, "bit bits shannon": LN2}),
}


def wanted_unit(text: str) -> Unit:
    """The unit that a question asks for. What nobody knows counts things, such as "comparisons".

    "bit" is one of information; a size in bits is asked for as "kbit" or in bytes.
    """
    name = text.strip()
    if name in FAMILIES["information"]:
        return FAMILIES["information"][name]
    return next((found for family in FAMILIES if (found := _find(name, family))), NUMBER)


def typed_units(text: str, wanted: Unit) -> list[Unit | None]:
    """Ways to read what stands behind a number; None among them: it says nothing of a unit."""
    name = re.sub(r"\s+", " ", text.strip().rstrip(".,;"))
    if not name:
        return [None]
    own = _find(name, wanted.family) or _find(name.partition(" ")[0], wanted.family)
    if own is not None:
        return [own]
    count, _, rest = name.partition(" ")
    many = _find(count, "number")
    if many is not None and many.size >= 1:
        below = [wanted] if wanted.family != "number" and not rest else typed_units(rest, wanted)
        sizes = [unit or NUMBER for unit in below]
        return [Unit(unit.family, many.size * (unit.size if rest else 1.0)) for unit in sizes]
    return _letter(name, wanted)


def _letter(name: str, wanted: Unit) -> list[Unit | None]:
    letter, _, _ = name.partition(" ")
    if wanted.family == "number" and letter.lower() in _LETTERS:
        return [Unit("number", _LETTERS[letter.lower()]), None]
    if wanted.family in ("bytes", "operations", "frequency") and letter in _SIGNS:
        return [Unit(wanted.family, _SIGNS[letter])]
    return [next((found for family in FAMILIES if (found := _find(letter, family))), None)]


def _find(name: str, family: str) -> Unit | None:
    """As written, else in lower case where only case was off: "MS" is no unit, "Seconds" is."""
    known = FAMILIES[family]
    name = name.replace("per cent", "per-cent")
    return known.get(name) or (known.get(name.lower()) if len(name) > 2 else None) or _loose(name, family)


def _loose(name: str, family: str) -> Unit | None:
    """ "kb", "mb", "GFlops": sizes are often typed in the wrong case."""
    if family not in ("bytes", "operations"):
        return None
    same = {unit for other, unit in FAMILIES[family].items() if other.lower() == name.lower()}
    whole = {unit for unit in same if unit.size >= 1}
    return max(whole, key=lambda unit: unit.size) if whole else None
