"""Parameters of recall: the defaults, or what was fitted to the learner's own reviews and held its own."""

from dataclasses import dataclass
from hashlib import sha256

from warmstart.recall.parameters import DEFAULTS, Parameters
from warmstart.web.accounts.models import Person
from warmstart.web.standing.models import Fitted


@dataclass(frozen=True, slots=True)
class Chosen:
    """`stage`: next-day reviews that were fitted to; 0: none yet. `own`: not the defaults."""

    values: Parameters
    stage: int
    own: bool

    @property
    def digest(self) -> str:
        return sha256(repr(self.values).encode()).hexdigest()[:16]


def parameters_of(person: Person) -> Chosen:
    """The last fit that was kept; each fit says of itself whether it is better than what was there."""
    fits = Fitted.objects.filter(person=person).order_by("-reviews").values_list("reviews", "parameters")
    stage, values = 0, None
    for reviews, found in fits:
        stage = stage or reviews
        if found is not None:
            values = tuple(float(each) for each in found)
            break
    return Chosen(values or DEFAULTS, stage, values is not None)
