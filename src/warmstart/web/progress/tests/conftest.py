"""What this slice's tests share: a small skill map with items, and a log that was lived."""

from pathlib import Path

import pytest

from warmstart.web.accounts.models import Person
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import write_pack

SKILLS = """[[area]]
id = "ds"
title = "Data structures"
[[area]]
id = "al"
title = "Algorithms"
[[skill]]
id = "ds.hash"
title = "Hash tables"
needs = []
mark = "S"
why = "The default O(1) tool"
[[skill]]
id = "al.greedy"
title = "Greedy choices"
needs = ["ds.hash"]
mark = "A"
why = "Exchange arguments"
[[skill]]
id = "al.dp"
title = "Dynamic programming"
needs = ["al.greedy"]
mark = "S"
why = "State, transition, order"
"""


@pytest.fixture
def problems(db: None, tmp_path: Path) -> list[IndexedProblem]:
    """Six: those at even places train hash tables, the others greedy choices; none dynamic programming."""
    folder = write_pack(tmp_path / "pack", problems=6)
    (folder / "skills.toml").write_text(SKILLS)
    index_packs([folder])
    return sorted(IndexedProblem.objects.all(), key=lambda row: row.pk)


@pytest.fixture
def person(db: None) -> Person:
    """Alice, whose browser is the fixture `alice`."""
    return Person.objects.get_or_create(username="alice")[0]
