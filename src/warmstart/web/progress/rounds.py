"""Rounds of the interview that one prepares for, and the skills that each asks for."""

from collections.abc import Mapping
from typing import Any

from warmstart.skills.readiness import RoundSpec
from warmstart.skills.target import DEFAULT_ROLE, ROLES, TITLES, BadWeights
from warmstart.web.standing.learner import Beliefs
from warmstart.web.standing.standing import Standing


def title_of(round_: str) -> str:
    """As it is told; its id where another Warmstart knows it and this one does not."""
    return TITLES.get(round_, round_)


def round_titles(target: Mapping[str, Any]) -> Mapping[str, str]:
    """By id, of what a TARGET entry holds; rounds of weight 0 are not part of it."""
    role = ROLES.get(str(target.get("role")), ROLES[DEFAULT_ROLE])
    weights = target.get("rounds") or role
    return {id: title_of(id) for id, weight in weights.items() if weight}


def rounds_of(standing: Standing) -> tuple[RoundSpec, ...]:
    """Empty: there is no target, or its weights mean nothing here."""
    if standing.target is None:
        return ()
    try:
        return Beliefs(standing).rounds
    except BadWeights:
        return ()
