"""Every mutant of one SQL query: a token changed, a clause of a window or of an order left out.

Each is a query that SQLite reads, so that none dies of its syntax alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmstart.content.mutate.mutator import AutoMutant, short

_TOKEN = re.compile(
    r"""(?P<skip>--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|"[^"]*"|\s+)"""
    r"""|(?P<word>[A-Za-z_]\w*)|(?P<number>\d+(?:\.\d+)?)|(?P<mark><>|!=|<=|>=|==|\|\||.)""",
    re.DOTALL,
)

_CHANGES: dict[str, tuple[str, ...]] = {
    "<": ("<=", ">"),
    "<=": ("<", ">="),
    ">": (">=", "<"),
    ">=": (">", "<="),
    "=": ("<>",),
    "<>": ("=",),
    "+": ("-",),
    "-": ("+",),
    "/": ("*",),
    "AND": ("OR",),
    "OR": ("AND",),
    "ASC": ("DESC",),
    "DESC": ("ASC",),
    "MIN": ("MAX",),
    "MAX": ("MIN",),
    "SUM": ("MAX",),
    "AVG": ("SUM",),
    "LAG": ("LEAD",),
    "LEAD": ("LAG",),
    "ROW_NUMBER": ("RANK", "DENSE_RANK"),
    "RANK": ("ROW_NUMBER", "DENSE_RANK"),
    "DENSE_RANK": ("ROW_NUMBER", "RANK"),
    "ROWS": ("RANGE",),
    "FIRST": ("LAST",),
    "LAST": ("FIRST",),
    "EXCEPT": ("INTERSECT",),
    "INTERSECT": ("EXCEPT",),
}
_LEFT_OUT = {"DISTINCT", "LEFT", "NOT"}


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    kind: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def upper(self) -> str:
        return self.text.upper()


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    code: str


def mutate_query(query: str) -> list[AutoMutant]:
    """The mutants by place, labelled as those of Python are."""
    tokens = _tokens(query)
    result = []
    seen = {query}
    labels: Counter[str] = Counter()
    for change in sorted(_changes(tokens), key=lambda one: (one.start, one.end)):
        source = query[: change.start] + change.code + query[change.end :]
        if source in seen:
            continue
        seen.add(source)
        line = query.count("\n", 0, change.start) + 1
        label = f"L{line} {short(query[change.start : change.end])}->{short(change.code)}"
        labels[label] += 1
        name = label if labels[label] == 1 else f"{label} #{labels[label]}"
        result.append(AutoMutant(name, line, query.split("\n")[line - 1].strip(), source))
    return result


def _tokens(query: str) -> list[_Token]:
    found = (match for match in _TOKEN.finditer(query) if match.lastgroup != "skip")
    return [_Token(match[0], match.start(), str(match.lastgroup)) for match in found]


def _changes(tokens: Sequence[_Token]) -> Iterator[_Change]:
    for index, token in enumerate(tokens):
        after = tokens[index + 1].upper if index + 1 < len(tokens) else ""
        yield from (_Change(token.start, token.end, new) for new in _CHANGES.get(token.upper, ()))
        if token.kind == "number":
            whole = "." not in token.text
            value = int(token.text) if whole else float(token.text)
            yield from (_Change(token.start, token.end, str(new)) for new in (value + 1, max(value - 1, 0)))
        if token.upper in _LEFT_OUT:
            yield _Change(token.start, token.end, "")
        if token.upper == "IS" and after != "NOT":
            yield _Change(token.end, token.end, " NOT")
        if token.upper == "UNION":
            yield _union(tokens, index)
        if (token.upper, after) == ("PARTITION", "BY"):
            yield _Change(token.start, _end_of_list(tokens, index + 2)[-1], "")
        if (token.upper, after) == ("ORDER", "BY"):
            yield from _fewer_terms(tokens, index + 2)


def _union(tokens: Sequence[_Token], index: int) -> _Change:
    token, after = tokens[index : index + 2]
    return (
        _Change(token.start, after.end, "UNION")
        if after.upper == "ALL"
        else _Change(token.start, token.end, "UNION ALL")
    )


_CLAUSES = {"ORDER", "ROWS", "RANGE", "GROUPS", "LIMIT", "UNION", "EXCEPT", "INTERSECT"}


def _end_of_list(tokens: Sequence[_Token], first: int) -> list[int]:
    """Where the terms of a list begin that starts at token `first`, and last where it ends."""
    places, depth, end = [tokens[first].start], 0, tokens[first].end
    for index in range(first, len(tokens)):
        token = tokens[index]
        if depth == 0 and (token.text in ");" or token.upper in _CLAUSES):
            break
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text == ",":
            places.append(tokens[index + 1].start)
        end = token.end
    return [*places, end]


def _fewer_terms(tokens: Sequence[_Token], first: int) -> Iterator[_Change]:
    """The list with one term fewer; the only one becomes a constant."""
    places = _end_of_list(tokens, first)
    if len(places) == 2:
        yield _Change(places[0], places[1], "NULL")
        return
    starts, end = places[:-1], places[-1]
    ends = [*(_before(tokens, start) for start in starts[1:]), end]
    for number, (start, stop) in enumerate(zip(starts, ends, strict=True)):
        yield _Change(start, starts[1], "") if number == 0 else _Change(ends[number - 1], stop, "")


def _before(tokens: Sequence[_Token], start: int) -> int:
    """Where the comma stands that ends the term before `start`."""
    return max(token.start for token in tokens if token.start < start and token.text == ",")
