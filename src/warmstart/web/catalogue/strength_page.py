"""The page that says how strong the tests of all problems are."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.strength import Strength, totals


@dataclass(frozen=True, slots=True)
class Line:
    """One problem in the table."""

    slug: str
    title: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Column:
    """One column's head. `sorted`: as `aria-sort` says it, empty where another column rules."""

    id: str
    title: str
    sorted: str
    link: str
    numeric: bool


_BY: dict[str, tuple[str, Callable[[Line], str | float]]] = {
    "problem": ("Problem", lambda line: line.title.casefold()),
    "hidden": ("Hidden cases", lambda line: line.strength.hidden),
    "wrong": ("Wrong solutions rejected", lambda line: line.strength.wrong),
    "mutants": ("Automatic mutants", lambda line: line.strength.mutants),
    "raw": ("Score, raw", lambda line: -1.0 if line.strength.raw is None else line.strength.raw),
    "reviewed": ("Score, reviewed", lambda line: line.strength.reviewed or -1.0),
    "oracle": ("Checked against", lambda line: line.strength.oracle.casefold()),
    "proven": ("Proven", lambda line: line.strength.proven),
}
_WORDS = ("problem", "oracle", "proven")


@require_GET
def strength(request: HttpRequest) -> HttpResponse:
    """Every problem that is offered, with totals."""
    by = request.GET.get("sort", "problem")
    by, down = by if by in _BY else "problem", "down" in request.GET
    lines = sorted(_lines(), key=_BY[by][1], reverse=down)
    context = {"lines": lines, "columns": _columns(by, down), "totals": totals(one.strength for one in lines)}
    return render(request, "catalogue/strength.html", context)


def _lines() -> list[Line]:
    """Equal ones stay in the order of their titles."""
    found = IndexedProblem.objects.filter(status="live").order_by("title").exclude(strength_found={})
    kept = found.values_list("slug", "title", "strength_found")
    return [Line(slug, title, Strength(**written)) for slug, title, written in kept]


def _columns(by: str, down: bool) -> list[Column]:
    """A second press on the same head turns the order round; numbers begin with the largest."""
    columns = []
    for name, (title, _) in _BY.items():
        first_down = name not in _WORDS
        next_down = not down if name == by else first_down
        query = urlencode({"sort": name} | ({"down": "yes"} if next_down else {}))
        sort = ("descending" if down else "ascending") if name == by else ""
        columns.append(Column(name, title, sort, f"?{query}", first_down))
    return columns
