"""The list of questions: what was asked for, what there is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from warmstart.content.schema import DIFFICULTIES, QUESTION_KINDS
from warmstart.web.accounts.models import Person
from warmstart.web.catalogue.questions import Listed, live_questions
from warmstart.web.practice.results import Last, Result, last_results

ON_A_PAGE = 200
AREA = "area:"
"""Before the title of an area, where a whole area is wished for in the place of a skill."""
STATES = {
    "new": "new",
    "tried": "tried",
    **{str(result): f"last answer: {result}" for result in Result},
    "disputed": "disputed",
}
FORM_WORDS = {"numbers": "numbers", "choices": "choose", "order": "put in order"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is filtered by; empty: by nothing. Words that mean nothing here count as empty."""

    skill: str = ""
    kind: str = ""
    difficulty: str = ""
    state: str = ""
    show_difficulty: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        kind, difficulty, state = (query.get(name, "") for name in ("kind", "difficulty", "state"))
        return cls(
            skill=query.get("skill", ""),
            kind=kind if kind in QUESTION_KINDS else "",
            difficulty=difficulty if difficulty in DIFFICULTIES else "",
            state=state if state in STATES else "",
            show_difficulty="show-difficulty" in query,
        )

    @property
    def filters(self) -> dict[str, str]:
        """What a draw among the same questions needs to know."""
        given = {"skill": self.skill, "kind": self.kind, "difficulty": self.difficulty, "state": self.state}
        return {name: value for name, value in given.items() if value}

    def holds(self, question: Listed, last: Last | None) -> bool:
        return (
            _trains(question, self.skill)
            and self.kind in ("", question.kind)
            and self.difficulty in ("", question.difficulty)
            and _is_in(self.state, last)
        )


def _trains(question: Listed, skill: str) -> bool:
    if skill.startswith(AREA):
        return any(skill.removeprefix(AREA) == each.area for each in question.skills)
    return not skill or any(skill == each.id for each in question.skills)


def _is_in(state: str, last: Last | None) -> bool:
    match state:
        case "":
            return True
        case "new":
            return last is None
        case "tried":
            return last is not None
        case "disputed":
            return last is not None and last.disputed
        case _:
            return last is not None and last.result == state


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. `state`: in words; `mark`: the class that draws its sign."""

    slug: str
    title: str
    state: str
    mark: str
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
    """One page of the list. `total`: questions that match. `areas`: to choose from."""

    wish: Wish
    entries: tuple[Entry, ...]
    page: "Page[Listed]"
    total: int
    areas: tuple[Area, ...]
    kinds: tuple[str, ...] = QUESTION_KINDS
    difficulties: tuple[str, ...] = DIFFICULTIES
    states: tuple[tuple[str, str], ...] = tuple(STATES.items())


def listing(person: Person, wish: Wish, page: Any) -> Listing:
    """Few queries, however many questions there are."""
    everything, results = live_questions(), last_results(person)
    pages = Paginator(_matching(everything, wish, results), ON_A_PAGE)
    shown = pages.get_page(page)
    return Listing(
        wish=wish,
        entries=tuple(_entry(each, results.get(each.id), wish.show_difficulty) for each in shown.object_list),
        page=shown,
        total=pages.count,
        areas=tuple(_areas(everything)),
    )


def matching(person: Person, wish: Wish) -> list[Listed]:
    """Every live question that the wish holds for."""
    return _matching(live_questions(), wish, last_results(person))


def _matching(questions: Iterable[Listed], wish: Wish, results: Mapping[UUID, Last]) -> list[Listed]:
    return [question for question in questions if wish.holds(question, results.get(question.id))]


def _areas(questions: Iterable[Listed]) -> Iterator[Area]:
    """Areas and skills that some question trains, in the order of the skill map."""
    skills: dict[str, dict[str, tuple[int, str]]] = {}
    for question in questions:
        for skill in question.skills:
            skills.setdefault(skill.area, {})[skill.id] = (skill.place, skill.title)
    ranked = sorted(skills.items(), key=lambda area: min(area[1].values()))
    for title, found in ranked:
        ordered = sorted(found.items(), key=lambda skill: skill[1])
        yield Area(f"{AREA}{title}", title, tuple((id_, name) for id_, (_, name) in ordered))


def _entry(question: Listed, last: Last | None, show_difficulty: bool) -> Entry:
    return Entry(
        slug=question.slug,
        title=question.title,
        state=_state_words(last),
        mark="new" if last is None else last.result.name.lower(),
        skills=" · ".join(skill.title for skill in question.skills),
        aside=", ".join(_aside(question, show_difficulty)),
    )


def _state_words(last: Last | None) -> str:
    if last is None:
        return "new"
    return f"{last.result}, disputed" if last.disputed else str(last.result)


def _aside(question: Listed, show_difficulty: bool) -> Iterator[str]:
    yield question.kind
    if question.form in FORM_WORDS:
        yield FORM_WORDS[question.form]
    if show_difficulty:
        yield question.difficulty
    yield f"{question.minutes} min"
