"""Bring the index in line with the packs on disk: untouched packs cost a few `stat` calls."""

from collections.abc import Iterable, Mapping
from logging import getLogger
from pathlib import Path
from uuid import UUID

from django.db import transaction

from warmstart.content.pack import Pack, read_pack
from warmstart.content.problem import Problem
from warmstart.web.catalogue.fingerprint import pack_fingerprint, problem_hash
from warmstart.web.catalogue.models import IndexedPack, IndexedProblem, IndexedSkill, Training
from warmstart.web.catalogue.place import LAST
from warmstart.web.catalogue.question_index import index_questions
from warmstart.web.catalogue.strength import strength_of

log = getLogger(__name__)


def index_packs(folders: Iterable[Path]) -> int:
    """Packs read anew; packs that are gone leave the index. Faulty items are left out, and logged."""
    wanted = {folder: pack_fingerprint(folder) for folder in folders}
    known = dict(IndexedPack.objects.values_list("path", "fingerprint"))
    stale = [folder for folder, print_ in wanted.items() if known.get(str(folder)) != print_]
    gone = known.keys() - {str(folder) for folder in wanted}
    if stale or gone:
        with transaction.atomic():
            IndexedPack.objects.filter(path__in=gone).delete()
            for folder in stale:
                _index(folder, wanted[folder])
    return len(stale)


def _index(folder: Path, fingerprint: str) -> None:
    pack, findings = read_pack(folder)
    for finding in findings:
        log.warning("fault in a pack: %s", finding)
    row, _ = IndexedPack.objects.update_or_create(
        id=pack.id,
        defaults={"title": pack.title, "path": str(folder), "fingerprint": fingerprint},
    )
    _index_skills(row, pack)
    _index_problems(row, pack.problems)
    index_questions(row, folder)


def _index_skills(row: IndexedPack, pack: Pack) -> None:
    areas = {area.id: area.title for area in pack.areas}
    skills = [
        IndexedSkill(
            id=skill.id,
            title=skill.title,
            area=areas.get(skill.area, ""),
            area_key=skill.area,
            mark=skill.mark,
            why=skill.why,
            needs=list(skill.needs),
            place=place,
            pack=row,
        )
        for place, skill in enumerate(pack.skills)
    ]
    row.skills.exclude(pk__in=[skill.id for skill in skills]).delete()
    IndexedSkill.objects.bulk_create(
        skills,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[f.name for f in IndexedSkill._meta.concrete_fields if not f.primary_key],
    )


def _index_problems(row: IndexedPack, problems: Iterable[Problem]) -> None:
    others = IndexedProblem.objects.exclude(pack=row)
    taken = {name for pair in others.values_list("id", "slug") for name in map(str, pair)}
    offered = [problem for problem in problems if _is_offered(problem, taken)]
    row.problems.exclude(pk__in=[UUID(problem.id) for problem in offered]).delete()
    skills = IndexedSkill.objects.in_bulk()
    IndexedProblem.objects.bulk_create(
        [_problem_row(row, problem, skills) for problem in offered],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[f.name for f in IndexedProblem._meta.concrete_fields if not f.primary_key],
    )
    Training.objects.filter(problem__pack=row).delete()
    Training.objects.bulk_create(
        Training(problem_id=UUID(problem.id), skill_id=skill, place=place)
        for problem in offered
        for place, skill in enumerate(problem.skills)
        if skill in skills
    )


def _is_offered(problem: Problem, taken: set[str]) -> bool:
    """Proved, no draft, and not a name that another pack has already."""
    if taken & {problem.id, problem.slug}:
        log.warning("%s is left out: another pack has the same slug or id", problem.path)
        return False
    return problem.status != "draft" and problem.frozen is not None


def _problem_row(pack: IndexedPack, problem: Problem, skills: Mapping[str, IndexedSkill]) -> IndexedProblem:
    """Retired problems stay, so that their attempts can be opened; lists leave them out."""
    trained = [skills[skill] for skill in problem.skills if skill in skills]
    words = [problem.title, problem.slug, *(skill.title for skill in trained), problem.statement]
    return IndexedProblem(
        id=UUID(problem.id),
        pack=pack,
        slug=problem.slug,
        title=problem.title,
        difficulty=problem.difficulty,
        minutes=problem.minutes,
        status=problem.status,
        kind=problem.kind,
        version=problem.version,
        # By difficulty the order of the list would tell what is hidden until it is asked for.
        place=trained[0].place if trained else LAST,
        search=" ".join(words).casefold(),
        content_hash=problem_hash(problem.path),
        strength_found=strength_of(problem),
    )
