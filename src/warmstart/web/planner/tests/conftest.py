"""What this slice's tests share: a clock that stands where the test wants it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
"""A Monday evening."""


class Clock:
    """`timezone.now()` everywhere in the product; each look at it comes a little later than the last."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(timezone, "now", found)
    return found
