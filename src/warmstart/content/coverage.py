"""Which skills of a pack have problems and questions: docs/coverage.md is this page."""

from collections import Counter
from collections.abc import Iterator, Sequence

from warmstart.content.pack import Pack
from warmstart.content.problem import Problem
from warmstart.content.question import Question
from warmstart.content.question_coverage import question_coverage
from warmstart.content.skill import Skill

COMMAND = "warmstart pack coverage packs/core > docs/coverage.md"

_MARKS = {
    "S": "Named in the brief",
    "M": "Modern additions",
    "A": "Foundations of the others",
}


def coverage(pack: Pack, questions: Sequence[Question] = ()) -> str:
    """Markdown; counts of what is live alone."""
    live = [problem for problem in pack.problems if problem.status == "live"]
    asked = question_coverage(pack, questions) if questions else []
    return "\n".join([*_head(pack, live), *_tables(pack, live), *asked]) + "\n"


def _head(pack: Pack, live: Sequence[Problem]) -> Iterator[str]:
    kinds = Counter(problem.kind for problem in live)
    drawn = sum((problem.path / "visual.json").exists() for problem in live)
    marked = [skill for skill in pack.skills if skill.mark == "S"]
    taught = {name for problem in live for name in problem.skills}
    bare = [f"`{skill.id}`" for skill in marked if skill.id not in taught]
    yield "# Skills and their problems and questions"
    yield ""
    yield f"Made by `{COMMAND}`; a test fails when it is stale."
    yield "Of each skill: how many live problems have it as their primary skill, how many have it at all, and"
    yield "which (primary ones first, in bold)."
    yield ""
    told = ", ".join(f"{count} of kind `{kind}`" for kind, count in sorted(kinds.items()))
    yield f"{pack.title}: {len(live)} live problems ({told}), {drawn} with a visual."
    yield f"Of {len(marked)} skills marked S, {len(marked) - len(bare)} have a problem."
    if bare:
        yield f"Without one: {', '.join(bare)}."


def _tables(pack: Pack, live: Sequence[Problem]) -> Iterator[str]:
    for mark, title in _MARKS.items():
        yield ""
        yield f"## {title} ({mark})"
        yield ""
        yield "| skill | title | primary | in all | problems |"
        yield "| --- | --- | ---: | ---: | --- |"
        yield from (_row(skill, live) for skill in pack.skills if skill.mark == mark)


def _row(skill: Skill, live: Sequence[Problem]) -> str:
    primary = [problem.slug for problem in live if problem.skills[0] == skill.id]
    others = [problem.slug for problem in live if skill.id in problem.skills[1:]]
    named = ", ".join([*(f"**{slug}**" for slug in primary), *others])
    count = len(primary) + len(others)
    return f"| `{skill.id}` | {skill.title} | {len(primary)} | {count} | {named} |"
