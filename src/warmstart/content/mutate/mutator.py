"""Every mutant of a module text, labelled so that a person can name one of them.

Not mutated: docstrings, default values, annotations, decorators, imports, fields of a class body,
messages of exceptions, and what stands inside f-strings (Python 3.11 does not tell where).
"""

import ast
import re
import warnings
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from warmstart.content.mutate.change import Change, changes_of

LONGEST = 40
"""Characters of old and of new code in a label."""


@dataclass(frozen=True, slots=True)
class AutoMutant:
    """`label`: like `L12 0->1`, unique in its module. `line`, `old_line`: where, and what stood there."""

    label: str
    line: int
    old_line: str
    source: str


def mutate(source: str, lines: Container[int] | None = None) -> list[AutoMutant]:
    """The mutants whose change begins in `lines` (None: anywhere), by place. SyntaxError: no Python."""
    tree = ast.parse(source)
    original = ast.dump(tree)
    text = _Text(source)
    result = []
    seen = {source}
    labels: Counter[str] = Counter()
    for change in sorted(_wanted(tree, lines), key=text.span):
        mutated = text.splice(change)
        if mutated in seen or not _differs(mutated, original):
            continue
        seen.add(mutated)
        label = f"L{change.node.lineno} {short(change.old)}->{short(change.new)}"
        labels[label] += 1
        if labels[label] > 1:
            label += f" #{labels[label]}"
        line = change.node.lineno
        result.append(AutoMutant(label, line, text.lines[line - 1].strip(), mutated))
    return result


def _wanted(tree: ast.Module, lines: Container[int] | None) -> Iterator[Change]:
    for node in _mutable(tree):
        for change in changes_of(node):
            if lines is None or change.node.lineno in lines:
                yield change


def _differs(mutated: str, original: str) -> bool:
    """Whether it is Python and not the same Python; invalid escapes and `0 is x` only warn."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.dump(ast.parse(mutated)) != original
    except (SyntaxError, ValueError):
        return False


def short(code: str) -> str:
    """As a label shows it: on one line, and cut."""
    flat = re.sub(r"\s+", " ", code)
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 3] + "..."


class _Text:
    """A source whose nodes can be replaced by place; columns of `ast` count UTF-8 bytes."""

    def __init__(self, source: str) -> None:
        self._data = source.encode()
        self.lines = source.split("\n")
        self._starts = [0]
        for line in self._data.split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def span(self, change: Change) -> tuple[int, int]:
        node = change.node
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[end_line - 1] + end_column

    def splice(self, change: Change) -> str:
        start, end = self.span(change)
        return (self._data[:start] + change.code.encode() + self._data[end:]).decode()


def _mutable(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that may change, outermost first."""
    for child in _children(node):
        yield child
        yield from _mutable(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            fields = ast.Assign | ast.AnnAssign if isinstance(node, ast.ClassDef) else ()
            yield from (stmt for stmt in body if not isinstance(stmt, fields))
        case ast.Module():
            yield from node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
        case ast.Lambda():
            yield node.body
        case ast.AnnAssign(value=value) if value is not None:
            yield value
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Raise() | ast.AnnAssign():
            return
        case ast.Assert():
            yield node.test
        case _:
            yield from ast.iter_child_nodes(node)
