"""Servers of their own for tests that need a process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warmstart.web.catalogue.tests.packs import write_pack
from warmstart.web.site.tests.served import Served


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Makes servers on this test's data folder; those that still run are ended."""
    made: list[Served] = []

    def make(**how: str) -> Served:
        pack = tmp_path / "pack"
        write_pack(pack, seconds=30.0)
        made.append(Served(tmp_path / "data", pack, environment=how))
        return made[-1]

    yield make
    for server in made:
        server.end()
