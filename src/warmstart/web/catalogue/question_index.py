"""A pack's questions in the index: what lists are made of; the rest is read when a page is asked for."""

from collections.abc import Mapping
from logging import getLogger
from pathlib import Path
from uuid import UUID

from warmstart.content.question import Question, read_question
from warmstart.content.question_record import instances_of
from warmstart.web.catalogue.fingerprint import question_files, question_hash
from warmstart.web.catalogue.models import IndexedPack, IndexedQuestion, IndexedSkill
from warmstart.web.catalogue.place import LAST

log = getLogger(__name__)


def index_questions(pack: IndexedPack, folder: Path) -> None:
    """Bring one pack's questions up to date. Drafts and what cannot be read are left out, and logged."""
    others = IndexedQuestion.objects.exclude(pack=pack)
    taken = {name for pair in others.values_list("id", "slug") for name in map(str, pair)}
    places = dict(IndexedSkill.objects.values_list("id", "place"))
    rows = [
        _row(pack, path, question, places)
        for path in question_files(folder)
        if (question := _readable(path)) is not None and _is_offered(path, question, taken)
    ]
    pack.questions.exclude(pk__in=[row.pk for row in rows]).delete()
    IndexedQuestion.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[f.name for f in IndexedQuestion._meta.concrete_fields if not f.primary_key],
    )


def _readable(path: Path) -> Question | None:
    """None: it has faults. What was read of it would be graded by what it does not say."""
    question, findings = read_question(path)
    for finding in findings:
        log.warning("fault in a pack: %s", finding)
    return None if findings else question


def _is_offered(path: Path, question: Question, taken: set[str]) -> bool:
    """No draft, with an id, with drawn numbers where it needs some, and of a name that is not taken."""
    names = {question.table.text("id"), question.slug}
    if not _is_uuid(question.table.text("id")) or names & taken:
        log.warning("%s is left out: no id of its own, or its slug is taken", question.slug)
        return False
    taken |= names
    return question.status != "draft" and (question.form != "numbers" or bool(instances_of(path)))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _row(pack: IndexedPack, path: Path, question: Question, places: Mapping[str, int]) -> IndexedQuestion:
    """Retired questions stay, so that their attempts can be opened; lists leave them out."""
    head = question.table
    skills = list(head.texts("skills"))
    return IndexedQuestion(
        id=UUID(head.text("id")),
        pack=pack,
        slug=question.slug,
        title=head.text("title"),
        kind=head.text("kind"),
        form=question.form,
        difficulty=head.text("difficulty"),
        minutes=head.integer("minutes"),
        status=head.text("status"),
        version=head.integer("version"),
        skills=skills,
        place=places.get(skills[0], LAST) if skills else LAST,
        content_hash=question_hash(path),
    )
