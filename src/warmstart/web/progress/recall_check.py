"""Predictions of recall and of results, held against what came."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmstart.skills.reliability import Binned, binned
from warmstart.web.progress.binned import Picture, picture
from warmstart.web.progress.past import Predicted, whole
from warmstart.web.standing.standing import Standing

FEW = 100
"""Predictions under which bins say more about chance than about the method."""


@dataclass(frozen=True, slots=True)
class Check:
    """`found` None: nothing was predicted yet. `left`: how many more before the bins are read."""

    found: Binned | None
    chart: Picture | None
    left: int


@dataclass(frozen=True, slots=True)
class Checks:
    """Of reviews on a later day, and of results of attempts."""

    recall: Check
    results: Check


def checks(standing: Standing) -> Checks:
    log = whole(standing)
    return Checks(check(log.recalled), check(log.results))


def check(predicted: Sequence[Predicted]) -> Check:
    found = binned([(each.chance, each.came) for each in predicted])
    left = max(0, FEW - len(predicted))
    return Check(found, picture(found) if found is not None and not left else None, left)
