"""The list of problems: what was asked for, what there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from warmstart.content.schema import DIFFICULTIES
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.states import State, states_of
from warmstart.web.catalogue.models import IndexedProblem, IndexedSkill, Training

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
    """One line of the list. `aside`: minutes, and the difficulty where it was asked for."""

    slug: str
    title: str
    state: State
    skills: str
    aside: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list. `total`: problems that match the wish. `skills`: (id, title) to choose from."""

    wish: Wish
    entries: tuple[Entry, ...]
    page: "Page[Row]"
    total: int
    skills: tuple[tuple[str, str], ...]
    states: tuple[State, ...] = tuple(State)
    difficulties: tuple[str, ...] = DIFFICULTIES


class Row(NamedTuple):
    """What a line is made from; whole model instances cost a third of the page."""

    pk: UUID
    slug: str
    title: str
    difficulty: str
    minutes: int


def listing(person: Person, wish: Wish, page: Any) -> Listing:
    """Six queries, however many problems there are and however long the log is."""
    everything = states_of(person) if wish.state else {}
    pages = Paginator(_matching(wish, everything), ON_A_PAGE)
    shown = pages.get_page(page)
    rows = [Row(*row) for row in shown.object_list]
    states = everything or states_of(person, [row.pk for row in rows])
    skills = _skills_of([row.pk for row in rows])
    return Listing(
        wish=wish,
        entries=tuple(_entry(row, states, skills, wish.show_difficulty) for row in rows),
        page=shown,
        total=pages.count,
        skills=_choices(),
    )


def _choices() -> tuple[tuple[str, str], ...]:
    """Skills that some problem trains."""
    trained = Training.objects.filter(skill=OuterRef("pk"), problem__status="live")
    return tuple(IndexedSkill.objects.filter(Exists(trained)).values_list("id", "title"))


def _skills_of(problems: list[UUID]) -> Mapping[UUID, list[str]]:
    """Titles of what each problem trains, primary first."""
    titles: dict[UUID, list[str]] = {}
    found = Training.objects.filter(problem__in=problems).values_list("problem_id", "skill__title")
    for problem, title in found:
        titles.setdefault(problem, []).append(title)
    return titles


def _entry(
    row: Row, states: Mapping[UUID, State], skills: Mapping[UUID, list[str]], show_difficulty: bool
) -> Entry:
    return Entry(
        slug=row.slug,
        title=row.title,
        state=states.get(row.pk, State.NEW),
        skills=" · ".join(skills.get(row.pk, ())),
        aside=f"{row.difficulty}, {row.minutes} min" if show_difficulty else f"{row.minutes} min",
    )


def _matching(wish: Wish, states: Mapping[UUID, State]) -> QuerySet[IndexedProblem, Any]:
    found = IndexedProblem.objects.filter(status="live")
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
    return found.values_list("pk", "slug", "title", "difficulty", "minutes")
