"""Grades of numbers, choices and orders, where nothing is estimated."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from warmstart.content.drawn import DIGITS, Instance, check_numbers, neat
from warmstart.content.question import Question
from warmstart.grading.choices import check_choices
from warmstart.grading.numbers import Checked, Outcome
from warmstart.grading.ordering import Ordered, check_order
from warmstart.web.attempts.record import Line, Record
from warmstart.web.practice.fields import choices_in, numbers_in, order_in

RIGHT, WRONG, EMPTY = "right", "wrong", "left out"
TEN = 10
"""Points of an order, whatever the number of its steps."""


def exact_record(question: Question, text: str, instance: Instance | None) -> Record:
    """What goes into the log of fields. `instance`: the numbers that the attempt had."""
    match question.form:
        case "numbers" if instance is not None:
            return _numbers(question, numbers_in(text), instance)
        case "choices":
            return _choices(question, choices_in(text))
        case "order":
            return _order(question, order_in(text, len(question.forms.steps)))
        case _:
            return exact_total((), 0, 0, "The numbers of this question are gone: it cannot be graded now.")


def _numbers(question: Question, typed: Mapping[str, str], instance: Instance) -> Record:
    checked = check_numbers(question, instance, typed)
    lines = []
    for wanted in question.forms.wanted:
        said, found = typed.get(wanted.name, ""), checked.get(wanted.name)
        right = f"{neat(instance.answers.get(wanted.name, ''), DIGITS)} {wanted.unit}".strip()
        finding = RIGHT if found is not None and found.is_right else WRONG if said else EMPTY
        slip = "" if found is None or not said else _slip(question, found)
        lines.append(exact_line(wanted.name, wanted.label, finding, said, right, wanted.why, slip))
    hits = sum(line.finding == RIGHT for line in lines)
    return replace(exact_total(tuple(lines), hits, len(lines)), instance=asdict(instance))


def _slip(question: Question, found: Checked) -> str:
    """What a wrong number looks like; empty: like nothing known."""
    match found.outcome:
        case Outcome.SLIP:
            slips = (slip for slip in question.forms.slips if slip.name == found.slip)
            return next((f"{slip.name}. {slip.why}" for slip in slips), found.slip)
        case Outcome.FACTOR:
            return f"off by a factor of {found.factor:g}: look at units and powers."
        case Outcome.WRONG_UNIT:
            return "the number may be right, its unit is not."
        case Outcome.NO_NUMBER:
            return "this could not be read as a number."
        case _:
            return ""


def _choices(question: Question, chosen: frozenset[int]) -> Record:
    options = question.forms.options
    checked = check_choices([option.right for option in options], chosen)
    lines = tuple(
        exact_line(
            str(at),
            option.text,
            WRONG if at in checked.missed or at in checked.wrong else RIGHT,
            said="chosen" if at in chosen else "not chosen",
            right="choose it" if option.right else "leave it",
            why=option.why,
        )
        for at, option in enumerate(options)
    )
    note = "A wrong choice takes back a right one." if checked.wrong else ""
    most = len(checked.hits) + len(checked.missed)
    return exact_total(lines, checked.share * most, most, note)


def _order(question: Question, given: tuple[int, ...] | None) -> Record:
    """None: there is no order yet."""
    steps, ties = question.forms.steps, question.forms.ties
    checked = check_order(len(steps), given or (), ties)
    lines = []
    for index, step in enumerate(steps):
        allowed = next((group for group in ties if index + 1 in group), (index + 1,))
        place = given.index(index) + 1 if given else None
        finding = EMPTY if place is None else RIGHT if place in allowed else WRONG
        said = "" if place is None else f"place {place}"
        right = "place " + " or ".join(map(str, sorted(allowed)))
        lines.append(exact_line(str(index), step.text, finding, said, right, step.why))
    return exact_total(tuple(lines), TEN * checked.share, TEN, _first_wrong(checked))


def _first_wrong(checked: Ordered) -> str:
    """Where to look first: later steps may be wrong only because of it."""
    if checked.first is None:
        return ""
    away, way = abs(checked.first.away), "later" if checked.first.away > 0 else "earlier"
    places = f"{away} place{'' if away == 1 else 's'} {way}"
    return (
        f"First look at place {checked.first.place + 1}: its step belongs {places}. "
        "Counted are pairs of steps that stand in their order."
    )


def exact_line(id_: str, claim: str, finding: str, said: str, right: str, why: str, slip: str = "") -> Line:
    share = float(finding == RIGHT)
    return Line(
        id_, 1, True, "core", claim, finding, share, share, said=said, right=right, why=why, slip=slip
    )


def exact_total(lines: tuple[Line, ...], points: float, total: int, note: str = "") -> Record:
    notes = (note,) if note else ()
    return Record(lines, (), points, points, points, total, 1.0, notes=notes, exact=True)
