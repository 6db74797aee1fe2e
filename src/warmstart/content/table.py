"""TOML tables held against the schema: what is right is kept, what is wrong becomes findings."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from warmstart.content.finding import Finding, nearest
from warmstart.content.schema import TABLES, Key, Kind
from warmstart.content.textfile import TextFile


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a file: TOML text whose first line is line `first` of the file."""

    file: TextFile
    text: str
    first: int = 1

    def line_of(self, key: str, default: int | None = None) -> int:
        """Line of `key = ` in the text (also inside an inline table); `tomllib` tells none."""
        match = re.search(rf"""(?m)^\s*["']?{re.escape(key)}["']?\s*=""", self.text) or re.search(
            rf"(?<![\w-]){re.escape(key)}\s*=", self.text
        )
        if match is None:
            return self.first if default is None else default
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        return self.first + self.text.count("\n", 0, start)

    def line_of_text(self, text: str, default: int) -> int:
        at = self.text.find(text)
        return default if at < 0 else self.first + self.text.count("\n", 0, at)

    def table(self, name: str, index: int) -> "Span":
        """From the `index`-th `[[name]]` header to the next header of any table."""
        headers = list(re.finditer(rf"(?m)^\[\[\s*{re.escape(name)}\s*\]\]", self.text))
        if index >= len(headers):
            return self
        start = headers[index].start()
        end = re.search(r"(?m)^\[\[?\s*[a-z]+\s*\]\]?\s*$", self.text[headers[index].end() :])
        stop = len(self.text) if end is None else headers[index].end() + end.start()
        return Span(self.file, self.text[start:stop], self.first + self.text.count("\n", 0, start))


@dataclass(frozen=True, slots=True)
class Table:
    """The valid entries of a table. `whole`: no needed key is missing and no entry was wrong."""

    span: Span
    values: Mapping[str, object]
    whole: bool

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def integer(self, key: str) -> int:
        value = self.values.get(key, 0)
        return value if isinstance(value, int) else 0

    def truth(self, key: str) -> bool:
        return self.values.get(key) is True

    def number(self, key: str) -> float | None:
        value = self.values.get(key)
        return value if isinstance(value, int | float) else None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, ())
        return tuple(value) if isinstance(value, list) else ()

    def tables(self, key: str) -> list[dict[str, object]]:
        value = self.values.get(key, [])
        return value if isinstance(value, list) else []

    def fault(self, key: str, message: str, mend: str) -> Finding:
        return self.span.file.fault(self.span.line_of(key), message, mend)


def parse_toml(span: Span) -> tuple[dict[str, object] | None, list[Finding]]:
    try:
        return tomllib.loads(span.text), []
    except (ValueError, RecursionError) as error:
        message = str(error) or "nested too deep"
        at = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", message)
        line = span.first
        if at is not None:
            line += int(at[1]) - 1 if at[1] else max(span.text.rstrip("\n").count("\n"), 0)
            message = message[: at.start()]
        return None, [span.file.fault(line, f"TOML: {message[:200]}", "mend the syntax here")]


def read_table(name: str, values: Mapping[str, object], span: Span) -> tuple[Table, list[Finding]]:
    """Hold `values` against the keys of the table `name`."""
    keys = {key.name: key for key in TABLES[name]}
    findings = [
        span.file.fault(span.line_of(key), f"unknown key '{key}' in {name}", nearest(key, keys))
        for key in values
        if key not in keys
    ]
    kept: dict[str, object] = {}
    wrong = False
    for key in keys.values():
        faults = _entry_faults(name, key, values, span)
        findings += faults
        wrong = wrong or bool(faults)
        if key.name in values and not faults:
            kept[key.name] = values[key.name]
    return Table(span, kept, not wrong), findings


def _entry_faults(name: str, key: Key, values: Mapping[str, object], span: Span) -> list[Finding]:
    if key.name not in values:
        missing = span.file.fault(span.first, f"key '{key.name}' of {name} is missing", f"add it: {key.kind}")
        return [missing] if key.needed else []
    message_mend = _value_fault(key, values[key.name])
    if message_mend is None:
        return []
    message, mend = message_mend
    return [span.file.fault(span.line_of(key.name), f"'{key.name}' {message}", mend)]


def _value_fault(key: Key, value: object) -> tuple[str, str] | None:
    if not _CHECKS[key.kind](value):
        return f"is {_kind_of(value)}", f"want {key.kind}"
    if key.filled and isinstance(value, str | list) and not _filled(value):
        return "is empty", f"want {key.kind} with something in it"
    if key.least is not None and isinstance(value, int | float) and not key.least <= value < 2**53:
        return f"is {value}", f"want at least {key.least:g}"
    for text in [value] if isinstance(value, str) else value if isinstance(value, list) else []:
        if key.choices and text not in key.choices:
            return f"is '{text}'", nearest(text, key.choices, f"want one of {', '.join(key.choices)}")
    return None


def _filled(value: str | list[object]) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _is_text_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(x, str) and x.strip() for x in value)


def _is_list_of(value: object, *kinds: type) -> bool:
    return isinstance(value, list) and all(type(x) in kinds for x in value)


def _is_table_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(x, dict) for x in value)


_CHECKS: dict[Kind, Callable[[object], bool]] = {
    Kind.TEXT: lambda value: isinstance(value, str),
    Kind.INTEGER: lambda value: type(value) is int,
    Kind.BOOLEAN: lambda value: type(value) is bool,
    Kind.NUMBER: lambda value: type(value) in (int, float),
    Kind.TEXTS: _is_text_list,
    Kind.TABLE: lambda value: isinstance(value, dict),
    Kind.TABLES: _is_table_list,
    Kind.NUMBERS: lambda value: _is_list_of(value, int, float),
    Kind.TEXT_LISTS: lambda value: isinstance(value, list) and all(map(_is_text_list, value)),
    Kind.INTEGER_LISTS: lambda value: isinstance(value, list) and all(_is_list_of(x, int) for x in value),
}

_KIND_NAMES = {
    str: "a text",
    bool: "true or false",
    int: "an integer",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def _kind_of(value: object) -> str:
    return _KIND_NAMES.get(type(value), f"a {type(value).__name__}")
