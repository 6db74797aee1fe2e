"""Which skills have questions, and which exemplars the offline grader is let off: pages of the docs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from warmstart.content.pack import Pack
from warmstart.content.question import Question
from warmstart.content.skill import Skill

WANTED = {"S": 3, "M": 1, "A": 0}
"""Live questions with a skill of that mark as their primary one."""
KINDS = {"S": 2, "M": 1, "A": 0}
"""Kinds among them."""
WAIVERS = "warmstart pack waivers packs/core > docs/waivers.md"


def question_coverage(pack: Pack, questions: Sequence[Question]) -> list[str]:
    """Lines of Markdown; counts of live questions alone."""
    live = [question for question in questions if question.status == "live"]
    return [*_head(live), *_bare_lines(pack, live), *_table(pack, live)]


def bare_skills(pack: Pack, questions: Sequence[Question]) -> list[Skill]:
    """Those that have fewer live questions, or of fewer kinds, than their mark asks for."""
    live = [question for question in questions if question.status == "live"]
    return [skill for skill in pack.skills if not _is_enough(skill, _primary(skill, live))]


def _is_enough(skill: Skill, primary: Sequence[Question]) -> bool:
    kinds = {question.kind for question in primary}
    return len(primary) >= WANTED[skill.mark] and len(kinds) >= KINDS[skill.mark]


def _primary(skill: Skill, live: Sequence[Question]) -> list[Question]:
    return [question for question in live if question.skills[:1] == (skill.id,)]


def _head(live: Sequence[Question]) -> Iterator[str]:
    kinds, forms = (Counter(getattr(question, key) for question in live) for key in ("kind", "form"))
    yield ""
    yield "## Questions"
    yield ""
    yield f"{len(live)} live questions, by kind: {_counted(kinds)}; by form: {_counted(forms)}."
    yield "A skill marked S wants three of two kinds, one marked M wants one, as the primary skill."


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none"


def _bare_lines(pack: Pack, live: Sequence[Question]) -> Iterator[str]:
    bare = [f"`{skill.id}`" for skill in bare_skills(pack, live)]
    yield f"Short of that: {', '.join(bare)}." if bare else "All have them."


def _table(pack: Pack, live: Sequence[Question]) -> Iterator[str]:
    yield ""
    yield "| skill | mark | primary | kinds | in all | questions |"
    yield "| --- | --- | ---: | ---: | ---: | --- |"
    for skill in pack.skills:
        primary = _primary(skill, live)
        others = [question for question in live if skill.id in question.skills[1:]]
        named = [*(f"**{each.slug}**" for each in primary), *(each.slug for each in others)]
        kinds = len({question.kind for question in primary})
        counts = f"{len(primary)} | {kinds} | {len(primary) + len(others)}"
        yield f"| `{skill.id}` | {skill.mark} | {counts} | {', '.join(named)} |"


def waivers(questions: Sequence[Question]) -> str:
    """Markdown: each exemplar of a live question that need not grade as declared, and why."""
    live = [question for question in questions if question.status == "live"]
    rows = [(question, each) for question in live for each in question.exemplars if each.waived]
    total = sum(len(question.exemplars) for question in live)
    kinds = Counter(exemplar.kind for _, exemplar in rows)
    lines = [
        "# Exemplars that the offline grader misjudges",
        "",
        f"Made by `{WAIVERS}`; a test fails when it is stale.",
        f"{len(rows)} of {total} exemplars of {len(live)} live questions are waived ({_counted(kinds)}):",
        "their labels are what a fair reader says; the offline grader says otherwise, for the reason given.",
        "",
        "| no. | question | exemplar | kind | reason |",
        "| ---: | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {number} | {question.slug} | {each.name} | {each.kind} | {each.waived.replace('|', '/')} |"
        for number, (question, each) in enumerate(rows, start=1)
    ]
    return "\n".join(lines) + "\n"
