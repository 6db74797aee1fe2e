"""Questions that are not answered in prose: numbers, choices, an order."""

from dataclasses import dataclass

from warmstart.content.finding import Finding
from warmstart.content.rubric_tables import tables_of, unknown_ids
from warmstart.content.table import Table


@dataclass(frozen=True, slots=True)
class Wanted:
    """One number that is asked for. rtol, atol: right within `atol + rtol * |value|`."""

    name: str
    label: str
    unit: str
    rtol: float
    atol: float
    why: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A typical wrong value of the number `answer`. `formula`: Python over the given values."""

    name: str
    answer: str
    formula: str
    why: str


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, or not."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something to put in its place."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Forms:
    """What stands in place of a rubric. `ties`: groups of places, from 1, whose steps may change places."""

    wanted: tuple[Wanted, ...] = ()
    slips: tuple[Slip, ...] = ()
    options: tuple[Option, ...] = ()
    steps: tuple[Step, ...] = ()
    ties: tuple[tuple[int, ...], ...] = ()


def read_forms(table: Table) -> tuple[Forms, list[Finding]]:
    answers, findings = tables_of(table, "answers")
    slips, faults = tables_of(table, "slips")
    findings += faults
    names = {each.text("name") for each in answers}
    findings += [
        fault
        for each in slips
        for fault in unknown_ids(each, "answer", [each.text("answer")], names, "answer")
    ]
    options, faults = tables_of(table, "options")
    findings += faults
    steps, faults = tables_of(table, "steps")
    findings += faults
    ties = table.values.get("ties", [])
    groups = tuple(map(tuple, ties)) if isinstance(ties, list) else ()
    if any(not 1 <= place <= len(steps) for group in groups for place in group):
        findings.append(table.fault("ties", "names a place that is no step", f"want 1 to {len(steps)}"))
    forms = Forms(
        tuple(map(_wanted, answers)),
        tuple(Slip(*(each.text(key) for key in ("name", "answer", "formula", "why"))) for each in slips),
        tuple(Option(each.text("text"), each.truth("right"), each.text("why")) for each in options),
        tuple(Step(each.text("text"), each.text("why")) for each in steps),
        groups,
    )
    return forms, findings


def _wanted(table: Table) -> Wanted:
    return Wanted(
        table.text("name"),
        table.text("label"),
        table.text("unit"),
        table.number("rtol") or 0.0,
        table.number("atol") or 0.0,
        table.text("why"),
    )
