"""Rounds of the interview that one prepares for."""

from collections.abc import Mapping
from typing import Any

from warmstart.web.standing.standing import Standing

TITLES = {
    "concepts": "Concepts",
    "coding": "Coding",
    "design": "System design",
    "behavioural": "Behavioural",
}


def round_titles(target: Mapping[str, Any]) -> Mapping[str, str]:
    """By id, of what a TARGET entry holds."""
    return {id: TITLES.get(id, id) for id in target.get("rounds") or TITLES}


def rounds_of(standing: Standing) -> tuple[Any, ...]:
    return ()
