"""A number as people type it, held against the right one and against typical slips."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from warmstart.grading.typed import Typed, parse
from warmstart.grading.units import NUMBER, Unit, typed_units, wanted_unit

FUZZ = 1e-9
"""Relative error that only rounding made."""
CLOSE = 0.005
"""How near a value must be to a power of ten times the right one, where the tolerance is smaller."""
POWERS = [*(10.0**k for k in range(1, 13)), *(1024.0**k for k in range(1, 5))]


class Outcome(StrEnum):
    """From best to worst; a text that can be read in two ways gets the better one."""

    RIGHT = "right"
    SLIP = "slip"
    WRONG_UNIT = "wrong unit"
    FACTOR = "off by a factor"
    WRONG = "wrong"
    NO_NUMBER = "not a number"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The right value, in `unit`; right within `atol + rtol * |value|`."""

    value: float
    unit: str = ""
    rtol: float = 0.0
    atol: float = 0.0


@dataclass(frozen=True, slots=True)
class Checked:
    """`value`: what was read, in the unit wanted; None: no number. `slip`: the name of the slip made.

    `factor`: typed by right where that is a power of 10 or of 1024, else 1.
    """

    outcome: Outcome
    value: float | None = None
    slip: str = ""
    factor: float = 1.0

    @property
    def is_right(self) -> bool:
        return self.outcome is Outcome.RIGHT


def check(text: str, wanted: Wanted, slips: Sequence[tuple[str, float]] = ()) -> Checked:
    """slips: name and value of typical wrong results, in the unit wanted. Never an exception."""
    unit = wanted_unit(wanted.unit)
    readings = [
        _judge(typed, behind, unit, wanted, slips)
        for typed in parse(text)
        for behind in typed_units(typed.suffix, unit)
    ]
    ranks = list(Outcome)
    return min(readings, key=lambda each: ranks.index(each.outcome), default=Checked(Outcome.NO_NUMBER))


def _judge(
    typed: Typed, behind: Unit | None, unit: Unit, wanted: Wanted, slips: Sequence[tuple[str, float]]
) -> Checked:
    if behind is not None and behind.family != unit.family:
        if wanted.unit:
            return Checked(Outcome.WRONG_UNIT, typed.value)
        behind = None
    values = _in_unit(typed, behind, unit)
    found = [_compare(value, wanted, slips) for value in values if math.isfinite(value)]
    ranks = list(Outcome)
    best = min(found, key=lambda each: ranks.index(each.outcome), default=Checked(Outcome.NO_NUMBER))
    known = ranks.index(best.outcome) <= ranks.index(Outcome.SLIP)
    if behind is not None and behind.size != unit.size and not known and _near(typed.value, wanted):
        return Checked(Outcome.WRONG_UNIT, best.value)
    return best


def _in_unit(typed: Typed, behind: Unit | None, unit: Unit) -> list[float]:
    """What was typed, in the unit wanted. Nobody knows whether a bare 0.016 is meant in per cent."""
    if behind is not None:
        return [typed.value * behind.size / unit.size]
    if unit.family != "number" or unit == NUMBER:
        return [typed.value]
    ratio = typed.value / unit.size
    return [ratio] if typed.fraction else [typed.value, ratio]


def _compare(value: float, wanted: Wanted, slips: Sequence[tuple[str, float]]) -> Checked:
    if _near(value, wanted):
        return Checked(Outcome.RIGHT, value)
    made = [
        (abs(value - slip), name)
        for name, slip in slips
        if _near(value, Wanted(slip, wanted.unit, wanted.rtol, wanted.atol))
    ]
    if made:
        return Checked(Outcome.SLIP, value, slip=min(made)[1])
    factor = _factor(value, wanted)
    return Checked(Outcome.WRONG if factor == 1 else Outcome.FACTOR, value, factor=factor)


def _near(value: float, wanted: Wanted) -> bool:
    room = wanted.atol + (wanted.rtol + FUZZ) * abs(wanted.value)
    return math.isfinite(value) and abs(value - wanted.value) <= room


def _factor(value: float, wanted: Wanted) -> float:
    """The power of 10 or 1024, or its inverse, that the value is away from the right one; 1: none."""
    if not wanted.value or not value or value / wanted.value <= 0:
        return 1.0
    ratio = value / wanted.value
    off, factor = min((abs(ratio / factor - 1), factor) for power in POWERS for factor in (power, 1 / power))
    return factor if off <= min(max(wanted.rtol, CLOSE), 0.01) else 1.0
