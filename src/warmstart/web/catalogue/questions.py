"""Questions as pages need them: lists from the index, content from the pack's files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from warmstart.content.drawn import Instance
from warmstart.content.question import Question, read_question
from warmstart.content.question_record import instances_of
from warmstart.web.catalogue.content import ContentGone
from warmstart.web.catalogue.fingerprint import question_hash
from warmstart.web.catalogue.models import IndexedPack, IndexedQuestion, IndexedSkill


@dataclass(frozen=True, slots=True)
class Trained:
    """A skill that a question trains; `place`: its rank in the skill map."""

    id: str
    title: str
    area: str
    place: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A live question as lists show it. `skills`: the primary one first."""

    id: UUID
    slug: str
    title: str
    kind: str
    form: str
    difficulty: str
    minutes: int
    skills: tuple[Trained, ...]


def live_questions() -> tuple[Listed, ...]:
    """All of them, in the order of the skill map; read again only when a pack changed."""
    return _listed(tuple(IndexedPack.objects.order_by("id").values_list("id", "fingerprint")))


@lru_cache(maxsize=4)
def _listed(packs: tuple[tuple[str, str], ...]) -> tuple[Listed, ...]:
    skills = {skill.id: skill for skill in IndexedSkill.objects.all()}
    return tuple(_line(row, skills) for row in IndexedQuestion.objects.filter(status="live"))


def _line(row: IndexedQuestion, skills: Mapping[str, IndexedSkill]) -> Listed:
    return Listed(
        id=row.pk,
        slug=row.slug,
        title=row.title,
        kind=row.kind,
        form=row.form,
        difficulty=row.difficulty,
        minutes=row.minutes,
        skills=trained(row, skills),
    )


def trained(row: IndexedQuestion, skills: Mapping[str, IndexedSkill]) -> tuple[Trained, ...]:
    """Those of its skills that some pack has."""
    found = (skills[skill] for skill in row.skills if skill in skills)
    return tuple(Trained(skill.id, skill.title, skill.area, skill.place) for skill in found)


def question_of(row: IndexedQuestion) -> Question:
    """ContentGone: the pack was moved, or is no longer readable."""
    return _read(_path_of(row), row.content_hash)[0]


def drawn_for(row: IndexedQuestion, seed: int) -> Instance | None:
    """The numbers that the seed decides; None: the question has none. ContentGone."""
    instances = _read(_path_of(row), row.content_hash)[1]
    return instances[seed % len(instances)] if instances else None


def _path_of(row: IndexedQuestion) -> Path:
    return Path(row.pack.path) / "questions" / f"{row.slug}.md"


# The hash is a key only: files that change while a server runs are seen at its next start, all at once.
@lru_cache(maxsize=512)
def _read(path: Path, content_hash: str) -> tuple[Question, tuple[Instance, ...]]:
    question, findings = read_question(path)
    if question is None:
        raise ContentGone(f"the question in {path} cannot be read: {findings[0] if findings else 'empty'}")
    if question_hash(path) != content_hash:
        raise ContentGone(f"{path} changed since Warmstart was started: start it again")
    return question, instances_of(path)
