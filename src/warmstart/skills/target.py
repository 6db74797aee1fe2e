"""What an interview asks: its rounds, and how much each skill weighs in them. All weights are judgements.

What is not sourced is pulled half-way to uniform: in the simulator wrong weights were worse than none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warmstart import WarmstartError
from warmstart.skills.readiness import RoundSpec


class BadWeights(WarmstartError):
    """Weights of rounds that cannot be used; the message says which, and what is wanted."""

    status = 422


@dataclass(frozen=True, slots=True)
class SkillNode:
    """A skill as the rounds see it. `coded`: some problem trains it. `mark`: S, M or A."""

    id: str
    area: str
    mark: str
    coded: bool


TITLES = {
    "concepts": "ML concepts",
    "coding": "Coding",
    "design": "ML system design",
    "behavioural": "Behavioural",
}
ALPHA = {"concepts": 0.6, "coding": 0.2, "design": 0.4, "behavioural": 0.3}
ROLES: Mapping[str, Mapping[str, float]] = {
    "ML engineer": {"concepts": 0.30, "coding": 0.30, "design": 0.25, "behavioural": 0.15},
    "Applied scientist": {"concepts": 0.40, "coding": 0.25, "design": 0.20, "behavioural": 0.15},
    "Data scientist": {"concepts": 0.45, "coding": 0.25, "design": 0.10, "behavioural": 0.20},
    "Research engineer": {"concepts": 0.35, "coding": 0.40, "design": 0.10, "behavioural": 0.15},
    "MLOps engineer": {"concepts": 0.20, "coding": 0.30, "design": 0.35, "behavioural": 0.15},
}
"""Weights of the rounds; the first is what is taken where nobody says."""
DEFAULT_ROLE = "ML engineer"
_MARKS = {"S": 3.0, "M": 2.0, "A": 1.0}
_CODED_AREAS = frozenset({"cs", "al"})
_TOLERANCE = 1e-6


def rounds_of(
    skills: Iterable[SkillNode],
    role: str = DEFAULT_ROLE,
    weights: Mapping[str, float] | None = None,
    *,
    sourced: bool = False,
) -> tuple[RoundSpec, ...]:
    """`weights`: by id of a round, None: the role's. Rounds without weight, or without a skill, are left out.

    BadWeights.
    """
    chosen = dict(ROLES.get(role, ROLES[DEFAULT_ROLE])) if weights is None else checked(weights)
    nodes = list(skills)
    by_round = {each: _skills_of(each, nodes) for each, weight in chosen.items() if weight > 0}
    kept = {each: chosen[each] for each, found in by_round.items() if found}
    total = sum(kept.values())
    shares = {each: weight / total for each, weight in kept.items()}
    shares = shares if sourced else shrunk(shares)
    return tuple(
        RoundSpec(each, TITLES[each], shares[each], ALPHA[each], shrunk(by_round[each]))
        for each in TITLES
        if each in kept
    )


def checked(weights: Mapping[str, float]) -> dict[str, float]:
    """With every round there is. BadWeights: an unknown round, a negative weight, or nothing above 0."""
    for each, weight in weights.items():
        if each not in TITLES:
            raise BadWeights(f"There is no round '{each}': want {', '.join(TITLES)}.")
        if not 0 <= weight < float("inf"):
            raise BadWeights(f"The weight of {TITLES[each]} is {weight:g}: want a number from 0 on.")
    if sum(weights.values()) < _TOLERANCE:
        raise BadWeights("All rounds have the weight 0: give at least one of them more.")
    return {each: float(weights.get(each, 0.0)) for each in TITLES}


def _skills_of(round_: str, nodes: list[SkillNode]) -> dict[str, float]:
    """Weights that sum to 1, by the marks of the skill map."""
    found = {node.id: _MARKS.get(node.mark, 2.0) * _part(round_, node) for node in nodes}
    found = {skill: weight for skill, weight in found.items() if weight > 0}
    total = sum(found.values())
    return {skill: weight / total for skill, weight in found.items()}


def _part(round_: str, node: SkillNode) -> float:
    """How far a round asks for a skill of this kind."""
    match round_:
        case "design":
            return 1.0 if node.area == "sy" else 0.0
        case "behavioural":
            return 1.0 if node.area == "be" else 0.0
        case "coding":
            return (
                1.0
                if node.area in _CODED_AREAS
                else 0.5
                if node.coded and node.area not in ("sy", "be")
                else 0.0
            )
        case _:
            return 0.5 if node.area in _CODED_AREAS else 0.0 if node.area in ("sy", "be") else 1.0


def shrunk(weights: Mapping[str, float]) -> dict[str, float]:
    """Half-way to uniform; weights that sum to 1 still do."""
    return {each: 0.5 * weight + 0.5 / len(weights) for each, weight in weights.items()}
