"""What questions answered in numbers, by choices or by an order owe their learner."""

import ast
from collections.abc import Iterable, Sequence
from string import Formatter

from warmstart.content.finding import Finding, nearest
from warmstart.content.prose_rules import count_fault
from warmstart.content.question import Question
from warmstart.content.question_code import functions_in, heading_line, names_in, read_block

OPTIONS = 5, 7
STEPS = 4, 7
FEWEST_SLIPS = 2
DRAWN = ("draw", "answer")
"""Functions that `# Numbers` defines."""
FILLED_IN = ("Question", "Context", "Model answer")
"""Sections of a question in numbers in which `{name}` stands for a value."""


def numbers_faults(question: Question) -> list[Finding]:
    findings = [*_section_faults(question), *_answer_faults(question), *_slip_faults(question)]
    block = read_block(question, "Numbers")[0]
    if block is None:
        return findings
    line = heading_line(question, "Numbers")
    file = question.table.span.file
    findings += [
        file.fault(line, f"'# Numbers' defines no function '{name}'", f"def {name}(...) is needed")
        for name in DRAWN
        if name not in functions_in(block)
    ]
    known = names_in(block)
    for title in FILLED_IN:
        findings += placeholder_faults(question, title, known)
    return findings


def _section_faults(question: Question) -> Iterable[Finding]:
    for title in ("Numbers", "Check"):
        if title not in question.sections:
            message = f"a question of the form 'numbers' has no section '# {title}'"
            yield question.table.span.file.fault(question.table.span.first, message, "add it")


def _answer_faults(question: Question) -> Iterable[Finding]:
    names = [each.name for each in question.forms.wanted]
    for at, each in enumerate(question.forms.wanted):
        table = question.table.span.table("answers", at)
        if not each.rtol and not each.atol:
            message = f"'{each.name}' has no tolerance"
            yield table.file.fault(table.first, message, "give rtol or atol; atol = 0.5 for whole numbers")
        if not each.name.isidentifier() or each.name in names[:at]:
            message = f"'{each.name}' is no name of its own"
            yield table.file.fault(table.line_of("name"), message, "want letters, digits, underscores")


def _slip_faults(question: Question) -> Iterable[Finding]:
    slips, span = question.forms.slips, question.table.span
    if len(slips) < FEWEST_SLIPS:
        yield span.file.fault(span.first, f"{len(slips)} slips", f"want at least {FEWEST_SLIPS} [[slips]]")
    for at, each in enumerate(slips):
        table = span.table("slips", at)
        try:
            ast.parse(each.formula.strip(), mode="eval")
        except (SyntaxError, ValueError, RecursionError) as error:
            message = f"the formula of '{each.name}' is no Python expression: {error}"[:200]
            yield table.file.fault(table.line_of("formula"), message, "mend it")
        if each.name in [other.name for other in slips[:at]]:
            yield table.file.fault(table.line_of("name"), f"a second slip '{each.name}'", "keep one")


def placeholder_faults(question: Question, title: str, known: Iterable[str]) -> list[Finding]:
    """Braces that do not close, and names that are not `known`."""
    file, line = question.table.span.file, heading_line(question, title)
    try:
        names = placeholders(question.sections.get(title, ""))
    except ValueError as error:
        mend = "write a brace that is meant as such twice"
        return [file.fault(line, f"'# {title}': {error}", mend)]
    lines = file.text.split("\n")
    return [
        file.fault(
            next((at for at in range(line, len(lines) + 1) if f"{{{name}" in lines[at - 1]), line),
            f"'# {title}' has {{{name}}}, which is no value",
            nearest(name, known, "name a value of `draw` or `answer`"),
        )
        for name in names
        if name not in known
    ]


def placeholders(text: str) -> list[str]:
    """Names between braces. ValueError: the braces do not match."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def choices_faults(question: Question) -> list[Finding]:
    options, span = question.forms.options, question.table.span.table("options", 0)
    findings = count_fault(span, "options", len(options), OPTIONS)
    for right, what in ((True, "right"), (False, "wrong")):
        if options and not any(each.right is right for each in options):
            findings.append(span.file.fault(span.first, f"no option is {what}", "add one"))
    return findings + _same_texts(question, "options", [each.text for each in options])


def order_faults(question: Question) -> list[Finding]:
    steps, span = question.forms.steps, question.table.span
    findings = count_fault(span.table("steps", 0), "steps", len(steps), STEPS)
    findings += _same_texts(question, "steps", [each.text for each in steps])
    places = [place for group in question.forms.ties for place in group]
    if len(set(places)) < len(places):
        findings.append(question.table.fault("ties", "a place is in two groups", "make one group of them"))
    if any(len(group) < 2 for group in question.forms.ties):
        findings.append(question.table.fault("ties", "a group of one place", "a tie has two places or more"))
    if any(len(group) == len(steps) for group in question.forms.ties):
        findings.append(
            question.table.fault("ties", "every order would be right", "leave something to order")
        )
    return findings


def _same_texts(question: Question, name: str, texts: Sequence[str]) -> list[Finding]:
    tables = [question.table.span.table(name, at) for at in range(len(texts))]
    return [
        tables[at].file.fault(tables[at].line_of("text"), f"the same text twice in '{name}'", "keep one")
        for at, text in enumerate(texts)
        if text in texts[:at]
    ]
