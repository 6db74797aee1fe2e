"""What is to be done now, and how: recalled at sight, answered in writing, solved; or rated after that."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from warmstart.recall.days import start_of
from warmstart.web.attempts.models import Attempt, Review
from warmstart.web.review.desk import Desk
from warmstart.web.standing.agenda import Listed
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.goes import Go
from warmstart.web.standing.standing import Standing

Way = Literal["sight", "writing", "code"]
WAYS: tuple[Way, ...] = ("sight", "writing")


@dataclass(frozen=True, slots=True)
class Step:
    """`listed` None: the item is not on today's list; somebody asked for it."""

    way: Way
    facts: Facts
    listed: Listed | None

    @property
    def unlabelled(self) -> bool:
        """Of a question neither title nor skill shows before it was tried: an interview names none either."""
        return self.facts.kind == "question"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for. `item` None: whatever comes next."""

    item: UUID | None
    way: str
    shown: bool


def unrated(standing: Standing) -> Go | None:
    """The last thing done today, where it was an attempt whose proposed rating nobody has looked at yet."""
    last = standing.today[-1] if standing.today else None
    if last is None or last.attempt is None or last.proposed is None or last.item not in standing.items:
        return None
    own = Review.objects.filter(person=standing.person, attempt=last.attempt, reviewed_at__gte=last.at)
    return None if own.exclude(pk__in=standing.decisions.undone).exists() else last


def step_of(desk: Desk, wanted: Wanted) -> Step | None:
    """None: nothing is left. `wanted.item`, where there is one, may be practised now."""
    if wanted.item is not None:
        listed = next((each for each in desk.items if each.facts.id == wanted.item), None)
        facts = desk.standing.items[wanted.item]
        return Step(_way(desk.standing, facts, listed, wanted.way), facts, listed)
    listed = desk.next
    if listed is None:
        return None
    return Step(_way(desk.standing, listed.facts, listed, ""), listed.facts, listed)


def _way(standing: Standing, facts: Facts, listed: Listed | None, asked: str) -> Way:
    if facts.kind != "question":
        return "code" if facts.kind == "problem" else "sight"
    for way in WAYS:
        if way == asked:
            return way
    if listed is not None:
        return "writing" if listed.kind == "practice" else "sight"
    return "sight" if str(facts.id) in standing.memories else "writing"


@dataclass(frozen=True, slots=True)
class Begun:
    """How far a problem was taken. `today`: its page is where one left it; else it asks for a blank one."""

    ever: bool
    today: bool


def begun(standing: Standing, item: UUID) -> Begun:
    last = Attempt.objects.filter(person=standing.person, item=item).order_by("-begun_at").first()
    since = start_of(standing.study_day, standing.zone)
    return Begun(last is not None, last is not None and last.begun_at >= since)
