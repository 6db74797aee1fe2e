"""kind = "debug": what the learner begins with is the reference with all its planted faults in it.

The faults are named wrong solutions, so the gates show that each alone is seen by the tests.
"""

from warmstart.content.finding import Finding, nearest
from warmstart.content.pack import front_fault
from warmstart.content.problem import Problem
from warmstart.content.pysource import Module, parse_python
from warmstart.content.starter import CLOSE, OPEN, module_docstring
from warmstart.content.wrong import Mutant, Wrong

FEWEST = 2


def faulty_starter(module: Module, faults: list[Mutant]) -> str:
    """The whole module with every fault patched in, without marks and without its own caption."""
    text = _patched(module, faults)
    lines = text.split("\n")
    del lines[module_docstring(parse_python(text))]
    kept = [line for line in lines if line.strip() not in (OPEN, CLOSE)]
    return "\n".join(kept).strip("\n") + "\n"


def _patched(module: Module, faults: list[Mutant]) -> str:
    text = module.file.text
    for fault in faults:
        assert fault.patch is not None
        text = text.replace(*fault.patch)
    return text


def planted(problem: Problem, wrong: Wrong) -> list[Mutant]:
    """The wrong solutions that `faults` names, in its order."""
    known = {mutant.id: mutant for mutant in wrong.mutants}
    return [known[name] for name in problem.faults if name in known]


def planting_faults(problem: Problem, module: Module, wrong: Wrong) -> list[Finding]:
    """What keeps the faults from being planted together."""
    if problem.kind != "debug":
        return []
    if len(problem.faults) < FEWEST:
        return [front_fault(problem, "kind", "too few planted faults", f"name {FEWEST} or more in `faults`")]
    names = [mutant.id for mutant in wrong.mutants]
    findings = [
        front_fault(problem, "faults", f"wrong.toml has no mutant '{name}'", nearest(name, names, "add it"))
        for name in problem.faults
        if name not in names
    ]
    faults = planted(problem, wrong)
    findings += [
        wrong.file.fault(fault.line, f"the planted fault '{fault.id}' {what}", mend)
        for fault in faults
        for bad, what, mend in (
            (fault.patch is None, "is a whole file", "give `replace` and `with`"),
            (fault.grows, "is only slow", "plant what gives wrong results"),
        )
        if bad
    ]
    return findings or _together(problem, module, faults)


def _together(problem: Problem, module: Module, faults: list[Mutant]) -> list[Finding]:
    text = module.file.text
    for fault in faults:
        assert fault.patch is not None
        if text.count(fault.patch[0]) != 1:
            message = f"'{fault.id}' no longer fits once the faults before it are planted"
            return [front_fault(problem, "faults", message, "let no two patches touch the same lines")]
        text = text.replace(*fault.patch)
    try:
        parse_python(text)
    except SyntaxError as error:
        message = f"with all faults planted it does not parse: {error.msg}"
        return [front_fault(problem, "faults", message, "let no two patches touch the same lines")]
    return []
