"""Everything from the log once more, beside what was kept of it."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from warmstart.web.accounts.models import Person
from warmstart.web.standing.fitter import fit_stage
from warmstart.web.standing.models import Snapshot
from warmstart.web.standing.parameters import parameters_of
from warmstart.web.standing.standing import Standing, forget, standing_of


@dataclass(frozen=True, slots=True)
class Recomputed:
    """`difference`: the largest between two figures, relative above 1. `own`: parameters are fitted."""

    goes: int
    items: int
    skills: int
    seconds: float
    difference: float
    own: bool

    @property
    def sentence(self) -> str:
        same = (
            "the same as what was kept"
            if self.difference <= 1e-9
            else f"it differed by {self.difference:.2g}"
        )
        fitted = " Parameters of recall are your own." if self.own else ""
        return (
            f"{self.goes} goes at {self.items} items in {self.skills} skills, computed anew in "
            f"{self.seconds:.2f} s: {same}.{fitted}"
        )

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def recompute(person: Person, at: datetime, clock: Callable[[], float]) -> Recomputed:
    """`clock`: seconds. Parameters of recall are fitted first, where a stage is reached."""
    fit_stage(person, at)
    kept = standing_of(person, at)
    before = dict(figures(kept))
    Snapshot.objects.filter(person=person).delete()
    forget(person)
    began = clock()
    anew = standing_of(person, at)
    took = clock() - began
    after = dict(figures(anew))
    gaps = [_gap(before.get(name), value) for name, value in after.items()]
    missing = [float("inf")] if before.keys() != after.keys() else []
    return Recomputed(
        goes=sum(total.done for total in anew.days.values()),
        items=len(anew.memories),
        skills=len({name.partition(" ")[2] for name in after if name.startswith("logit ")}),
        seconds=took,
        difference=max([*gaps, *missing], default=0.0),
        own=parameters_of(person).own,
    )


def figures(standing: Standing) -> Iterator[tuple[str, float]]:
    """Everything that is told of somebody, as numbers with names."""
    for item, memory in standing.memories.items():
        yield f"stability {item}", memory.stability
        yield f"difficulty {item}", memory.difficulty
        yield f"last {item}", memory.last
    for skill, known in standing.skills.items():
        logit = standing.bank.logit(skill, known.area_key, standing.day)
        if standing.mastery(skill).attempts:
            yield f"logit {skill}", logit.mean
            yield f"spread {skill}", logit.var_skill
    for n, weight in enumerate(standing.bank.weights):
        yield f"weight {n}", float(weight)
    for skill, ledger in standing.fold.ledgers.items():
        yield f"gain {skill}", ledger.gain
    for day, total in standing.days.items():
        yield f"done {day}", total.done
        yield f"seconds {day}", total.seconds


def _gap(before: float | None, after: float) -> float:
    return float("inf") if before is None else abs(before - after) / max(1.0, abs(after))
