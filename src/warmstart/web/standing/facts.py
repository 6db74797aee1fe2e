"""Items as practice needs them: what they train, how hard they are, how long they take."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.urls import reverse

from warmstart.skills.bank import Share
from warmstart.web.catalogue.models import (
    IndexedPack,
    IndexedProblem,
    IndexedQuestion,
    IndexedSkill,
    Training,
)

CHOICES_GUESS = 0.25
"""Expected share of the points of somebody who ticks at random; several options are right. A judgement."""
CARD_MINUTES = 0.25


@dataclass(frozen=True, slots=True)
class Facts:
    """An item. `kind`: problem, question or card. `skill`: id of the primary one, empty where there is none.

    `guess`: share of the points of who guesses. `live`: may be offered. `topic`: of an own card, as written.
    """

    id: UUID
    kind: str
    title: str
    slug: str
    area: str
    skill: str
    skill_title: str
    shares: tuple[Share, ...]
    difficulty: str
    minutes: float
    form: str
    guess: float
    live: bool
    url: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class SkillFacts:
    """A node of the skill map, with the ids of its area and of its prerequisites."""

    id: str
    title: str
    area_key: str
    area: str
    mark: str
    why: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of what is installed. `key`: changes when, and only when, some pack does."""

    key: str
    items: Mapping[UUID, Facts]
    skills: Mapping[str, SkillFacts]


def catalogue() -> Catalogue:
    """Read again only when a pack changed."""
    return _read(tuple(IndexedPack.objects.order_by("id").values_list("id", "fingerprint")))


@lru_cache(maxsize=4)
def _read(packs: tuple[tuple[str, str], ...]) -> Catalogue:
    skills = {
        row.pk: SkillFacts(
            row.pk,
            row.title,
            row.area_key or row.pk.partition(".")[0],
            row.area,
            row.mark,
            row.why,
            tuple(row.needs),
        )
        for row in IndexedSkill.objects.all()
    }
    items = {facts.id: facts for facts in (*_problems(skills), *_questions(skills))}
    return Catalogue(" ".join(f"{pack}:{print_}" for pack, print_ in packs), items, skills)


def _problems(skills: Mapping[str, SkillFacts]) -> list[Facts]:
    trained: dict[UUID, list[str]] = {}
    for problem, skill in Training.objects.order_by("place").values_list("problem_id", "skill_id"):
        trained.setdefault(problem, []).append(skill)
    return [
        _facts(row, "problem", row.kind, 0.0, trained.get(row.pk, []), skills)
        for row in IndexedProblem.objects.all()
    ]


def _questions(skills: Mapping[str, SkillFacts]) -> list[Facts]:
    return [
        _facts(row, "question", row.form, CHOICES_GUESS if row.form == "choices" else 0.0, row.skills, skills)
        for row in IndexedQuestion.objects.all()
    ]


def _facts(
    row: IndexedProblem | IndexedQuestion,
    kind: str,
    form: str,
    guess: float,
    trained: list[str],
    skills: Mapping[str, SkillFacts],
) -> Facts:
    found = [skills[skill] for skill in trained if skill in skills]
    page = "coding:problem" if kind == "problem" else "practice:question"
    return Facts(
        id=row.pk,
        kind=kind,
        title=row.title,
        slug=row.slug,
        area=found[0].area if found else "",
        skill=found[0].id if found else "",
        skill_title=found[0].title if found else "",
        shares=shares_of(found),
        difficulty=row.difficulty,
        minutes=float(row.minutes),
        form=form,
        guess=guess,
        live=row.status == "live",
        url=reverse(page, args=[row.slug]),
    )


def shares_of(skills: list[SkillFacts]) -> tuple[Share, ...]:
    """The primary skill counts twice as much as each of the others. A judgement."""
    total = len(skills) + 1
    return tuple(
        Share(skill.id, skill.area_key, (2 if n == 0 else 1) / total) for n, skill in enumerate(skills)
    )


_FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![\\$])\$(?!\s)([^$]+?)(?<!\s)\$(?!\d)")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+", re.MULTILINE)
_MARKS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|`([^`]+)`")


@lru_cache(maxsize=8192)
def line_of(text: str, most: int) -> str:
    """Markdown as one line of a list: words without their marks, formulas without their dollars."""
    line = " ".join(_HEADING.sub("", text).split())[: 4 * most]
    line = _FORMULA.sub(lambda found: found[1] or found[2], line)
    line = _MARKS.sub(lambda found: found[2] or found[3] or "", line).strip()
    return line if len(line) <= most else f"{line[: most - 1]}…"


def card_facts(card: UUID, front: str, topic: str, skills: Mapping[str, SkillFacts], *, live: bool) -> Facts:
    """A card of one's own; its topic may be the id of a skill."""
    skill = skills.get(topic)
    return Facts(
        id=card,
        kind="card",
        title=line_of(front, 80),
        slug="",
        area=skill.area if skill else "",
        skill=skill.id if skill else "",
        skill_title=skill.title if skill else topic,
        shares=shares_of([skill]) if skill else (),
        difficulty="medium",
        minutes=CARD_MINUTES,
        form="card",
        guess=0.0,
        live=live,
        url=f"/review/cards/{card}/",
        topic=topic,
    )
