"""One number out of what somebody typed: decimal commas, separators, powers, fractions, a unit behind it."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

MOST_CHARACTERS = 200
MOST_FACTORS = 8
"""Each may be read in two ways."""
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_PLAIN = str.maketrans(
    {
        "\u2212": "-",
        "\u2013": "-",
        "\u00d7": "*",
        "⋅": "*",
        "·": "*",
        "∙": "*",
        "÷": "/",
        "\u2019": "'",
        "\0": " ",
    }
)
_ABOUT = re.compile(
    r"(?:(?:about|approximately|approx\.?|ca\.?|circa|roughly|around|nearly)\s|[~≈])\s*", re.I
)
_NUMBER = re.compile(
    r"\s*([+-]?)\s*(?:(\d{1,3})([ ,.'])(\d{3}(?:\3\d{3})*)(?!\d)(?:([.,])(\d+))?|(\d*)(?:([.,])(\d+))?)"
    r"(?:[eE]([+-]?\d{1,3})(?!\d))?",
    re.ASCII,
)
_POWER = re.compile(r"\s*\^\s*\(?([+-]?\d{1,4})\)?", re.ASCII)
_SIGN = re.compile(r"\s*(\*|/|[xX](?=\s*[\d.]))\s*")


@dataclass(frozen=True, slots=True)
class Typed:
    """`suffix`: what stands behind the number. `fraction`: written as one, so it is a plain ratio."""

    value: float
    suffix: str
    fraction: bool


def parse(text: str) -> list[Typed]:
    """Every way in which the text is one number, the likeliest first; none where it is no number."""
    plain = _plain(text) if len(text) <= MOST_CHARACTERS else ""
    parts, end = _scan(plain)
    if not parts or re.search(r"\d", plain[end:]):
        return []
    found = []
    for values in product(*(values for _, values, _ in parts)):
        value = _value([(sign, one, power) for (sign, _, power), one in zip(parts, values, strict=True)])
        if value is not None:
            found.append(Typed(value, plain[end:].strip(), any(sign == "/" for sign, _, _ in parts)))
    return found


def _plain(text: str) -> str:
    """One sort of minus, times and space; only what stands behind the last equals sign."""
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+", lambda match: f"^{match[0].translate(_RAISED)}", text)
    text = _SPACES.sub(" ", text.translate(_PLAIN)).replace("**", "^").strip()
    text = text.replace("≈", "=").rpartition("=")[2].strip() or text
    text = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
    text = re.sub(r"(?<=\d)_(?=\d)", "", text)
    return re.sub(r"(?<=\d) (?:in|out of|of|over) (?=\d)", "/", text)


_Part = tuple[str, list[float], int | None]
"""The sign before a factor, ways to read it, and its power."""


def _scan(text: str) -> tuple[list[_Part], int]:
    """The factors of a product from the left, and where it ends."""
    parts: list[_Part] = []
    end, sign = 0, "*"
    while True:
        number = _NUMBER.match(text, end)
        values = _readings(number) if number else []
        if number is None or not values:
            return parts, end
        power = _POWER.match(text, number.end())
        parts.append((sign, values, int(power[1]) if power else None))
        end = (power or number).end()
        behind = _SIGN.match(text, end)
        if behind is None or not _readings(_NUMBER.match(text, behind.end())) or len(parts) == MOST_FACTORS:
            return parts, end
        sign, end = behind[1], behind.end()


def _readings(match: re.Match[str] | None) -> list[float]:
    """A comma before three digits separates thousands or decimals: both, unless 0 stands before it."""
    if match is None:
        return []
    minus, head, separator, groups, mark, decimals, whole, point, rest, exponent = match.groups()
    if head is None:
        texts = [f"{whole}.{rest or 0}"] if whole or point else []
    else:
        texts = _grouped(head, separator, groups, mark, decimals)
    signed = [f"{minus}{text}e{exponent or 0}" for text in texts]
    return [float(text) for text in signed]


def _grouped(head: str, separator: str, groups: str, mark: str | None, decimals: str | None) -> list[str]:
    whole = head + groups.replace(separator, "")
    if mark == separator:
        return []
    many = len(groups) > 3 or mark is not None or separator in " '"
    thousands = [f"{whole}.{decimals or 0}"]
    if many:
        return thousands
    fraction = [f"{head}.{groups}"]
    if separator == "." or head.startswith("0"):
        return fraction
    return [*thousands, *fraction]


def _value(parts: Sequence[tuple[str, float, int | None]]) -> float | None:
    """None: a division by nought, or beyond what a float holds."""
    total = 1.0
    try:
        for sign, value, power in parts:
            raised = value if power is None else math.copysign(abs(value) ** power, value)
            total = total / raised if sign == "/" else total * raised
    except (OverflowError, ZeroDivisionError):
        return None
    return total if math.isfinite(total) else None
