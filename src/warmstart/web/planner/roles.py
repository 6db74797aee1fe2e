"""The rounds of a role's interviews, as the forms show them."""

from dataclasses import dataclass

from warmstart.skills.target import DEFAULT_ROLE, ROLES, TITLES


@dataclass(frozen=True, slots=True)
class Round:
    """`weight`: share of the decision, where nobody knows better."""

    id: str
    title: str
    weight: float


def rounds_of(role: str) -> tuple[Round, ...]:
    """Those of the default role where there is none of that name."""
    weights = ROLES.get(role, ROLES[DEFAULT_ROLE])
    return tuple(Round(each, title, weights.get(each, 0.0)) for each, title in TITLES.items())
