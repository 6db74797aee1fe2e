"""The rubric in a question's front matter: points, misconceptions, follow-ups, exemplars."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from warmstart.content.finding import Finding
from warmstart.content.table import Table, read_table
from warmstart.grading.rubric import Misconception, Point, Rubric


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is asked after the answer. `rubric`: points of one each; none: one compares with `look_for`."""

    ask: str
    look_for: str
    rubric: Rubric


@dataclass(frozen=True, slots=True)
class Exemplar:
    """An answer with the grade that it must get: `band` in points, misconceptions it asserts as `flags`.

    has, half, denies: ids of points that it makes, makes in part, asserts the opposite of. `waived`: why the
    offline grader may miss it.
    """

    name: str
    kind: str
    text: str
    band: tuple[float, float]
    flags: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    denies: frozenset[str] = frozenset()
    waived: str = ""


def tables_of(table: Table, name: str) -> tuple[list[Table], list[Finding]]:
    """Every `[[name]]` of the front matter, and what is wrong with any."""
    read = [
        read_table(name, values, table.span.table(name, index))
        for index, values in enumerate(table.tables(name))
    ]
    return [each for each, _ in read], [fault for _, faults in read for fault in faults]


def read_rubric(table: Table, asked: str) -> tuple[Rubric, list[Finding]]:
    """`asked`: the question with its context."""
    points, findings = tables_of(table, "points")
    wrong, faults = tables_of(table, "misconceptions")
    findings += faults + _twice(points) + _twice(wrong)
    known = {each.text("id") for each in points}
    findings += [
        fault
        for each in wrong
        if each.text("contradicts")
        for fault in unknown_ids(each, "contradicts", [each.text("contradicts")], known, "point")
    ]
    return Rubric(asked, tuple(map(_point, points)), tuple(map(_misconception, wrong))), findings


def read_follow_ups(table: Table, asked: str) -> tuple[tuple[FollowUp, ...], list[Finding]]:
    tables, findings = tables_of(table, "followups")
    found = []
    for each in tables:
        read = [read_table("claims", values, each.span) for values in each.tables("points")]
        findings += [fault for _, faults in read for fault in faults]
        claims = [claim for claim, _ in read]
        rubric = Rubric(
            f"{each.text('ask')} {asked}", tuple(map(_claim, claims, map(_letter, range(len(claims)))))
        )
        found.append(FollowUp(each.text("ask"), each.text("look_for"), rubric))
    return tuple(found), findings


def read_exemplars(table: Table, rubric: Rubric) -> tuple[tuple[Exemplar, ...], list[Finding]]:
    tables, findings = tables_of(table, "graded")
    points = {each.id for each in rubric.points}
    wrong = {each.id for each in rubric.misconceptions}
    for each in tables:
        for key in ("has", "half", "denies"):
            findings += unknown_ids(each, key, each.texts(key), points, "point")
        findings += unknown_ids(each, "flags", each.texts("flags"), wrong, "misconception")
        findings += _band_faults(each, rubric.total)
        both = set(each.texts("has")) & {*each.texts("half"), *each.texts("denies")}
        findings += [
            each.fault("has", f"'{name}' is also half said or denied", "say one") for name in sorted(both)
        ]
    findings += _twice(tables, "name")
    return tuple(_exemplar(each) for each in tables if each.whole), findings


def unknown_ids(table: Table, key: str, ids: Iterable[str], known: set[str], what: str) -> list[Finding]:
    return [
        table.fault(key, f"no {what} has the id '{name}'", f"name one of {', '.join(sorted(known))}")
        for name in ids
        if name not in known
    ]


def _twice(tables: list[Table], key: str = "id") -> list[Finding]:
    names = [each.text(key) for each in tables]
    return [
        each.fault(key, f"a second {key} '{each.text(key)}'", "keep one")
        for at, each in enumerate(tables)
        if each.text(key) in names[:at]
    ]


def _band_faults(table: Table, total: int) -> list[Finding]:
    band = table.values.get("band")
    if not isinstance(band, list) or (len(band) == 2 and 0 <= band[0] <= band[1] <= total):
        return []
    return [table.fault("band", f"is {band}", f"want [low, high] with 0 <= low <= high <= {total}")]


def _exemplar(table: Table) -> Exemplar:
    band = table.values["band"]
    low, high = (float(x) for x in band) if isinstance(band, list) and len(band) == 2 else (0.0, 0.0)
    ids: Callable[[str], frozenset[str]] = lambda key: frozenset(table.texts(key))  # noqa: E731
    return Exemplar(
        table.text("name"),
        table.text("kind"),
        table.text("text"),
        (low, high),
        ids("flags"),
        ids("has"),
        ids("half"),
        ids("denies"),
        table.text("waived"),
    )


def _point(table: Table) -> Point:
    terms = table.values.get("terms", [])
    return Point(
        table.text("id"),
        table.integer("pts"),
        table.text("claim"),
        table.texts("accept"),
        table.truth("must"),
        table.text("level") or "core",
        table.texts("reject"),
        table.texts("half"),
        tuple(map(tuple, terms)) if isinstance(terms, list) else (),
        table.texts("opposite"),
    )


def _claim(table: Table, name: str) -> Point:
    return Point(name, table.integer("pts") or 1, table.text("claim"), table.texts("accept"))


def _letter(index: int) -> str:
    return chr(ord("a") + index)


def _misconception(table: Table) -> Misconception:
    return Misconception(
        table.text("id"),
        table.text("says"),
        table.texts("also"),
        table.text("repair"),
        table.text("see"),
        table.integer("costs"),
        table.text("contradicts") or None,
    )
