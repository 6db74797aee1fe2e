"""Questions are indexed beside problems, and read from their files when a page needs them."""

import shutil
from pathlib import Path

import pytest

import warmstart.content
from warmstart.web.catalogue.content import ContentGone
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedQuestion
from warmstart.web.catalogue.questions import live_questions, question_of
from warmstart.web.catalogue.tests.packs import write_pack

pytestmark = pytest.mark.django_db
EXAMPLES = Path(warmstart.content.__file__).parent / "tests/questions"
SLUG = "attention-scale"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one question, of a skill that it has not."""
    folder = write_pack(tmp_path / "pack")
    (folder / "questions").mkdir()
    shutil.copy(EXAMPLES / f"{SLUG}.md", folder / "questions")
    return folder


def test_a_question_is_indexed_and_read(pack: Path) -> None:
    index_packs([pack])
    row = IndexedQuestion.objects.get()
    assert (row.slug, row.kind, row.form, row.minutes) == (SLUG, "derive", "prose", 8)
    assert row.skills[0] == "dl.attention"
    assert question_of(row).rubric.total == 10
    assert [listed.slug for listed in live_questions()] == [SLUG]


def test_a_changed_question_is_seen_and_its_old_content_is_gone(pack: Path) -> None:
    index_packs([pack])
    old, path = IndexedQuestion.objects.get(), pack / f"questions/{SLUG}.md"
    path.write_text(path.read_text().replace("version = 1", "version = 2"))
    with pytest.raises(ContentGone):
        question_of(old)
    index_packs([pack])
    assert IndexedQuestion.objects.get().version == 2


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ('status = "live"', 'status = "draft"', []),
        ('status = "live"', 'status = "retired"', [SLUG]),
        ('id = "3c9008ea', 'id = "no uuid', []),
        ("+++\n", "", []),
        ("claim =", "clame =", []),
    ],
)
def test_drafts_and_what_cannot_be_read_are_left_out(pack: Path, old: str, new: str, left: list[str]) -> None:
    path = pack / f"questions/{SLUG}.md"
    path.write_text(path.read_text().replace(old, new, 1))
    index_packs([pack])
    assert [row.slug for row in IndexedQuestion.objects.all()] == left
    assert live_questions() == ()
