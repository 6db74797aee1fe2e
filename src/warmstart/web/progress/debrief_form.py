"""The form of a debrief: what was typed, what stands against it, what the log keeps of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict

from warmstart.judge.printable import storable
from warmstart.web.progress.debriefs import Debrief, Result, RoundTold

MOST = 20_000
"""Letters of one text."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`field`: id of what to mend."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in the form. `day`: as typed. `rounds`: by id, those of the interview."""

    day: str = ""
    rounds: Mapping[str, RoundTold] = field(default_factory=dict)
    notes: str = ""

    def as_data(self, target: str) -> dict[str, Any]:
        """What a DEBRIEF entry holds; call it only without faults."""
        rounds = {id: told.as_json() for id, told in self.rounds.items()}
        return {"target": target, "date": self.day or None, "rounds": rounds, "notes": self.notes}

    def as_draft(self) -> str:
        return json.dumps(self.as_data(""))


def posted(form: QueryDict, titles: Mapping[str, str], skills: frozenset[str]) -> Given:
    """`titles`: of the interview's rounds, by id. `skills`: ids that the map has; others are left out."""
    return Given(
        day=form.get("day", "").strip()[:40],
        rounds={id: _round(form, id, title, skills) for id, title in titles.items()},
        notes=_text(form, "notes"),
    )


def from_draft(text: str, titles: Mapping[str, str]) -> Given | None:
    """None: it cannot be read."""
    try:
        data = json.loads(text)
        told = {id: RoundTold.from_json(each) for id, each in data["rounds"].items()}
        return Given(str(data["date"] or ""), _complete(told, titles), str(data["notes"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def from_debrief(debrief: Debrief, titles: Mapping[str, str]) -> Given:
    """For correcting it."""
    day = "" if debrief.day is None else debrief.day.isoformat()
    return Given(day, _complete(debrief.rounds, titles), debrief.notes)


def empty(titles: Mapping[str, str], day: date | None) -> Given:
    return Given("" if day is None else day.isoformat(), _complete({}, titles))


def faults(given: Given, today: date) -> tuple[Fault, ...]:
    """Everything at once; empty: the log can take it."""
    found = list(_day_faults(given.day, today))
    for id, told in given.rounds.items():
        if told.result is Result.NOT_HELD and (told.asked or told.skills or told.went):
            sentence = (
                f"{told.title}: it was not held, and yet something is told of it. Take out one of the two."
            )
            found.append(Fault(f"result-{id}", sentence))
        if len(told.asked) > MOST:
            found.append(Fault(f"asked-{id}", _too_long(told.title, told.asked)))
    if len(given.notes) > MOST:
        found.append(Fault("notes", _too_long("Notes", given.notes)))
    if not given.notes and not any(told.says_something for told in given.rounds.values()):
        found.append(
            Fault("notes", "Nothing is told yet: say of a round what became of it, or write a note.")
        )
    return tuple(found)


def _day_faults(text: str, today: date) -> Sequence[Fault]:
    if not text:
        return ()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return [Fault("day", f"“{text}” is no date: want one such as {today.isoformat()}, or nothing.")]
    if day > today:
        return [Fault("day", "That day is still to come: tell of the interview once it was held.")]
    return ()


def _too_long(name: str, text: str) -> str:
    return f"{name}: {len(text):,} letters; at most {MOST:,} are kept. Nothing was saved yet."


def _round(form: QueryDict, id: str, title: str, skills: frozenset[str]) -> RoundTold:
    result, went = form.get(f"result-{id}", ""), form.get(f"went-{id}", "")
    return RoundTold(
        title=title,
        result=Result(result) if result in set(Result) else Result.UNTOLD,
        skills=tuple(skill for skill in form.getlist(f"skills-{id}") if skill in skills),
        asked=_text(form, f"asked-{id}"),
        went=int(went) if went in ("1", "2", "3", "4", "5") else None,
    )


def _text(form: QueryDict, name: str) -> str:
    """Browsers post the line ends of a text area as CRLF, whatever was typed."""
    return storable(form.get(name, "").replace("\r\n", "\n").replace("\r", "\n")).strip()


def _complete(told: Mapping[str, RoundTold], titles: Mapping[str, str]) -> Mapping[str, RoundTold]:
    """A line for every round of the interview, and for those that were told of before."""
    return {id: told.get(id, RoundTold(title)) for id, title in titles.items()} | dict(told)
