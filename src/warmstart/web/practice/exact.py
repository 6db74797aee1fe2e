"""Grades of choices and orders, where nothing is estimated."""

from warmstart.content.question import Question
from warmstart.grading.choices import check_choices
from warmstart.grading.ordering import Ordered, check_order
from warmstart.web.practice.fields import choices_in, order_in
from warmstart.web.practice.record import Line, Record

RIGHT, WRONG, EMPTY = "right", "wrong", "left out"
TEN = 10
"""Points of an order, whatever the number of its steps."""


def exact_record(question: Question, text: str, seed: int) -> Record:
    """What goes into the log of fields. `seed`: of the attempt."""
    match question.form:
        case "choices":
            return _choices(question, choices_in(text))
        case "order":
            return _order(question, order_in(text, len(question.forms.steps)))
        case _:
            raise NotImplementedError(question.form)


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
