"""What this slice's tests share: a clock, a small pack."""

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from warmstart.web.catalogue.index import index_packs
from warmstart.web.review.tests.deck import Clock, write_deck


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Monday at six in the evening, until a test moves it."""
    found = Clock()
    monkeypatch.setattr(timezone, "now", found.now)
    return found


@pytest.fixture
def deck(db: None, tmp_path: Path) -> Path:
    """The folder of the pack, indexed."""
    folder = write_deck(tmp_path / "pack")
    index_packs([folder])
    return folder


@pytest.fixture
def alice(alice: Client, clock: Clock) -> Client:
    """The owner, in Greenwich, by the clock of the test."""
    alice.cookies["zone"] = "UTC"
    return alice
