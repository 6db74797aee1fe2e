"""What the expected values rest on: the libraries that oracles import, with their versions."""

import ast
import importlib.metadata

from warmstart.content.cut import cut
from warmstart.content.prove.absent import LIBRARIES
from warmstart.content.pysource import Module, imported_modules
from warmstart.content.tests_module import TestsModule

_NAMED = {**LIBRARIES, "numpy": "numpy"}


def oracle_name(tests: TestsModule) -> str:
    """Like "networkx 3.4.2, numpy 2.4.6"; "plain Python" where the oracles import neither."""
    modules = {
        name for oracle in ("oracle", "oracle2") if tests.has(oracle) for name in _used(tests.module, oracle)
    }
    named = sorted({_NAMED[name] for name in modules if name in _NAMED})
    return ", ".join(f"{name} {_version(name)}" for name in named) or "plain Python"


def _used(module: Module, oracle: str) -> set[str]:
    return {name for name, _ in imported_modules(ast.parse(cut(module, oracle)))}


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"
