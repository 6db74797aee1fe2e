"""Everything about one question that can be known without running any of it or grading anything."""

from collections.abc import Callable, Collection, Iterable

from warmstart.content.finding import Finding, nearest
from warmstart.content.form_rules import choices_faults, numbers_faults, order_faults
from warmstart.content.problem import is_uuid4
from warmstart.content.prose_rules import count_fault, prose_faults
from warmstart.content.question import Question
from warmstart.content.question_code import heading_line, read_block
from warmstart.content.wrong import SLUG, SLUG_MEND

MINUTES = 3, 12
FOLLOW_UPS = 2, 3
CLAIMS = 1, 3
WORDS = {"prose": (150, 250), "numbers": (60, 250), "choices": (60, 250), "order": (60, 250)}
"""Of the model answer."""
RULES: dict[str, Callable[[Question], list[Finding]]] = {
    "prose": prose_faults,
    "numbers": numbers_faults,
    "choices": choices_faults,
    "order": order_faults,
}


def question_faults(question: Question) -> list[Finding]:
    """Faults beside those that reading it told."""
    findings = [*_head_faults(question), *_model_faults(question), *_follow_up_faults(question)]
    for title in ("Numbers", "Check"):
        findings += read_block(question, title)[1]
    if "Numbers" in question.sections and question.form != "numbers":
        line = heading_line(question, "Numbers")
        message = f"'# Numbers' belongs to the form 'numbers', not '{question.form}'"
        findings.append(question.table.span.file.fault(line, message, "leave it out"))
    return findings + RULES[question.form](question) if question.form in RULES else findings


def _head_faults(question: Question) -> Iterable[Finding]:
    table = question.table
    if not SLUG.fullmatch(question.slug):
        yield table.span.file.fault(1, f"'{question.slug}' is no slug", SLUG_MEND)
    if question.id and not is_uuid4(question.id):
        fresh = "give it one: python3 -c 'import uuid; print(uuid.uuid4())'"
        yield table.fault("id", f"'{question.id[:60]}' is no UUID v4 in lower case", fresh)
    minutes = table.integer("minutes")
    if minutes and not MINUTES[0] <= minutes <= MINUTES[1]:
        yield table.fault("minutes", f"is {minutes}", f"want {MINUTES[0]} to {MINUTES[1]}")


def _model_faults(question: Question) -> Iterable[Finding]:
    low, high = WORDS.get(question.form, WORDS["prose"])
    count = len(question.sections.get("Model answer", "").split())
    if not low <= count <= high:
        line = heading_line(question, "Model answer")
        message = f"the model answer has {count} words"
        yield question.table.span.file.fault(line, message, f"want {low} to {high}")


def _follow_up_faults(question: Question) -> Iterable[Finding]:
    span = question.table.span
    yield from count_fault(span.table("followups", 0), "follow-ups", len(question.follow_ups), FOLLOW_UPS)
    for at, each in enumerate(question.follow_ups):
        table = span.table("followups", at)
        yield from count_fault(table, "claims of a follow-up", len(each.rubric.points), CLAIMS)


def unknown_references(question: Question, skills: Collection[str], items: Collection[str]) -> list[Finding]:
    """Skills and places to learn more that nobody has. `items`: such as "problems/lru-cache"."""
    findings = [
        question.table.fault("skills", f"unknown skill '{skill}'", nearest(skill, skills, "see skills.toml"))
        for skill in question.skills
        if skill not in skills
    ]
    for at, each in enumerate(question.rubric.misconceptions):
        if each.see and each.see not in skills and each.see not in items:
            span = question.table.span.table("misconceptions", at)
            mend = nearest(each.see, [*skills, *items], "name a skill, or problems/SLUG")
            findings.append(span.file.fault(span.line_of("see"), f"nobody has '{each.see}'", mend))
    return findings
