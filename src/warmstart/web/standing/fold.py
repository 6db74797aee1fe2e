"""Everything that goes add up to: memories, mastery, practice by skill and by day."""

import json
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from warmstart.plan.ledger import Ledger
from warmstart.recall.parameters import Parameters
from warmstart.recall.replay import Course, Review
from warmstart.skills.bank import Bank, Evidence, Mastery, Moved
from warmstart.skills.evidence import difficulty_of
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.goes import Go
from warmstart.web.standing.practice import practised

KEPT_TIMES = 200
"""How many of the last times of a kind are kept."""
VERSION = 5
"""Of what is folded, and how: another one and nothing that was kept holds."""


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What was done on a study day. `seconds`: where a clock ran."""

    done: int = 0
    right: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a go moved, and the mastery of its primary skill before and after."""

    moved: Moved
    before: Mastery
    after: Mastery


@dataclass(slots=True)
class Fold:
    """`first`: rating at first sight by item. `proved`: last study day on which an item gave evidence.

    `ledgers`, `practised`: by skill, what practice added, and the last study day of it. `proofs`: goes that
    gave evidence, by the skills of their item, parted by spaces.
    """

    course: Course
    bank: Bank
    ledgers: dict[str, Ledger] = field(default_factory=dict)
    practised: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    proved: dict[str, int] = field(default_factory=dict)
    proofs: dict[str, int] = field(default_factory=dict)
    days: dict[int, DayTotal] = field(default_factory=dict)
    kinds: dict[str, list[float]] = field(default_factory=dict)

    @classmethod
    def fresh(cls, parameters: Parameters) -> "Fold":
        return cls(Course(parameters), Bank.fresh())

    def copy(self) -> "Fold":
        return Fold(
            self.course.copy(),
            self.bank.copy(),
            dict(self.ledgers),
            dict(self.practised),
            dict(self.first),
            dict(self.proved),
            dict(self.proofs),
            dict(self.days),
            {kind: list(minutes) for kind, minutes in self.kinds.items()},
        )

    def add_all(self, goes: Iterable[Go], items: Mapping[UUID, Facts]) -> None:
        """In the order given."""
        for go in goes:
            self.add(go, items.get(go.item))

    def told(self, goes: Iterable[Go], items: Mapping[UUID, Facts]) -> dict[str, Told]:
        """As `add_all`, and what each go with evidence changed, by its id."""
        found = {}
        for go in goes:
            facts = items.get(go.item)
            before = self.mastery(facts, go)
            moved = self.add(go, facts)
            after = self.mastery(facts, go)
            if moved is not None and before is not None and after is not None:
                found[go.id] = Told(moved, before, after)
        return found

    def mastery(self, facts: Facts | None, go: Go) -> Mastery | None:
        """Of the item's primary skill, as of the go; None: it trains none."""
        if facts is None or not facts.shares:
            return None
        return self.bank.mastery(facts.shares[0].skill, facts.shares[0].area, go.day)

    def add(self, go: Go, facts: Facts | None) -> Moved | None:
        """`facts` None: the item is gone. Its memory is kept; what it was about is not known any more."""
        item = str(go.item)
        if go.memory is not None:
            self.course.memories.setdefault(item, go.memory)
            return None
        self._count(go)
        if go.rating is not None:
            self.first.setdefault(item, int(go.rating))
            self.course.add(Review(item, go.day, go.study_day, go.rating, go.id))
        if facts is None or not facts.shares or go.y is None or self.proved.get(item) == go.study_day:
            return None
        self.proved[item] = go.study_day
        about = " ".join(share.skill for share in facts.shares)
        self.proofs[about] = self.proofs.get(about, 0) + 1
        moved = self.bank.update(evidence_of(go, facts))
        if go.kind != "sight":
            self._practise(go, facts, moved.chance)
        return moved

    def _practise(self, go: Go, facts: Facts, chance: float) -> None:
        """The skill that an item is of has had its practice of the day; the others are trained beside it."""
        self.practised[facts.shares[0].skill] = go.study_day
        for share in facts.shares:
            self.ledgers[share.skill] = practised(
                self.ledgers.get(share.skill), go, facts, share.loading, chance
            )

    def _count(self, go: Go) -> None:
        last = self.days.get(go.study_day, DayTotal())
        seconds = last.seconds + (go.seconds or 0)
        self.days[go.study_day] = DayTotal(last.done + 1, last.right + go.right, seconds)
        if go.seconds:
            own = self.kinds.setdefault(go.kind, [])
            own.append(go.seconds / 60)
            del own[:-KEPT_TIMES]

    def goes_about(self, skills: Collection[str]) -> int:
        """Goes that gave evidence of any of the skills, each counted once."""
        return sum(n for about, n in self.proofs.items() if any(each in skills for each in about.split()))

    def as_bytes(self) -> bytes:
        """Exact: what is folded on from it is the same to the last bit."""
        data = {
            "course": self.course.as_json(),
            "bank": self.bank.as_json(),
            "ledgers": {skill: [each.gain, each.count, each.last] for skill, each in self.ledgers.items()},
            "practised": self.practised,
            "first": self.first,
            "proved": self.proved,
            "proofs": self.proofs,
            "days": {day: [each.done, each.right, each.seconds] for day, each in self.days.items()},
            "kinds": self.kinds,
        }
        return zlib.compress(json.dumps(data).encode(), 1)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Fold":
        kept: dict[str, Any] = json.loads(zlib.decompress(data))
        return cls(
            Course.from_json(kept["course"]),
            Bank.from_json(kept["bank"]),
            {skill: Ledger(*each) for skill, each in kept["ledgers"].items()},
            kept["practised"],
            kept["first"],
            kept["proved"],
            kept["proofs"],
            {int(day): DayTotal(*each) for day, each in kept["days"].items()},
            kept["kinds"],
        )


def evidence_of(go: Go, facts: Facts) -> Evidence:
    difficulty, variance = difficulty_of(facts.difficulty)
    return Evidence(
        id=go.id,
        day=go.day,
        skills=facts.shares,
        item=str(go.item),
        difficulty=difficulty,
        y=go.y or 0.0,
        weight=go.weight,
        difficulty_variance=variance,
        guess=facts.guess,
    )
