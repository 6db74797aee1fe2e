"""The Python that a question carries: the fenced blocks of `# Numbers` and `# Check`."""

import ast
from dataclasses import dataclass

from warmstart.content.finding import Finding
from warmstart.content.question import Question

FENCES = "```python", "```"


@dataclass(frozen=True, slots=True)
class Block:
    """`line`: where the source begins in the question's file."""

    source: str
    line: int

    @property
    def in_place(self) -> str:
        """The source below as many empty lines as stand above it, so that tracebacks tell true lines."""
        return "\n" * (self.line - 1) + self.source


def heading_line(question: Question, title: str) -> int:
    """Of the section in the question's file; 1: it has none."""
    lines = question.table.span.file.text.split("\n")
    return next((at for at, line in enumerate(lines, 1) if line.strip() == f"# {title}"), 1)


def read_block(question: Question, title: str) -> tuple[Block | None, list[Finding]]:
    """The one block of a section. None: there is no such section, or its block cannot be read."""
    if title not in question.sections:
        return None, []
    file, heading = question.table.span.file, heading_line(question, title)
    lines = file.text.split("\n")
    start = next((at for at in range(heading, len(lines)) if lines[at].strip()), heading)
    end = next((at for at in range(start + 1, len(lines)) if lines[at].strip() == FENCES[1]), None)
    if start >= len(lines) or lines[start].strip() != FENCES[0] or end is None:
        mend = f"want one block between {FENCES[0]} and {FENCES[1]}"
        return None, [file.fault(heading, f"'# {title}' is no block of Python", mend)]
    block = Block("\n".join(lines[start + 1 : end]) + "\n", start + 2)
    after = [at for at in range(end + 1, len(lines)) if lines[at].strip()]
    if after and not lines[after[0]].startswith("# "):
        return block, [file.fault(after[0] + 1, f"text after the block of '# {title}'", "take it out")]
    return block, _syntax_faults(question, block)


def _syntax_faults(question: Question, block: Block) -> list[Finding]:
    try:
        ast.parse(block.in_place)
    except (SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None) or block.line
        return [question.table.span.file.fault(line, f"Python: {error}"[:200], "mend the syntax here")]
    return []


def names_in(block: Block) -> frozenset[str]:
    """Every text in the block that could be the name of a value."""
    try:
        tree = ast.parse(block.source)
    except (SyntaxError, ValueError, RecursionError):
        return frozenset()
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Constant | ast.keyword)]
    texts = (node.arg if isinstance(node, ast.keyword) else node.value for node in nodes)
    return frozenset(text for text in texts if isinstance(text, str) and text.isidentifier())


def functions_in(block: Block) -> frozenset[str]:
    try:
        tree = ast.parse(block.source)
    except (SyntaxError, ValueError, RecursionError):
        return frozenset()
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
