"""Cells, opened once a mode."""

from collections.abc import Iterator
from functools import cache

import pytest

from warmstart.judge.jail import Tier, missing
from warmstart.judge.jail.tests.cell import MODES, Cell, Mode, open_cell, why_not


@cache
def _missing(tier: str) -> str | None:
    return missing(Tier(tier))


@pytest.fixture(scope="session", params=MODES, ids=lambda mode: mode.name)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Every tier with everybody who may run it here; the rest is skipped with the reason."""
    chosen: Mode = request.param
    if reason := why_not(chosen, _missing):
        pytest.skip(reason)
    return chosen


@pytest.fixture(scope="session")
def cell(mode: Mode) -> Iterator[Cell]:
    """A jail of that mode, shared by the session's tests: each snippet has a worker of its own."""
    with open_cell(mode) as opened:
        yield opened
