"""Numbers drawn for a question when it was proved: what is asked of one learner, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from warmstart.content.question import Question
from warmstart.grading.numbers import Checked, Wanted, check

Value = int | float | str | list[Any]
"""What a question may give: numbers, texts, and lists of them."""
DIGITS = 4
"""Significant ones of a computed value in a text, where it asks for no others."""


@dataclass(frozen=True, slots=True)
class Instance:
    """`given`: values that the text names. `answers`: right values and steps to them. `slips`: by name."""

    given: Mapping[str, Value]
    answers: Mapping[str, float]
    slips: Mapping[str, float]


def filled(text: str, instance: Instance) -> str:
    """The text with values in place of `{name}`; what no value is known for stays as it is written."""
    values: dict[str, str | float] = {name: neat(value) for name, value in instance.given.items()}
    formatter = _Names({**instance.answers, **values}, dict(instance.given))
    try:
        return formatter.format(text)
    except (ValueError, TypeError, LookupError):
        return text


def neat(value: object, digits: int = 12) -> str:
    """A value as one writes it: whole numbers without a point, others with so many significant digits."""
    if isinstance(value, list):
        return ", ".join(neat(each, digits) for each in value)
    if not isinstance(value, float):
        return str(value)
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.0f}" if abs(value) >= 10**digits else f"{value:.{digits}g}"


class _Names(Formatter):
    """Plain names alone: neither attributes nor indices, whatever a pack has between braces."""

    def __init__(self, shown: Mapping[str, str | float], given: Mapping[str, Value]) -> None:
        self._shown, self._given = shown, given

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        return field_name, field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        name = str(value)
        if name not in self._shown:
            return f"{{{name}}}"
        if format_spec:
            return format(self._given.get(name, self._shown[name]), format_spec)
        return neat(self._shown[name], DIGITS)


def check_numbers(question: Question, instance: Instance, typed: Mapping[str, str]) -> dict[str, Checked]:
    """What each number asked for gets; what was not typed is no number."""
    return {
        each.name: check(
            typed.get(each.name, ""),
            Wanted(instance.answers[each.name], each.unit, each.rtol, each.atol),
            [
                (slip.name, instance.slips[slip.name])
                for slip in question.forms.slips
                if slip.answer == each.name and slip.name in instance.slips
            ],
        )
        for each in question.forms.wanted
        if each.name in instance.answers
    }
