"""The end of a session: what was done, how it went, what comes tomorrow."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from warmstart.recall.days import real_day, start_of
from warmstart.recall.memory import due
from warmstart.web.review.desk import Desk
from warmstart.web.review.ratings import NAMES
from warmstart.web.review.wording import counted, listed
from warmstart.web.standing.agenda import minutes_done
from warmstart.web.standing.goes import Go
from warmstart.web.standing.standing import WANTED, Standing

LEAST_LEFT = 1.0
"""Minutes for which, at the end of a short session, nothing more is looked for."""
KINDS = ("card", "question", "problem")


@dataclass(frozen=True, slots=True)
class Line:
    """One go. `how`: the rating that counts; empty: none does. `right`: it went well."""

    title: str
    kind: str
    url: str
    how: str
    right: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """`lines`: of today, the oldest first. `tomorrow`: one sentence."""

    title: str
    lines: tuple[Line, ...]
    right: int
    tomorrow: str
    sentences: tuple[str, ...]


def ending_of(desk: Desk) -> Ending:
    standing = desk.standing
    lines = tuple(_line(standing, go) for go in standing.today)
    right = sum(line.right for line in lines)
    sentences = () if _is_over(desk) else desk.sentences
    return Ending(_title(desk), lines, right, tomorrow(standing), sentences)


def _is_over(desk: Desk) -> bool:
    """Of a short session: what the plan says of no minutes is said of the whole day."""
    return desk.short is not None and desk.short.left(minutes_done(desk.standing)) < LEAST_LEFT


def _title(desk: Desk) -> str:
    short = desk.short
    if short is not None and _is_over(desk):
        return f"Your {short.name} {'is' if short.minutes == 1 else 'are'} over"
    if short is not None:
        return "Nothing is left for now"
    return "That is today" if desk.standing.today else "Nothing to do now"


def _line(standing: Standing, go: Go) -> Line:
    facts = standing.items.get(go.item)
    how = "" if go.rating is None else NAMES[go.rating]
    if facts is None:
        return Line("an item that is gone", go.kind, "", how, go.right)
    return Line(facts.title, facts.kind, facts.url, how, go.right)


def tomorrow(standing: Standing) -> str:
    """How many items will have fallen under the wanted chance by the end of tomorrow."""
    day = date.fromordinal(standing.study_day + 1)
    end = real_day(start_of(standing.study_day + 2, standing.zone))
    found = Counter(
        facts.kind
        for facts in standing.items.values()
        if facts.live and facts.id not in standing.suspended and _due_by(standing, str(facts.id), end)
    )
    what = listed([counted(found[kind], kind) for kind in KINDS if found[kind]])
    verb = "has" if sum(found.values()) == 1 else "have"
    due_then = f"{what} {verb} fallen below a {WANTED:.0%} chance of recall by then".replace("%", " %")
    said = due_then if what else "nothing you have met will need a review yet"
    off = "Tomorrow is a day off; " if standing.off.is_off(day) else "Tomorrow: "
    return f"{off}{said}. What is new comes on top, as the plan has room."


def _due_by(standing: Standing, item: str, end: float) -> bool:
    memory = standing.memories.get(item)
    return memory is not None and due(memory, WANTED, standing.parameters) < end
