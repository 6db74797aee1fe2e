"""What this slice's tests share: an indexed pack of questions."""

from pathlib import Path

import pytest

from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.practice.tests.asked import SLUG, write_questions


@pytest.fixture
def asked(db: None, tmp_path: Path) -> IndexedQuestion:
    """The question of the attention scores."""
    index_packs([write_questions(tmp_path / "pack")])
    return IndexedQuestion.objects.get(slug=SLUG)
