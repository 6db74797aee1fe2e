"""Which few items tell most about somebody who has just come.

Greedy: the item that is expected to take most off the variance of all skills' logits. An item tells of its
own skill, of its area, and of everything; each answer lowers what is left to be told of its area.
"""

from collections.abc import Collection, Iterable, Mapping
from math import exp, sqrt

from warmstart.skills.bank import Bank, Evidence

ASKED = 12
"""Items of a placement."""
_PI_8 = 0.3926990817


def next_item(
    bank: Bank, candidates: Iterable[Evidence], day: float, asked: Collection[str] = frozenset()
) -> str | None:
    """Id of the one that tells most; their `y` is not looked at. `asked`: ids that do not come again.

    No skill comes twice as long as there are others. Ties by id. None: there is none left.
    """
    every = [each for each in candidates if each.skills]
    done = {_primary(each) for each in every if each.id in asked}
    left = [each for each in every if each.id not in asked]
    left = [each for each in left if _primary(each) not in done] or left
    if not left:
        return None
    areas: dict[str, set[str]] = {}
    for each in every:
        for share in each.skills:
            areas.setdefault(share.area, set()).add(share.skill)
    sizes = {area: len(skills) for area, skills in areas.items()}
    return min(left, key=lambda each: (-expected_fall(bank, each, sizes, day), each.id)).id


def expected_fall(bank: Bank, asked: Evidence, sizes: Mapping[str, int], day: float) -> float:
    """Of the summed variance of all skills' logits, by one answer. `sizes`: skills of each area.

    The gain of a Kalman step at the mixed moments: every node on the path falls by v^2 I / (1 + V I), and
    a fall of the root counts for all skills, one of an area for those in it.
    """
    primary = asked.skills[0]
    mean, root, area, skill = bank.spread(primary.skill, primary.area, day)
    variance = root + area + skill + asked.difficulty_variance
    k = 1.0 / sqrt(1.0 + _PI_8 * variance)
    q = 1.0 / (1.0 + exp(-k * (mean - asked.difficulty)))
    p = asked.guess + (1.0 - asked.guess) * q
    slope = (1.0 - asked.guess) * q * (1.0 - q) * k
    information = asked.weight * slope * slope / (p * (1.0 - p) + 1e-9)
    kept = information / (1.0 + variance * information)
    return (root * root * sum(sizes.values()) + area * area * sizes[primary.area] + skill * skill) * kept


def _primary(each: Evidence) -> str:
    return each.skills[0].skill
