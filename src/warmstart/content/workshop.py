"""The authors' side of a problem: its reference, its tests, its wrong solutions, read but not run."""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.cut import TRAVELLERS, cut, forbidden_imports
from warmstart.content.finding import Finding, nearest
from warmstart.content.pack import front_fault
from warmstart.content.planted_faults import faulty_starter, planted, planting_faults
from warmstart.content.problem import Problem
from warmstart.content.pysource import Definition, Module, imported_modules, read_module
from warmstart.content.query import FILE as QUERY_FILE
from warmstart.content.query import query_faults, query_starter, read_query
from warmstart.content.starter import derive_starter, starter_faults, starter_regions
from warmstart.content.tests_module import TestsModule, read_tests
from warmstart.content.textfile import read_text
from warmstart.content.wrong import Wrong, read_wrong
from warmstart.judge.problem import Sources


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that prove works on. `solution`: of a query, a module without statements.

    `regions`: lines of it that the learner writes.
    """

    problem: Problem
    solution: Module
    regions: tuple[range, ...]
    tests: TestsModule
    wrong: Wrong

    @property
    def starter(self) -> str:
        match self.problem.kind:
            case "sql":
                return query_starter(self.solution.file.text)
            case "debug":
                return faulty_starter(self.solution, planted(self.problem, self.wrong))
            case _:
                return derive_starter(self.solution, self.regions)

    @property
    def sources(self) -> Sources:
        """What travels in `cases.json`, each a module of its own."""
        return Sources(**{name: cut(self.tests.module, name) for name in TRAVELLERS if self.tests.has(name)})


@dataclass(frozen=True, slots=True)
class Files:
    """What could be read of the reference, tests.py and wrong.toml, whatever problem.md says."""

    solution: Module | None
    regions: tuple[range, ...]
    tests: TestsModule | None
    wrong: Wrong | None


def read_files(folder: Path) -> tuple[Files, list[Finding]]:
    """The three files, each with the faults that it has by itself."""
    regions: tuple[range, ...] = ()
    query = (folder / QUERY_FILE).exists()
    if query:
        solution, regions, findings = read_query(folder)
    else:
        solution, findings = _read_python(folder, "solution.py")
    tests_file, faults = _read_python(folder, "tests.py")
    findings += faults
    wrong_file, faults = read_text(folder / "wrong.toml")
    findings += faults
    tests = wrong = None
    if solution is not None and not query:
        regions, faults = starter_regions(solution)
        findings += faults
    if tests_file is not None:
        tests, faults = read_tests(tests_file)
        findings += faults
    if wrong_file is not None and solution is not None:
        wrong, faults = read_wrong(wrong_file, solution.file)
        findings += faults
    return Files(solution, regions, tests, wrong), findings


def read_workshop(problem: Problem) -> tuple[Workshop | None, list[Finding]]:
    """The workshop; None: a file cannot be read. V14 is told apart, see `travel_faults`."""
    files, findings = read_files(problem.path)
    solution, regions, tests, wrong = files.solution, files.regions, files.tests, files.wrong
    if problem.kind == "sql":
        findings += query_faults(problem, tests)
    elif solution is not None:
        findings += _entry_faults(problem, solution, regions) + _import_faults(problem, solution)
    if tests is not None:
        findings += _sample_faults(problem, tests) + _complexity_faults(problem, tests)
    if wrong is not None:
        findings += _growth_mutant_faults(problem, wrong)
    if wrong is not None and solution is not None and regions:
        faults = planting_faults(problem, solution, wrong)
        if faults:
            return None, findings + faults
    if solution is None or not regions or tests is None or wrong is None:
        return None, findings
    return Workshop(problem, solution, regions, tests, wrong), findings


def travel_faults(workshop: Workshop) -> list[Finding]:
    """V14: no forbidden import in `run`, `check`, `valid`, `big`."""
    return forbidden_imports(workshop.tests.module, workshop.tests.names, workshop.problem.imports)


def _read_python(folder: Path, name: str) -> tuple[Module | None, list[Finding]]:
    file, findings = read_text(folder / name)
    if file is None:
        return None, findings
    module, faults = read_module(file)
    return module, findings + faults


def _entry_faults(problem: Problem, solution: Module, regions: tuple[range, ...]) -> list[Finding]:
    definitions = [stmt for stmt in solution.tree.body if isinstance(stmt, Definition)]
    entry = next((stmt for stmt in definitions if stmt.name == problem.entry), None)
    if entry is None:
        names = [stmt.name for stmt in definitions]
        mend = nearest(problem.entry, names, "define it") if names else "define it"
        return [solution.file.fault(1, f"solution.py does not define the entry '{problem.entry}'", mend)]
    if isinstance(entry, ast.AsyncFunctionDef):
        return [solution.file.fault(entry.lineno, "the entry is a coroutine", "use def")]
    cut_out = bool(regions) and problem.kind == "code"
    return starter_faults(solution, regions, problem.entry) if cut_out else []


def _import_faults(problem: Problem, solution: Module) -> list[Finding]:
    """The learner has what the judge's stack has; the reference may use no more."""
    return [
        solution.file.fault(line, f"the reference imports {name}", "name it in `imports`, or do without")
        for name, line in imported_modules(solution.tree)
        if name not in sys.stdlib_module_names and name not in problem.imports
    ]


def _sample_faults(problem: Problem, tests: TestsModule) -> list[Finding]:
    if tests.cases is None:
        return []
    return [
        front_fault(problem, "sample", f"CASES has no case '{name}'", nearest(name, tests.cases))
        for name in problem.sample
        if name not in tests.cases
    ]


def _complexity_faults(problem: Problem, tests: TestsModule) -> list[Finding]:
    if problem.complexity is not None and not (tests.has("LADDER") and tests.has("big")):
        message = "`complexity` is a contract that nothing measures"
        return [front_fault(problem, "complexity", message, "define LADDER and big(n) in tests.py")]
    if problem.complexity is None and tests.has("LADDER"):
        stmt = tests.module.binding("LADDER")
        message, mend = "LADDER without `complexity` in problem.md", "add complexity = {n, time, slack}"
        return [tests.module.file.fault(stmt.lineno if stmt else 1, message, mend)]
    return []


def _growth_mutant_faults(problem: Problem, wrong: Wrong) -> list[Finding]:
    if problem.complexity is None:
        return [
            wrong.file.fault(mutant.line, f"'{mutant.id}' grows too fast for no contract", "add `complexity`")
            for mutant in wrong.mutants
            if mutant.grows
        ]
    return []
