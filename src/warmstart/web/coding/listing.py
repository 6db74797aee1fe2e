"""The list of problems: what was asked for, what there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

from warmstart.content.schema import DIFFICULTIES, KINDS
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.states import State, states_of
from warmstart.web.catalogue.models import IndexedProblem, IndexedSkill, Training

ON_A_PAGE = 100
AREA = "area:"
"""Before the title of an area, where a whole area is wished for in the place of a skill."""
KIND_WORDS = {"code": "write code", "debug": "mend code", "sql": "write SQL"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is filtered by; empty: by nothing. Words that mean nothing here count as empty."""

    text: str = ""
    skill: str = ""
    difficulty: str = ""
    state: str = ""
    kind: str = ""
    show_difficulty: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        difficulty, state, kind = (query.get(name, "") for name in ("difficulty", "state", "kind"))
        return cls(
            text=query.get("q", "").strip().replace("\0", "")[:200],
            skill=query.get("skill", "").replace("\0", ""),
            difficulty=difficulty if difficulty in DIFFICULTIES else "",
            state=state if state in list(State) else "",
            kind=kind if kind in KINDS else "",
            show_difficulty="show-difficulty" in query,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. `aside`: minutes, the kind where it is no plain one, the difficulty if asked."""

    slug: str
    title: str
    state: State
    skills: str
    aside: str


@dataclass(frozen=True, slots=True)
class Area:
    """`id`: what wishes for all of it. `skills`: (id, title)."""

    id: str
    title: str
    skills: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list. `total`: problems that match the wish. `areas`: to choose from."""

    wish: Wish
    entries: tuple[Entry, ...]
    page: "Page[Row]"
    total: int
    areas: tuple[Area, ...]
    states: tuple[State, ...] = tuple(State)
    difficulties: tuple[str, ...] = DIFFICULTIES
    kinds: tuple[tuple[str, str], ...] = tuple((kind, KIND_WORDS[kind]) for kind in KINDS)


class Row(NamedTuple):
    """What a line is made from; whole model instances cost a third of the page."""

    pk: UUID
    slug: str
    title: str
    difficulty: str
    minutes: int
    kind: str


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
        areas=_choices(),
    )


def _choices() -> tuple[Area, ...]:
    """Skills that some problem trains, by area, in the order of the skill map."""
    trained = Training.objects.filter(skill=OuterRef("pk"), problem__status="live")
    found = IndexedSkill.objects.filter(Exists(trained)).values_list("area", "id", "title")
    areas: dict[str, list[tuple[str, str]]] = {}
    for area, skill, title in found:
        areas.setdefault(area, []).append((skill, title))
    return tuple(Area(f"{AREA}{title}", title, tuple(skills)) for title, skills in areas.items())


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
        aside=", ".join(_aside(row, show_difficulty)),
    )


def _aside(row: Row, show_difficulty: bool) -> Iterator[str]:
    if row.kind != "code":
        yield KIND_WORDS[row.kind]
    if show_difficulty:
        yield row.difficulty
    yield f"{row.minutes} min"


def _matching(wish: Wish, states: Mapping[UUID, State]) -> QuerySet[IndexedProblem, Any]:
    found = IndexedProblem.objects.filter(status="live")
    for word in wish.text.casefold().split():
        found = found.filter(search__contains=word)
    if wish.skill.startswith(AREA):
        inside = Training.objects.filter(problem=OuterRef("pk"), skill__area=wish.skill.removeprefix(AREA))
        found = found.filter(Exists(inside))
    elif wish.skill:
        found = found.filter(skills=wish.skill)
    if wish.kind:
        found = found.filter(kind=wish.kind)
    if wish.difficulty:
        found = found.filter(difficulty=wish.difficulty)
    match wish.state:
        case State.NEW:
            found = found.exclude(pk__in=states.keys())
        case State.TRIED | State.SOLVED:
            found = found.filter(pk__in=[item for item, state in states.items() if state == wish.state])
    return found.values_list("pk", "slug", "title", "difficulty", "minutes", "kind")
