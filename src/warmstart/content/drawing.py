"""visual.py as far as it can be known without running it."""

import ast
import sys

from warmstart.content.finding import Finding
from warmstart.content.problem import Problem
from warmstart.content.pysource import Module, arity_fits, imported_modules, read_module
from warmstart.content.textfile import read_text

NAMES = ("TITLE", "INPUT", "frames")
"""What visual.py defines: a caption of the whole, one valid input, `frames(inp, out)`."""


def read_drawing(problem: Problem) -> tuple[Module | None, list[Finding]]:
    """The module; None: it cannot be used, or the problem has none, and then nothing is told."""
    path = problem.path / "visual.py"
    if not (path.exists() or path.is_symlink()):
        return None, []
    file, findings = read_text(path)
    if file is None:
        return None, findings
    module, faults = read_module(file)
    findings += faults
    if module is not None:
        findings += _name_faults(module) + _import_faults(problem, module)
    return (module if not findings else None), findings


def _name_faults(module: Module) -> list[Finding]:
    findings = [
        module.file.fault(1, f"visual.py does not define {name}", f"define {name}")
        for name in NAMES
        if name not in module.defined
    ]
    frames = module.binding("frames")
    if frames is not None and not (isinstance(frames, ast.FunctionDef) and arity_fits(frames, 2)):
        findings.append(
            module.file.fault(frames.lineno, "frames is no function of two arguments", "def frames(inp, out)")
        )
    return findings


def _import_faults(problem: Problem, module: Module) -> list[Finding]:
    """It runs where the learner's code runs, whenever he plays with his own."""
    return [
        module.file.fault(line, f"visual.py imports {name or 'a neighbour'}", "take what `imports` names")
        for name, line in imported_modules(module.tree)
        if name not in sys.stdlib_module_names and name not in problem.imports
    ]
