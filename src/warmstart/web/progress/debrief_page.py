"""The page of a debrief: which interview, what stands in the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.http import Http404
from django.urls import reverse

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of
from warmstart.web.attempts.models import Draft
from warmstart.web.progress.debrief_form import Fault, Given, empty, from_debrief, from_draft
from warmstart.web.progress.debriefs import Interview, Result, RoundTold, interviews_of
from warmstart.web.progress.rounds import round_titles
from warmstart.web.standing.facts import SkillFacts
from warmstart.web.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class RoundOf:
    """A round of the form."""

    id: str
    told: RoundTold


@dataclass(frozen=True, slots=True)
class Ticks:
    """Skills of an area, to tick."""

    title: str
    skills: tuple[SkillFacts, ...]


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """`early`: its day is still to come. `others`: interviews that one could tell of as well."""

    id: UUID
    title: str
    planned: date | None
    today: date
    told_at: datetime | None
    draft_at: datetime | None
    given: Given
    faults: tuple[Fault, ...]
    saved: bool
    areas: tuple[Ticks, ...]
    others: tuple[Interview, ...]
    results: tuple[Result, ...] = tuple(Result)
    scale: tuple[int, ...] = (1, 2, 3, 4, 5)

    @property
    def rounds(self) -> tuple[RoundOf, ...]:
        return tuple(RoundOf(id, told) for id, told in self.given.rounds.items())

    @property
    def early(self) -> bool:
        return self.planned is not None and self.planned > self.today

    @property
    def url(self) -> str:
        return reverse("progress:debrief-of", args=[self.id])


def own_interview(person: Person, id: UUID | None) -> tuple[Interview | None, tuple[Interview, ...]]:
    """It, or the last one, and the others, newest first. Http404: not one of theirs."""
    found = interviews_of(person)
    if id is None:
        return (found[-1], tuple(reversed(found[:-1]))) if found else (None, ())
    chosen = next((each for each in found if each.id == id), None)
    if chosen is None:
        raise Http404(str(id))
    return chosen, tuple(each for each in reversed(found) if each is not chosen)


def draft_key(interview: UUID) -> UUID:
    """By which what is typed is kept as a draft."""
    return uuid5(interview, "debrief")


def titles_of(interview: Interview) -> Mapping[str, str]:
    """Of its rounds, by id."""
    return round_titles(interview.last)


def debrief_page(
    standing: Standing,
    interview: Interview,
    others: Iterable[Interview],
    *,
    given: Given | None = None,
    faults: tuple[Fault, ...] = (),
    saved: bool = False,
) -> DebriefPage:
    """`given`: what was posted; None: what was typed last, told last, or nothing."""
    draft = None if given is not None else _draft(standing, interview)
    today = date.fromordinal(standing.study_day)
    told = interview.debrief
    return DebriefPage(
        id=interview.id,
        title=interview.title,
        planned=interview.day,
        today=today,
        told_at=told.at if told else None,
        draft_at=draft.saved_at if draft else None,
        given=given or _typed(interview, draft, today),
        faults=faults,
        saved=saved,
        areas=_areas(standing.skills.values()),
        others=tuple(others),
    )


def _draft(standing: Standing, interview: Interview) -> Draft | None:
    """Only what was typed after the last telling."""
    draft = draft_of(standing.person, draft_key(interview.id))
    told = interview.debrief
    return draft if draft is not None and (told is None or draft.saved_at > told.at) else None


def _typed(interview: Interview, draft: Draft | None, today: date) -> Given:
    titles = titles_of(interview)
    typed = None if draft is None else from_draft(draft.text, titles)
    if typed is not None:
        return typed
    if interview.debrief is not None:
        return from_debrief(interview.debrief, titles)
    return empty(titles, interview.day if interview.day and interview.day <= today else None)


def _areas(skills: Iterable[SkillFacts]) -> tuple[Ticks, ...]:
    found: dict[str, list[SkillFacts]] = {}
    for skill in skills:
        found.setdefault(skill.area, []).append(skill)
    return tuple(Ticks(title or "Other", tuple(own)) for title, own in found.items())
