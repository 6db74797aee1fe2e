"""Rules for plain JSON values, which tell every fault with the place where it is.

A rule is given a place such as `view.rows[2].values` and a value, and yields sentences.
"""

import re
from collections.abc import Callable, Iterator, Mapping

Rule = Callable[[str, object], Iterator[str]]

LARGEST = 1e15
"""Of numbers: above it neighbouring floats no longer differ by less than one pixel or digit shown."""

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def text(most: int, *, empty: bool = True) -> Rule:
    def rule(place: str, value: object) -> Iterator[str]:
        if type(value) is not str:
            yield f"{place} is {kind(value)}, not a text"
        elif len(value) > most:
            yield f"{place} has {len(value)} characters, more than {most}"
        elif _UNSHOWN.search(value):
            yield f"{place} holds a character that cannot be shown"
        elif not empty and not value.strip():
            yield f"{place} is empty"

    return rule


def number(low: float = -LARGEST, high: float = LARGEST) -> Rule:
    def rule(place: str, value: object) -> Iterator[str]:
        if not is_number(value):
            yield f"{place} is {kind(value)}, not a number"
        elif not low <= value <= high:  # type: ignore[operator]
            told = f"{value:.6g}" if type(value) is float else "an integer out of range"
            yield f"{place} is {told}, not within {low:g} to {high:g}"

    return rule


def integer(low: int, high: int) -> Rule:
    def rule(place: str, value: object) -> Iterator[str]:
        if type(value) is not int:
            yield f"{place} is {kind(value)}, not an integer"
        elif not low <= value <= high:
            yield f"{place} is not within {low} to {high}"

    return rule


def boolean(place: str, value: object) -> Iterator[str]:
    if type(value) is not bool:
        yield f"{place} is {kind(value)}, not true or false"


def one_of(*choices: str) -> Rule:
    def rule(place: str, value: object) -> Iterator[str]:
        if type(value) is not str or value not in choices:
            told = repr(value)[:40] if type(value) is str else kind(value)
            yield f"{place} is {told}, not one of {', '.join(repr(choice) for choice in choices)}"

    return rule


def maybe(inner: Rule) -> Rule:
    """`inner`, or null."""

    def rule(place: str, value: object) -> Iterator[str]:
        if value is not None:
            yield from inner(place, value)

    return rule


def mark(place: str, value: object) -> Iterator[str]:
    """What one cell can show: a short text, a finite number, true or false, null for an empty one."""
    if value is None or type(value) is bool:
        return
    rule = number() if is_number(value) else text(40)
    yield from rule(place, value)


def items(inner: Rule, least: int = 0, most: int = 400) -> Rule:
    def rule(place: str, value: object) -> Iterator[str]:
        if type(value) is not list:
            yield f"{place} is {kind(value)}, not a list"
        elif not least <= len(value) <= most:
            yield f"{place} has {len(value)} entries, not {least} to {most}"
        else:
            for index, entry in enumerate(value):
                yield from inner(f"{place}[{index}]", entry)

    return rule


def table(needed: Mapping[str, Rule], optional: Mapping[str, Rule]) -> Rule:
    known = {**needed, **optional}

    def rule(place: str, value: object) -> Iterator[str]:
        if type(value) is not dict:
            yield f"{place} is {kind(value)}, not an object"
            return
        for key in needed:
            if key not in value:
                yield f"{place} has no {key!r}"
        for key, entry in value.items():
            if key in known:
                yield from known[key](f"{place}.{key}", entry)
            else:
                yield f"{place} has a key {str(key)[:40]!r} that nobody reads; known are {', '.join(known)}"

    return rule


def mapping(inner: Rule, most: int = 12) -> Rule:
    """An object whose keys are the author's own short names."""

    def rule(place: str, value: object) -> Iterator[str]:
        if type(value) is not dict:
            yield f"{place} is {kind(value)}, not an object"
        elif len(value) > most:
            yield f"{place} has {len(value)} entries, more than {most}"
        else:
            for key, entry in value.items():
                yield from text(20, empty=False)(f"a name in {place}", key)
                yield from inner(f"{place}[{str(key)[:20]!r}]", entry)

    return rule


def is_number(value: object) -> bool:
    return type(value) in (int, float)


def kind(value: object) -> str:
    names = {type(None): "null", bool: "true or false", int: "an integer", float: "a float", str: "a text"}
    return {**names, list: "a list", dict: "an object"}.get(type(value), f"a {type(value).__name__}")
