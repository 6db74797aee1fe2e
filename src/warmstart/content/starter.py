"""solution.py cut down to the file that the learner begins with.

What stands between `# <starter>` and `# </starter>` is what the learner writes. Inside a function
it becomes `raise NotImplementedError`, so an untouched starter fails every case and says so;
elsewhere (a helper of the reference) it vanishes. All the rest is given to the learner as it stands.
"""

import ast
import re

from warmstart.content.finding import Finding
from warmstart.content.pysource import Module, bound_names, first_line, parse_python

OPEN, CLOSE = "# <starter>", "# </starter>"
BODY = "raise NotImplementedError"


def starter_regions(module: Module) -> tuple[tuple[range, ...], list[Finding]]:
    """Lines between each pair of marks (neither of them), and what is wrong with the marks."""
    regions = []
    opened = None
    for number, line in enumerate(module.file.text.split("\n"), start=1):
        mark = line.strip()
        if mark == (OPEN if opened else CLOSE):
            message = f"'{mark}' inside another" if opened else f"'{mark}' closes nothing"
            return (), [module.file.fault(number, message, f"write {OPEN} and {CLOSE} in turn")]
        if mark == OPEN:
            opened = number
        elif mark == CLOSE and opened:
            regions.append(range(opened + 1, number))
            opened = None
    if opened:
        return (), [module.file.fault(opened, f"'{OPEN}' is never closed", f"add a line {CLOSE}")]
    if not regions:
        message, mend = "no starter marks", f"put {OPEN} and {CLOSE} around what the learner writes"
        return (), [module.file.fault(1, message, mend)]
    return tuple(regions), []


def derive_starter(module: Module, regions: tuple[range, ...]) -> str:
    """The learner's file."""
    lines = module.file.text.split("\n")
    parents = _parents(module.tree)
    for region in reversed(regions):
        stub = _stub(region, parents)
        lines[region.start - 2 : region.stop] = stub
    del lines[module_docstring(module.tree)]
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)).strip("\n") + "\n"


def module_docstring(tree: ast.Module) -> slice:
    """Lines of the reference's own caption, which may give the idea away; the learner gets none."""
    if ast.get_docstring(tree) is None:
        return slice(0, 0)
    caption = tree.body[0]
    return slice(caption.lineno - 1, caption.end_lineno)


def _parents(tree: ast.Module) -> dict[int, tuple[ast.AST, ast.stmt]]:
    """First line of each statement to (what it stands in, the statement); the outermost wins."""
    found: dict[int, tuple[ast.AST, ast.stmt]] = {}
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            if isinstance(child, ast.stmt):
                found.setdefault(first_line(child), (parent, child))
    return found


def _stub(region: range, parents: dict[int, tuple[ast.AST, ast.stmt]]) -> list[str]:
    first = next((parents[line] for line in region if line in parents), None)
    if first is None or isinstance(first[0], ast.Module | ast.ClassDef):
        return []
    return [" " * first[1].col_offset + BODY]


def starter_faults(module: Module, regions: tuple[range, ...], entry: str) -> list[Finding]:
    """The starter is Python and has the entry; else the learner begins with something broken."""
    line = regions[0].start - 1
    try:
        tree = parse_python(derive_starter(module, regions))
    except SyntaxError as error:
        message = f"without what the marks enclose it does not parse: {error.msg}"
        return [module.file.fault(line, message, "let the marks enclose whole statements")]
    if any(entry in bound_names(stmt) for stmt in tree.body):
        return []
    return [
        module.file.fault(line, f"the starter lacks the entry '{entry}'", "put the marks inside its body")
    ]
