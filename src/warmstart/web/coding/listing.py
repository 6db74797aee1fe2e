"""The list of problems: what was asked for, what there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from warmstart.content.schema import DIFFICULTIES
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.states import State, states_of
from warmstart.web.catalogue.models import IndexedProblem, IndexedSkill

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is filtered by; empty: by nothing. Words that mean nothing here count as empty."""

    text: str = ""
    skill: str = ""
    difficulty: str = ""
    state: str = ""
    show_difficulty: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        difficulty, state = query.get("difficulty", ""), query.get("state", "")
        return cls(
            text=query.get("q", "").strip().replace("\0", "")[:200],
            skill=query.get("skill", "").replace("\0", ""),
            difficulty=difficulty if difficulty in DIFFICULTIES else "",
            state=state if state in list(State) else "",
            show_difficulty="show-difficulty" in query,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    problem: IndexedProblem
    state: State
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list. `total`: problems that match the wish."""

    wish: Wish
    entries: tuple[Entry, ...]
    page: "Page[IndexedProblem]"
    total: int
    skills: tuple[IndexedSkill, ...]
    states: tuple[State, ...] = tuple(State)
    difficulties: tuple[str, ...] = DIFFICULTIES


def listing(person: Person, wish: Wish, page: Any) -> Listing:
    """Six queries, however many problems there are."""
    states = states_of(person)
    pages = Paginator(_matching(wish, states), ON_A_PAGE)
    shown = pages.get_page(page)
    return Listing(
        wish=wish,
        entries=tuple(_entry(problem, states) for problem in shown.object_list),
        page=shown,
        total=pages.count,
        skills=tuple(IndexedSkill.objects.filter(problems__status="live").distinct()),
    )


def _entry(problem: IndexedProblem, states: Mapping[UUID, State]) -> Entry:
    skills = tuple(skill.title for skill in problem.skills.all())
    return Entry(problem, states.get(problem.pk, State.NEW), skills)


def _matching(wish: Wish, states: Mapping[UUID, State]) -> QuerySet[IndexedProblem]:
    found = IndexedProblem.objects.filter(status="live").prefetch_related("skills").defer("search")
    for word in wish.text.casefold().split():
        found = found.filter(search__contains=word)
    if wish.skill:
        found = found.filter(skills=wish.skill)
    if wish.difficulty:
        found = found.filter(difficulty=wish.difficulty)
    match wish.state:
        case State.NEW:
            found = found.exclude(pk__in=states.keys())
        case State.TRIED | State.SOLVED:
            found = found.filter(pk__in=[item for item, state in states.items() if state == wish.state])
    return found
