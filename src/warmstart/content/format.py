"""A problem written as problem.md; reading it back gives the same problem."""

import json
from collections.abc import Iterable, Mapping

from warmstart.content.problem import Problem
from warmstart.content.sections import FENCE


def format_problem(problem: Problem) -> str:
    front = "\n".join(f"{key} = {toml_value(value)}" for key, value in _front_matter(problem))
    hints = "\n".join(_numbered(number, hint) for number, hint in enumerate(problem.hints, start=1))
    parts = ("# Statement", problem.statement, "# Hints", hints, "# Explanation", problem.explanation)
    return f"{FENCE}\n{front}\n{FENCE}\n\n" + "\n\n".join(parts) + "\n"


def _numbered(number: int, hint: str) -> str:
    mark = f"{number}. "
    first, *rest = hint.split("\n")
    return "\n".join([mark + first, *(" " * len(mark) + line if line else line for line in rest)])


def _front_matter(problem: Problem) -> Iterable[tuple[str, object]]:
    for key in ("id", "version", "status", "title", "kind", "difficulty", "minutes", "skills", "entry"):
        yield key, getattr(problem, key)
    yield "imports", problem.imports
    yield "sample", problem.sample
    for key in ("complexity", "limits"):
        table = getattr(problem, key)
        entries = {} if table is None else {name: getattr(table, name) for name in type(table).__slots__}
        given = {name: value for name, value in entries.items() if value is not None}
        if given:
            yield key, given
    yield "sources", problem.sources
    if problem.faults:
        yield "faults", problem.faults
    if problem.schema is not None:
        yield "schema", problem.schema
    if problem.ordered:
        yield "ordered", True


def toml_value(value: object) -> str:
    """TOML for what front matter holds: texts, numbers, lists, inline tables."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {toml_value(x)}" for key, x in value.items()) + "}"
    if isinstance(value, Iterable):
        return "[" + ", ".join(toml_value(x) for x in value) + "]"
    raise TypeError(f"no TOML for a {type(value).__name__}")
