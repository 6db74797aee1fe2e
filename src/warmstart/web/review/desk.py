"""Today's session as a whole: where somebody stands, what is on the list, how far it went."""

from dataclasses import dataclass

from warmstart.web.review.short import Short
from warmstart.web.review.wording import minutes
from warmstart.web.standing.agenda import Listed, minutes_done
from warmstart.web.standing.outside import whole_agenda
from warmstart.web.standing.standing import Standing

KINDS = {"card": "a card", "question": "a question", "problem": "a problem"}


@dataclass(frozen=True, slots=True)
class Desk:
    """`short` None: the session is all of today's list. `items`: to come; `sentences`: about the plan."""

    standing: Standing
    short: Short | None
    items: tuple[Listed, ...]
    sentences: tuple[str, ...]

    @property
    def next(self) -> Listed | None:
        """None: nothing is left, or the short session's minutes are over."""
        return self.items[0] if self.items else None

    @property
    def done(self) -> int:
        """Goes of this session."""
        return max(0, len(self.standing.today) - (self.short.items if self.short else 0))

    @property
    def done_minutes(self) -> float:
        return max(0.0, minutes_done(self.standing) - (self.short.before if self.short else 0.0))

    @property
    def minutes(self) -> float:
        """Of what is to come."""
        return sum(each.minutes for each in self.items)

    @property
    def progress(self) -> str:
        """`3 done in 12 minutes; 4 to come, about 30 minutes`."""
        done = f"{self.done} done in {minutes(self.done_minutes)}" if self.done else "nothing done yet"
        if not self.items:
            return f"{done}; nothing to come"
        return f"{done}; {len(self.items)} to come, about {minutes(self.minutes)}"

    @property
    def share(self) -> float:
        """Of the session that is done, by minutes: 0 to 1."""
        whole = self.done_minutes + self.minutes
        return self.done_minutes / whole if whole > 0 else 0.0

    def then(self, first: Listed | None) -> str:
        """What comes after `first`, unlabelled: `a question, 8 minutes`. Empty: nothing does."""
        others = [each for each in self.items if first is None or each.facts.id != first.facts.id]
        return f"{KINDS[others[0].facts.kind]}, {minutes(others[0].minutes)}" if others else ""


def desk_of(standing: Standing, short: Short | None) -> Desk:
    """The list is made anew each time: what was just done changes what is worth doing next."""
    left = None if short is None else short.left(minutes_done(standing))
    agenda = whole_agenda(standing, left)
    return Desk(standing, short, agenda.items, agenda.sentences)
